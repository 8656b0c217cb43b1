-- Bad rows: targets of a compared earlier report that have neither a result nor a state, or both, or two states.
-- A stretch is judged with its floor and needs neither.
WITH answer AS (
    SELECT region, earlier, later, earlier_id AS id, 1 AS outcomes, 0 AS states
    FROM link
    WHERE kind = 'outcome'
    UNION ALL
    SELECT region, earlier, later, observation, 0, 1
    FROM target_state
)
SELECT
    comparison.region, comparison.earlier, comparison.later, target.id, target.quote,
    coalesce(sum(answer.outcomes), 0) AS outcomes, coalesce(sum(answer.states), 0) AS states
FROM comparison
JOIN observation AS target
    ON target.region = comparison.region AND target.session = comparison.earlier
    AND target.sha256 = comparison.earlier_sha256 AND target.role = 'target'
LEFT JOIN answer
    ON answer.region = comparison.region AND answer.earlier = comparison.earlier AND answer.later = comparison.later
    AND answer.id = target.id
GROUP BY comparison.region, comparison.earlier, comparison.later, target.id, target.quote, target.floor
HAVING (outcomes > 0 AND states > 0)
    OR states > 1
    OR (outcomes = 0 AND states = 0 AND target.floor IN ('', target.id));
