-- Reads `incoming` (region, session, sha256, decisions). Where other corrections are laid over a text than before, what it was
-- compared with has to be compared again; what was found there goes with the comparison.
DELETE FROM comparison USING incoming, derivation
WHERE derivation.region = incoming.region AND derivation.session = incoming.session AND derivation.sha256 = incoming.sha256
    AND derivation.decisions <> incoming.decisions
    AND comparison.region = incoming.region
    AND (
        (comparison.earlier = incoming.session AND comparison.earlier_sha256 = incoming.sha256)
        OR (comparison.later = incoming.session AND comparison.later_sha256 = incoming.sha256)
    );
