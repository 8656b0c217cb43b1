-- As a table: one indicator of a government by year. It is asked of the rows of that government alone (layout.narrowed).
SELECT *
FROM indicator_series
WHERE key = $key
ORDER BY measure, base_unit, territory, year;
