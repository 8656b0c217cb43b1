-- Grain: one row an observation of a report in force that states or sets an indicator: its figures, report after report.
-- key, name and base_unit as in keyed_observation.
CREATE VIEW indicator_figure AS
SELECT
    keyed.region, keyed.fictional, keyed.territory, keyed.key, keyed.name, keyed.indicator, keyed.session, keyed.year,
    keyed.role, keyed.horizon, keyed.tier, keyed.period, keyed.low, keyed.high, keyed.unit, keyed.base_unit,
    keyed.base_low, keyed.base_high, keyed.measure, keyed.bound, keyed.modality, keyed.certainty, keyed.basis,
    keyed.quote, keyed.id, keyed.start, keyed."end", keyed.sha256, keyed.rules, cited.citation
FROM keyed_observation AS keyed
JOIN cited_observation AS cited USING (region, session, sha256, id);
