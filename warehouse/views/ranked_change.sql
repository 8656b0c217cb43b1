-- Grain: one row a change worth telling between two reports in force; rank 1 is the weightiest of its pair.
-- The texts are the sentences that the spans begin in, on to the spans' ends.
CREATE VIEW ranked_change AS
SELECT
    change.region, report_pair.fictional, change.earlier, change.later,
    change.ordinal + 1 AS rank, change.kind, change.subject, change.before, change.after,
    change.earlier_start, change.earlier_end, change.later_start, change.later_end,
    substring(
        earlier_report.text, earlier_sentence.start + 1,
        greatest(earlier_sentence."end", change.earlier_end) - earlier_sentence.start
    ) AS earlier_text,
    substring(
        later_report.text, later_sentence.start + 1,
        greatest(later_sentence."end", change.later_end) - later_sentence.start
    ) AS later_text,
    change.earlier_observation, change.later_observation, change.score, change.reason
FROM change
JOIN report_pair USING (region, earlier, later, earlier_sha256, later_sha256)
JOIN current_report AS earlier_report
    ON earlier_report.region = change.region AND earlier_report.session = change.earlier
JOIN current_report AS later_report
    ON later_report.region = change.region AND later_report.session = change.later
LEFT JOIN sentence AS earlier_sentence
    ON earlier_sentence.region = change.region AND earlier_sentence.session = change.earlier
    AND earlier_sentence.sha256 = change.earlier_sha256
    AND earlier_sentence.start <= change.earlier_start AND earlier_sentence."end" > change.earlier_start
LEFT JOIN sentence AS later_sentence
    ON later_sentence.region = change.region AND later_sentence.session = change.later
    AND later_sentence.sha256 = change.later_sha256
    AND later_sentence.start <= change.later_start AND later_sentence."end" > change.later_start;
