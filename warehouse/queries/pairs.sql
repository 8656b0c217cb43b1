-- The compared pairs of a region, earliest first.
SELECT earlier, later
FROM report_pair
WHERE region = $region AND compared
ORDER BY year, earlier;
