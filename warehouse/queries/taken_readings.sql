-- As a table: what the present rules and corrections find otherwise in the same texts of one government than those before.
SELECT *
FROM extraction_changes
WHERE region = $region
ORDER BY cause <> 'decided', session DESC, start, what, kind, lane, other_start;
