-- The pairs that were compared, with the digest of the corrections that were laid over them.
SELECT region, earlier, later, decisions
FROM comparison
ORDER BY region, earlier, later;
