-- Grain: one row a report, in the revision that is in force.
CREATE VIEW current_report AS
SELECT * EXCLUDE (superseded_at)
FROM report
WHERE superseded_at IS NULL;
