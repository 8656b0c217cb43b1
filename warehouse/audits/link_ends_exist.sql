-- Bad rows: links, states, searches and changes that speak of an observation which its report does not hold, in its lane's role.
WITH joined AS (
    SELECT region, earlier, later, earlier_sha256, later_sha256, kind, earlier_id, later_id FROM link
    UNION ALL
    SELECT region, earlier, later, earlier_sha256, later_sha256, 'outcome', earlier_id, later_id FROM long_link
    UNION ALL
    SELECT region, earlier, later, earlier_sha256, later_sha256, 'series', earlier_id, later_id FROM revised
),
asked AS (
    SELECT region, earlier, later, earlier_sha256, state, observation FROM target_state
    UNION ALL
    SELECT region, session, due::VARCHAR, sha256, state, observation FROM long_state
    UNION ALL
    SELECT region, earlier, later, earlier_sha256, 'searched', target FROM target_search
    UNION ALL
    SELECT region, session, session, sha256, 'known', target FROM known_at_setting
)
SELECT 'link' AS what, link.region, link.earlier, link.later, link.kind, link.earlier_id AS observation
FROM joined AS link
ANTI JOIN observation
    ON observation.region = link.region AND observation.session = link.earlier AND observation.sha256 = link.earlier_sha256
    AND observation.id = link.earlier_id
    AND observation.role = CASE WHEN link.kind IN ('baseline', 'series') THEN 'actual' ELSE 'target' END
UNION ALL
SELECT 'link', link.region, link.earlier, link.later, link.kind, link.later_id
FROM joined AS link
ANTI JOIN observation
    ON observation.region = link.region AND observation.session = link.later AND observation.sha256 = link.later_sha256
    AND observation.id = link.later_id
    AND observation.role = CASE WHEN link.kind IN ('outcome', 'series') THEN 'actual' ELSE 'target' END
UNION ALL
SELECT 'state', state.region, state.earlier, state.later, state.state, state.observation
FROM asked AS state
ANTI JOIN observation
    ON observation.region = state.region AND observation.session = state.earlier
    AND observation.sha256 = state.earlier_sha256 AND observation.id = state.observation AND observation.role = 'target'
UNION ALL
SELECT 'change', change.region, change.earlier, change.later, change.kind, change.earlier_observation
FROM change
ANTI JOIN observation
    ON observation.region = change.region AND observation.session = change.earlier
    AND observation.sha256 = change.earlier_sha256 AND observation.id = change.earlier_observation
WHERE change.earlier_observation <> ''
UNION ALL
SELECT 'change', change.region, change.earlier, change.later, change.kind, change.later_observation
FROM change
ANTI JOIN observation
    ON observation.region = change.region AND observation.session = change.later
    AND observation.sha256 = change.later_sha256 AND observation.id = change.later_observation
WHERE change.later_observation <> '';
