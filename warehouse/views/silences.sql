-- Grain: one row a thing that the earlier of two reports in force says and the later one does not: a target without a
-- result (not_found), or what a change tells as dropped, retired or withheld. It is said that nothing was found, no more.
CREATE VIEW silences AS
SELECT
    target_state.region, current_observation.fictional, target_state.earlier, target_state.later,
    'target_not_found' AS kind, current_observation.indicator AS subject, current_observation.quote,
    current_observation.start, current_observation."end", target_state.observation, target_state.reason
FROM target_state
JOIN current_observation
    ON current_observation.region = target_state.region
    AND current_observation.session = target_state.earlier
    AND current_observation.sha256 = target_state.earlier_sha256
    AND current_observation.id = target_state.observation
WHERE target_state.state = 'not_found'
UNION ALL
SELECT
    region, fictional, earlier, later, kind, subject, before AS quote,
    earlier_start AS start, earlier_end AS "end", earlier_observation AS observation, reason
FROM ranked_change
WHERE kind IN (
    'target_dropped', 'growth_withheld', 'number_withheld', 'task_dropped', 'problem_dropped', 'aim_dropped',
    'section_dropped', 'term_retired', 'slogan_retired'
);
