-- Reads `incoming` (region, earlier, later). Every row of these comparisons goes, to be written again.
DELETE FROM comparison USING incoming
WHERE comparison.region = incoming.region AND comparison.earlier = incoming.earlier AND comparison.later = incoming.later;

DELETE FROM match USING incoming
WHERE match.region = incoming.region AND match.earlier = incoming.earlier AND match.later = incoming.later;

DELETE FROM edit USING incoming
WHERE edit.region = incoming.region AND edit.earlier = incoming.earlier AND edit.later = incoming.later;

DELETE FROM mark USING incoming
WHERE mark.region = incoming.region AND mark.earlier = incoming.earlier AND mark.later = incoming.later;

DELETE FROM target_state USING incoming
WHERE target_state.region = incoming.region AND target_state.earlier = incoming.earlier AND target_state.later = incoming.later;

DELETE FROM change USING incoming
WHERE change.region = incoming.region AND change.earlier = incoming.earlier AND change.later = incoming.later;

DELETE FROM head_fact USING incoming
WHERE head_fact.region = incoming.region AND head_fact.earlier = incoming.earlier AND head_fact.later = incoming.later;

DELETE FROM orphan USING incoming
WHERE orphan.region = incoming.region AND orphan.earlier = incoming.earlier AND orphan.later = incoming.later
    AND orphan.earlier <> orphan.later;

DELETE FROM link USING incoming
WHERE link.kind <> 'baseline'
    AND link.region = incoming.region AND link.earlier = incoming.earlier AND link.later = incoming.later;
