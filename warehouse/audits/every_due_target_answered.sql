-- Bad rows: in governments that were looked at over all years, targets beyond the year that their report plans which have neither
-- a result nor a state, or both, or two states; those that are answered by a report which does not review their last year;
-- and targets for which nothing was found and no search is told, or two. A stretch is judged with its floor and needs neither.
WITH beyond AS (
    SELECT observation.*, TRY_CAST(regexp_extract_all(observation.period, '[0-9]{4}')[-1] AS INTEGER) AS due
    FROM current_observation AS observation
    SEMI JOIN series_search USING (region)
    WHERE observation.role = 'target' AND due > observation.year
        AND regexp_matches(observation.period, '^[0-9]{4}(-[0-9]{4})?$')
),
answer AS (
    SELECT region, earlier AS session, earlier_id AS id, 1 AS outcomes, 0 AS states FROM long_link
    UNION ALL
    SELECT region, session, observation, 0, 1 FROM long_state
)
SELECT
    'answers' AS what, beyond.region, beyond.session, beyond.id, beyond.quote,
    coalesce(sum(answer.outcomes), 0) AS outcomes, coalesce(sum(answer.states), 0) AS states
FROM beyond
LEFT JOIN answer USING (region, session, id)
GROUP BY beyond.region, beyond.session, beyond.id, beyond.quote, beyond.floor
HAVING (outcomes > 0 AND states > 0)
    OR states > 1
    OR (outcomes = 0 AND states = 0 AND beyond.floor IN ('', beyond.id))
UNION ALL
SELECT 'another year', long_link.region, long_link.earlier, long_link.earlier_id, long_link.later, 1, 0
FROM long_link
LEFT JOIN beyond
    ON beyond.region = long_link.region AND beyond.session = long_link.earlier AND beyond.id = long_link.earlier_id
LEFT JOIN current_report
    ON current_report.region = long_link.region AND current_report.session = long_link.later
WHERE beyond.due IS DISTINCT FROM current_report.year - 1
UNION ALL
SELECT 'search', missing.region, missing.session, missing.id, '', 0, count(target_search.target)
FROM (
    SELECT region, session, observation AS id FROM long_state WHERE state = 'not_found'
    UNION ALL
    SELECT target_state.region, target_state.earlier, target_state.observation
    FROM target_state
    SEMI JOIN series_search USING (region)
    WHERE target_state.state = 'not_found'
) AS missing
LEFT JOIN target_search
    ON target_search.region = missing.region AND target_search.earlier = missing.session AND target_search.target = missing.id
GROUP BY missing.region, missing.session, missing.id
HAVING count(target_search.target) <> 1;
