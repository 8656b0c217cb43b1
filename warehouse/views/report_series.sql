-- Grain: one row a government with reports in force; series is a digest of their texts, of the rules they were read
-- under and of their corrections, and changes whenever one of them does, comes or goes.
CREATE VIEW report_series AS
SELECT
    region, count(*) AS reports, md5(string_agg(session || ' ' || sha256 || ' ' || report.rules || ' ' || coalesce(derivation.decisions, ''), ', ' ORDER BY year, session)) AS series
FROM current_report AS report
LEFT JOIN derivation USING (region, session, sha256)
GROUP BY region;
