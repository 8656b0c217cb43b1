-- Grain: one row a government with reports in force; series is a digest of their texts, of the rules they were read
-- under, of their corrections and of those between neighbours, and changes whenever one of them does, comes or goes.
CREATE VIEW report_series AS
SELECT
    region, count(*) AS reports,
    md5(string_agg(
        concat_ws(
            ' ', session, sha256, report.rules, coalesce(derivation.decisions, ''),
            coalesce(comparison.earlier, ''), coalesce(comparison.decisions, '')
        ),
        ', ' ORDER BY year, session
    )) AS series
FROM current_report AS report
LEFT JOIN derivation USING (region, session, sha256)
LEFT JOIN comparison
    ON comparison.region = report.region AND comparison.later = report.session AND comparison.later_sha256 = report.sha256
GROUP BY region;
