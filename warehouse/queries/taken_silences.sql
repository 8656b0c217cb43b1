-- As a table: what a report does not say, or says less of.
SELECT *
FROM silences
WHERE region = $region AND later = $later AND ($earlier = '' OR earlier = $earlier)
ORDER BY kind, earlier, start, "end", subject;
