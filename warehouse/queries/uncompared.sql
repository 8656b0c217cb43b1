-- The pairs of reports in force that follow each other and were not compared (or not since they were last read).
SELECT region, earlier, later
FROM report_pair
WHERE NOT compared
ORDER BY region, year, earlier;
