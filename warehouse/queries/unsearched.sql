-- The governments with at least three reports in force whose set phrases were not looked for in just these reports.
SELECT region
FROM report_series
ANTI JOIN phrase_search USING (region, series)
WHERE reports >= 3
ORDER BY region;
