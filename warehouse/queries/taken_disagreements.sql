-- As a table: where the reports of a government contradict each other, or themselves.
SELECT *
FROM disagreements
WHERE region = $region
ORDER BY later DESC, earlier DESC, kind, later_start;
