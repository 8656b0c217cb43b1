-- Where the reports of a government contradict each other, or themselves: the newest first.
SELECT
    kind, subject, period, earlier, later, earlier_quote, later_quote, reason, earlier_observation, later_observation,
    earlier_citation, later_citation
FROM disagreements
WHERE region = $region
ORDER BY later DESC, earlier DESC, kind, later_start;
