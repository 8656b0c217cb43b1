-- Grain: one row an observation of a report in force.
CREATE VIEW current_observation AS
SELECT observation.*, current_report.year, current_report.fictional
FROM observation
JOIN current_report USING (region, session, sha256);
