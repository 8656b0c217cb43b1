-- Grain: one row an observation of a report in force, under the indicator that it is of. key is the register's id, or the name as
-- written where the register does not know it; name is the register's, or that name. base_unit is what the unit is a multiple of,
-- base_low and base_high the ends counted in it (as floating point is). about is the year that the report speaks of: its own for a
-- target, the one before for a result; of_year the year of the figure, null where it is not of one whole year.
CREATE VIEW keyed_observation AS
SELECT
    observation.*,
    report_territory.territory,
    coalesce(nullif(observation.indicator_id, ''), observation.indicator) AS key,
    coalesce(indicator.name, observation.indicator) AS name,
    coalesce(unit.base, observation.unit) AS base_unit,
    observation.low * coalesce(unit.factor, 1) AS base_low,
    observation.high * coalesce(unit.factor, 1) AS base_high,
    CASE observation.role WHEN 'target' THEN observation.year ELSE observation.year - 1 END AS about,
    CASE WHEN observation.horizon = 'annual' THEN TRY_CAST(observation.period AS INTEGER) END AS of_year
FROM current_observation AS observation
JOIN report_territory USING (region, session, sha256)
LEFT JOIN unit ON unit.unit = observation.unit
LEFT JOIN indicator ON indicator.id = observation.indicator_id;
