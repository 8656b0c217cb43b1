-- Reads `incoming` (region, session, taken_in_at). The document is no longer in the corpus; what was read stays.
UPDATE report SET superseded_at = incoming.taken_in_at
FROM incoming
WHERE report.region = incoming.region AND report.session = incoming.session AND report.superseded_at IS NULL;
