-- Grain: one row an observation of a report in force, under the indicator that it is of. key is that of its line (the register's id,
-- or a provisional one for all the names of one thing), before there are lines the register's id or the name as written; name is
-- the line's. base_unit is what the unit is a multiple of,
-- base_low and base_high the ends counted in it (as floating point is). about is the year that the report speaks of: its own for a
-- target, the one before for a result; of_year the year of the figure, null where it is not of one whole year.
CREATE VIEW keyed_observation AS
SELECT
    observation.*,
    report_territory.territory,
    coalesce(line.key, nullif(observation.indicator_id, ''), observation.indicator) AS key,
    coalesce(line.name, indicator.name, observation.indicator) AS name,
    coalesce(unit.base, observation.unit) AS base_unit,
    observation.low * coalesce(unit.factor, 1) AS base_low,
    observation.high * coalesce(unit.factor, 1) AS base_high,
    CASE observation.role WHEN 'target' THEN observation.year ELSE observation.year - 1 END AS about,
    CASE WHEN observation.horizon = 'annual' THEN TRY_CAST(observation.period AS INTEGER) END AS of_year
FROM current_observation AS observation
JOIN report_territory USING (region, session, sha256)
LEFT JOIN line USING (region, session, sha256, id)
LEFT JOIN unit ON unit.unit = observation.unit
LEFT JOIN indicator ON indicator.id = observation.indicator_id;
