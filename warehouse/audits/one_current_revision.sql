-- Bad rows: sessions with more than one revision in force, and revisions that are held twice.
SELECT region, session, count(*) AS revisions, 'in force' AS what
FROM report
WHERE superseded_at IS NULL
GROUP BY region, session
HAVING revisions > 1
UNION ALL
SELECT region, session, count(*) AS revisions, sha256
FROM report
GROUP BY region, session, sha256
HAVING revisions > 1;
