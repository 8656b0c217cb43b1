-- As a table: what people decided about one government, and how the reports are cited that it is quoted from.
SELECT
    corrections.*, earlier_report.sha256 AS earlier_sha256, later_report.sha256 AS later_sha256,
    coalesce(later_report.rules, earlier_report.rules) AS rules,
    earlier_report.citation AS earlier_citation, later_report.citation AS later_citation
FROM corrections
LEFT JOIN current_report AS earlier_report
    ON earlier_report.region = corrections.region AND earlier_report.session = corrections.earlier
LEFT JOIN current_report AS later_report
    ON later_report.region = corrections.region AND later_report.session = corrections.later
WHERE corrections.region = $region
ORDER BY corrections.ordinal;
