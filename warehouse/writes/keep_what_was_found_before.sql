-- Reads `incoming` (region, session, sha256, rules). Where other rules read a text again, what was read in it before is kept, and
-- what was found between it and its neighbours: the first of two neighbours to be read again takes the comparison with it.
CREATE OR REPLACE TEMP TABLE read_again AS
SELECT
    region, session AS earlier, session AS later, sha256 AS earlier_sha256, sha256 AS later_sha256,
    derivation.rules, derivation.decisions
FROM derivation
JOIN incoming USING (region, session, sha256)
WHERE derivation.rules <> incoming.rules
UNION
SELECT
    comparison.region, comparison.earlier, comparison.later, comparison.earlier_sha256, comparison.later_sha256,
    comparison.rules, comparison.decisions
FROM comparison
JOIN incoming
    ON incoming.region = comparison.region
    AND (
        (incoming.session = comparison.earlier AND incoming.sha256 = comparison.earlier_sha256)
        OR (incoming.session = comparison.later AND incoming.sha256 = comparison.later_sha256)
    )
WHERE comparison.rules <> incoming.rules;

DELETE FROM reading_before USING read_again
WHERE reading_before.region = read_again.region
    AND reading_before.earlier = read_again.earlier AND reading_before.later = read_again.later;

DELETE FROM observation_before USING read_again
WHERE observation_before.region = read_again.region
    AND observation_before.session = read_again.earlier AND observation_before.session = read_again.later;

DELETE FROM link_before USING read_again
WHERE link_before.region = read_again.region
    AND link_before.earlier = read_again.earlier AND link_before.later = read_again.later;

DELETE FROM target_state_before USING read_again
WHERE target_state_before.region = read_again.region
    AND target_state_before.earlier = read_again.earlier AND target_state_before.later = read_again.later;

INSERT INTO reading_before FROM read_again;

INSERT INTO observation_before
SELECT observation.*
FROM observation
SEMI JOIN read_again
    ON read_again.region = observation.region
    AND read_again.earlier = observation.session AND read_again.later = observation.session
    AND read_again.earlier_sha256 = observation.sha256;

INSERT INTO link_before
SELECT link.*
FROM link
SEMI JOIN read_again USING (region, earlier, later, earlier_sha256, later_sha256);

INSERT INTO target_state_before
SELECT target_state.*
FROM target_state
SEMI JOIN read_again USING (region, earlier, later, earlier_sha256, later_sha256);

DROP TABLE read_again;
