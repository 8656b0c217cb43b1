-- Bad rows: matches and marks whose ends are not exactly a sentence of their report, and marks that leave their sentence.
WITH ends AS (
    SELECT 'match' AS what, region, earlier AS session, earlier_sha256 AS sha256, earlier_start AS start, earlier_end AS "end"
    FROM match
    UNION ALL
    SELECT 'match', region, later, later_sha256, later_start, later_end
    FROM match
    UNION ALL
    SELECT 'mark', region, earlier, earlier_sha256, sentence_start, sentence_end
    FROM mark
    WHERE side = 'earlier'
    UNION ALL
    SELECT 'mark', region, later, later_sha256, sentence_start, sentence_end
    FROM mark
    WHERE side = 'later'
)
SELECT ends.what, ends.region, ends.session, ends.start, ends."end"
FROM ends
ANTI JOIN sentence USING (region, session, sha256, start, "end")
UNION ALL
SELECT 'mark', region, CASE side WHEN 'earlier' THEN earlier ELSE later END, start, "end"
FROM mark
WHERE start < sentence_start OR "end" > sentence_end OR start >= "end" OR side NOT IN ('earlier', 'later');
