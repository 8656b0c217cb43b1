-- Reads `incoming` (region, session, sha256, taken_in_at). Other texts of the same session are no longer in force.
UPDATE report SET superseded_at = incoming.taken_in_at
FROM incoming
WHERE report.region = incoming.region AND report.session = incoming.session
    AND report.sha256 <> incoming.sha256 AND report.superseded_at IS NULL;
