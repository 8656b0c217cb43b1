-- Grain: one row a change worth telling between two reports in force; rank 1 is the weightiest of its pair.
CREATE OR REPLACE VIEW ranked_change AS
SELECT
    change.region, report_pair.fictional, change.earlier, change.later,
    change.ordinal + 1 AS rank, change.kind, change.subject, change.before, change.after,
    change.earlier_start, change.earlier_end, change.later_start, change.later_end,
    substring(earlier_report.text, change.earlier_start + 1, change.earlier_end - change.earlier_start) AS earlier_text,
    substring(later_report.text, change.later_start + 1, change.later_end - change.later_start) AS later_text,
    change.earlier_observation, change.later_observation, change.score, change.reason
FROM change
JOIN report_pair USING (region, earlier, later, earlier_sha256, later_sha256)
JOIN current_report AS earlier_report
    ON earlier_report.region = change.region AND earlier_report.session = change.earlier
JOIN current_report AS later_report
    ON later_report.region = change.region AND later_report.session = change.later;
