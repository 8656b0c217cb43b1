-- Grain: one row a change worth telling between two reports in force: every change but the routine ones, which rank last.
CREATE VIEW ranked_change AS
FROM every_change
WHERE kind <> 'routine';
