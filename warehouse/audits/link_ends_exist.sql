-- Bad rows: links, states and changes that speak of an observation which its report does not hold, in its lane's role.
SELECT 'link' AS what, link.region, link.earlier, link.later, link.kind, link.earlier_id AS observation
FROM link
ANTI JOIN observation
    ON observation.region = link.region AND observation.session = link.earlier AND observation.sha256 = link.earlier_sha256
    AND observation.id = link.earlier_id
    AND observation.role = CASE WHEN link.kind IN ('baseline', 'series') THEN 'actual' ELSE 'target' END
UNION ALL
SELECT 'link', link.region, link.earlier, link.later, link.kind, link.later_id
FROM link
ANTI JOIN observation
    ON observation.region = link.region AND observation.session = link.later AND observation.sha256 = link.later_sha256
    AND observation.id = link.later_id
    AND observation.role = CASE WHEN link.kind IN ('outcome', 'series') THEN 'actual' ELSE 'target' END
UNION ALL
SELECT 'state', state.region, state.earlier, state.later, state.state, state.observation
FROM target_state AS state
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
