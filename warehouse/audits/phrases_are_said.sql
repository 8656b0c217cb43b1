-- Bad rows: set phrases whose first or last sentence is none of their report's or does not say them, whose count, state and
-- sentences contradict each other, that stand twice in a report, or that skip a report after the first that says them.
WITH ends AS (
    SELECT region, session, sha256, phrase, first_start AS start, first_end AS "end" FROM phrase WHERE count > 0
    UNION ALL
    SELECT region, session, sha256, phrase, last_start, last_end FROM phrase WHERE count > 0
),
-- blanks inside a sentence part no phrase; RE2's \s knows those of ASCII only
said AS (
    SELECT
        ends.*,
        regexp_replace(substring(report.text, start + 1, "end" - start), '[\s\p{Z}\x{0B}\x{1C}-\x{1F}\x{85}]', '', 'g') AS words
    FROM ends
    JOIN report USING (region, session, sha256)
)
SELECT 'not said' AS what, said.region, said.session, said.phrase, said.start
FROM said
LEFT JOIN sentence USING (region, session, sha256, start, "end")
WHERE sentence.part IS NULL OR sentence.part = 'glossary' OR NOT contains(said.words, said.phrase)
UNION ALL
SELECT 'contradiction', region, session, phrase, first_start
FROM phrase
WHERE count < 0
    OR (count > 0) <> (first_start IS NOT NULL AND last_start IS NOT NULL)
    OR (count = 0) <> (state IN ('gone', 'untold'))
    OR state NOT IN ('held', 'new', 'spreading', 'steady', 'fading', 'gone', 'returned', 'untold')
    OR first_start > last_start
UNION ALL
SELECT 'twice', region, session, phrase, NULL
FROM phrase
GROUP BY region, session, phrase
HAVING count(*) > 1
UNION ALL
SELECT 'skipped', found.region, current_report.session, found.phrase, NULL
FROM (
    SELECT phrase.region, phrase.phrase, min((current_report.year, current_report.session)) AS since
    FROM phrase
    JOIN current_report USING (region, session, sha256)
    GROUP BY phrase.region, phrase.phrase
) AS found
JOIN current_report ON current_report.region = found.region AND (current_report.year, current_report.session) > found.since
ANTI JOIN phrase
    ON phrase.region = found.region AND phrase.phrase = found.phrase AND phrase.session = current_report.session;
