-- The governments with reports in force that were not looked at together as they are now.
SELECT region
FROM report_series
ANTI JOIN series_search USING (region, series)
ORDER BY region;
