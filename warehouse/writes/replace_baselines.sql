-- Reads `incoming` (region, session). The baseline links of these reports go, to be written again.
DELETE FROM link USING incoming
WHERE link.kind = 'baseline' AND link.region = incoming.region AND link.earlier = incoming.session;
