-- Grain: one row an observation of a report in force that the present rules read differently from those before, in the
-- same text: gained or lost. This tells of the tool, never of a policy.
CREATE VIEW extraction_changes AS
WITH reread AS (
    SELECT DISTINCT region, session, sha256, rules AS rules_before FROM observation_before
),
present AS (
    SELECT
        observation.region, observation.session, observation.sha256, observation.start, observation."end",
        observation.quote, observation.indicator, observation.low, observation.high, observation.unit,
        observation.measure, observation.bound, observation.role, observation.period, observation.modality
    FROM current_observation AS observation
    JOIN reread USING (region, session, sha256)
),
former AS (
    SELECT
        observation.region, observation.session, observation.sha256, observation.start, observation."end",
        observation.quote, observation.indicator, observation.low, observation.high, observation.unit,
        observation.measure, observation.bound, observation.role, observation.period, observation.modality
    FROM observation_before AS observation
    JOIN current_report USING (region, session, sha256)
),
changed AS (
    SELECT 'gained' AS kind, gained.* FROM (SELECT * FROM present EXCEPT ALL SELECT * FROM former) AS gained
    UNION ALL
    SELECT 'lost' AS kind, lost.* FROM (SELECT * FROM former EXCEPT ALL SELECT * FROM present) AS lost
)
SELECT changed.*, reread.rules_before, report.rules, coalesce(citation.citation, report.citation) AS citation
FROM changed
JOIN current_report AS report USING (region, session, sha256)
JOIN reread USING (region, session, sha256)
LEFT JOIN citation
    ON citation.region = changed.region AND citation.session = changed.session
    AND citation.start <= changed.start AND citation."end" > changed.start;
