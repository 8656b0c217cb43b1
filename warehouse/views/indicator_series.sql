-- Grain: one row an observation of a report in force that states or sets an indicator: its figures, report after report.
-- key is the register's id, or the name as written where the register does not know it.
CREATE VIEW indicator_series AS
SELECT
    region, fictional, coalesce(nullif(indicator_id, ''), indicator) AS key, indicator, session, year, role, horizon, tier,
    period, low, high, unit, measure, bound, modality, certainty, basis, quote, id, start, "end",
    sha256, rules, citation
FROM cited_observation;
