-- The changes of one pair, routine ones included, the weightiest first, with the sections that hold the sentences (the innermost of each).
WITH change AS (
    SELECT * FROM every_change WHERE region = $region AND earlier = $earlier AND later = $later
),
placed AS (
    SELECT section.session, section.start, section."end", section.level, section_path.words
    FROM section
    JOIN current_report USING (region, session, sha256)
    JOIN section_path USING (region, session, ordinal)
    WHERE section.region = $region AND section.session IN ($earlier, $later)
)
SELECT
    change.rank, change.kind, change.subject, change.before, change.after,
    change.earlier_start, change.earlier_end, change.later_start, change.later_end,
    change.earlier_observation, change.later_observation, change.score, change.reason,
    coalesce((
        SELECT first(placed.words ORDER BY placed.level DESC) FROM placed
        WHERE placed.session = change.earlier
            AND placed.start <= change.earlier_start AND placed."end" >= change.earlier_end
    ), '') AS earlier_section,
    coalesce((
        SELECT first(placed.words ORDER BY placed.level DESC) FROM placed
        WHERE placed.session = change.later
            AND placed.start <= change.later_start AND placed."end" >= change.later_end
    ), '') AS later_section,
    coalesce(change.earlier_text, '') AS earlier_text, coalesce(change.later_text, '') AS later_text
FROM change
ORDER BY change.rank;
