-- Reads `incoming` (region, session, sha256, rules). Where other rules read a text again, what was read before is kept.
DELETE FROM observation_before
USING incoming, derivation
WHERE observation_before.region = incoming.region AND observation_before.session = incoming.session
    AND derivation.region = incoming.region AND derivation.session = incoming.session
    AND derivation.sha256 = incoming.sha256 AND derivation.rules <> incoming.rules;

INSERT INTO observation_before
SELECT observation.*
FROM observation
JOIN incoming USING (region, session, sha256)
WHERE observation.rules <> incoming.rules;
