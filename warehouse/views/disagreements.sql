-- Grain: one row two places of a government's reports in force that contradict each other beyond rounding: a past figure stated
-- otherwise by a later report (figure_restated), a growth that is not that of the two amounts (growth_and_amounts_differ;
-- reason begins with the growth that the amounts imply), or an amount larger than that of which it is a part in the same report
-- (part_exceeds_whole: earlier is the whole; only where the headline tells the whole, for a chapter may tell that of a district).
-- Both are quoted, neither is corrected: most come of another definition, a census or a preliminary number.
CREATE VIEW disagreements AS
WITH RECURSIVE part_of AS (
    SELECT id AS part, whole FROM indicator WHERE whole <> ''
    UNION
    SELECT part_of.part, indicator.whole FROM part_of JOIN indicator ON indicator.id = part_of.whole WHERE indicator.whole <> ''
),
amount AS (
    SELECT
        observation.*,
        coalesce(unit.base, observation.unit) AS base_unit,
        observation.low * coalesce(unit.factor, 1) AS base_low, observation.high * coalesce(unit.factor, 1) AS base_high
    FROM cited_observation AS observation
    LEFT JOIN unit ON unit.unit = observation.unit
    WHERE observation.role = 'actual' AND observation.measure = 'level' AND observation.indicator_id <> ''
        AND observation.low IS NOT NULL
),
-- of a thing told twice the smaller part and the larger whole, so that what is told agrees with itself nowhere
least AS (
    SELECT * FROM amount
    WHERE bound <> 'le'
    QUALIFY row_number() OVER (
        PARTITION BY region, session, sha256, indicator_id, period, base_unit ORDER BY base_low, start
    ) = 1
),
most AS (
    SELECT * FROM amount
    QUALIFY row_number() OVER (
        PARTITION BY region, session, sha256, indicator_id, period, base_unit ORDER BY base_high DESC, start
    ) = 1
)
SELECT
    revised.region, later_figure.fictional, revised.earlier, revised.later, 'figure_restated' AS kind,
    later_figure.indicator AS subject, later_figure.indicator_id, later_figure.period,
    earlier_figure.quote AS earlier_quote, later_figure.quote AS later_quote,
    'of_year:' || later_figure.period || if(earlier_figure.certainty = 'estimated', ';estimated', '') AS reason,
    earlier_figure.id AS earlier_observation, later_figure.id AS later_observation,
    earlier_figure.start AS earlier_start, earlier_figure."end" AS earlier_end,
    later_figure.start AS later_start, later_figure."end" AS later_end,
    revised.earlier_sha256, revised.later_sha256, revised.rules,
    earlier_figure.citation AS earlier_citation, later_figure.citation AS later_citation
FROM revised
JOIN cited_observation AS earlier_figure
    ON earlier_figure.region = revised.region AND earlier_figure.session = revised.earlier
    AND earlier_figure.sha256 = revised.earlier_sha256 AND earlier_figure.id = revised.earlier_id
JOIN cited_observation AS later_figure
    ON later_figure.region = revised.region AND later_figure.session = revised.later
    AND later_figure.sha256 = revised.later_sha256 AND later_figure.id = revised.later_id
UNION ALL BY NAME
SELECT
    told.region, told.fictional, told.earlier, told.later, told.kind, told.subject, figure.indicator_id, figure.period,
    told.before AS earlier_quote, told.after AS later_quote, told.reason,
    told.earlier_observation, told.later_observation,
    told.earlier_start, told.earlier_end, told.later_start, told.later_end,
    told.earlier_sha256, told.later_sha256, told.rules, told.earlier_citation, told.later_citation
FROM ranked_change AS told
JOIN observation AS figure
    ON figure.region = told.region AND figure.session = told.later AND figure.sha256 = told.later_sha256
    AND figure.id = told.later_observation
WHERE told.kind = 'growth_and_amounts_differ'
UNION ALL BY NAME
SELECT
    part.region, part.fictional, part.session AS earlier, part.session AS later, 'part_exceeds_whole' AS kind,
    part.indicator AS subject, part.indicator_id, part.period,
    whole.quote AS earlier_quote, part.quote AS later_quote, 'whole:' || whole.indicator AS reason,
    whole.id AS earlier_observation, part.id AS later_observation,
    whole.start AS earlier_start, whole."end" AS earlier_end, part.start AS later_start, part."end" AS later_end,
    part.sha256 AS earlier_sha256, part.sha256 AS later_sha256, part.rules,
    whole.citation AS earlier_citation, part.citation AS later_citation
FROM part_of
JOIN least AS part ON part.indicator_id = part_of.part
JOIN most AS whole
    ON whole.indicator_id = part_of.whole AND whole.region = part.region AND whole.session = part.session
    AND whole.sha256 = part.sha256 AND whole.period = part.period AND whole.base_unit = part.base_unit
WHERE part.base_low > whole.base_high AND whole.bound <> 'ge' AND whole.tier = 'headline';
