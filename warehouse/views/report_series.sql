-- Grain: one row a government with reports in force; series is a digest of their texts and of the rules they were read
-- under, and changes whenever one of them does, comes or goes.
CREATE VIEW report_series AS
SELECT
    region, count(*) AS reports, md5(string_agg(session || ' ' || sha256 || ' ' || rules, ', ' ORDER BY year, session)) AS series
FROM current_report
GROUP BY region;
