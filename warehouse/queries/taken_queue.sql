-- As a table: names of one government that may be one, for a person to decide.
SELECT *
FROM identity_queue
WHERE region = $region
ORDER BY territory DESC, rank;
