-- Bad rows: regions that hold both invented and real reports.
SELECT region, count(*) FILTER (fictional) AS invented, count(*) FILTER (NOT fictional) AS published
FROM report
WHERE superseded_at IS NULL
GROUP BY region
HAVING invented > 0 AND published > 0;
