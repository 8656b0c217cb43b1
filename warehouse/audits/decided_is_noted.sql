-- Bad rows: observations, links and matches in force that are marked with a correction which is not among those of the build.
WITH decided AS (
    SELECT 'observation' AS what, region, session, id AS marked, unnest(string_split(decided, ',')) AS correction
    FROM current_observation
    WHERE decided <> ''
    UNION ALL
    SELECT 'link', region, later, later_id, unnest(string_split(decided, ','))
    FROM current_link
    WHERE decided <> ''
    UNION ALL
    SELECT 'link over years', region, later, later_id, unnest(string_split(decided, ','))
    FROM long_link
    WHERE decided <> ''
    UNION ALL
    SELECT 'replayed', region, '', '', correction
    FROM long_correction
    UNION ALL
    SELECT 'match', region, later, later_start || '-' || later_end, unnest(string_split(decided, ','))
    FROM match
    WHERE decided <> ''
)
SELECT decided.*
FROM decided
ANTI JOIN correction ON correction.id = decided.correction;
