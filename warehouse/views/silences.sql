-- Grain: one row a thing that the earlier of two reports in force says and the later one does not: a target without a
-- result (not_found), or what a change tells as dropped, retired or withheld. It is said that nothing was found, no more.
CREATE VIEW silences AS
SELECT
    target_state.region, observation.fictional, target_state.earlier, target_state.later,
    'target_not_found' AS kind, observation.indicator AS subject, observation.quote,
    observation.start, observation."end", target_state.observation, target_state.reason,
    observation.sha256, observation.rules, observation.citation
FROM target_state
JOIN cited_observation AS observation
    ON observation.region = target_state.region
    AND observation.session = target_state.earlier
    AND observation.sha256 = target_state.earlier_sha256
    AND observation.id = target_state.observation
WHERE target_state.state = 'not_found'
UNION ALL
SELECT
    region, fictional, earlier, later, kind, subject, before AS quote,
    earlier_start AS start, earlier_end AS "end", earlier_observation AS observation, reason,
    earlier_sha256 AS sha256, rules, earlier_citation AS citation
FROM ranked_change
WHERE kind IN (
    'target_dropped', 'growth_withheld', 'number_withheld', 'task_dropped', 'problem_dropped', 'aim_dropped',
    'section_dropped', 'term_retired', 'slogan_retired'
);
