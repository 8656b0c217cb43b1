-- Grain: one row an observation of a report in force, with how the paragraph is cited that it stands in.
CREATE VIEW cited_observation AS
SELECT observation.*, coalesce(citation.citation, report.citation) AS citation
FROM current_observation AS observation
JOIN current_report AS report USING (region, session, sha256)
LEFT JOIN citation
    ON citation.region = observation.region AND citation.session = observation.session
    AND citation.sha256 = observation.sha256
    AND citation.start <= observation.start AND citation."end" > observation.start;
