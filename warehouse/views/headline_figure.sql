-- Grain: one row a government, year, role, registered indicator, measure, base unit and prices: the figure of the whole year that
-- its report of that year (a target) or of the year after (a result) puts in the headline: the sentence of the main targets, or
-- that which opens the review. Of several of one value it is the first; where they differ, or only by a bound, there is none,
-- for nobody can say which is meant. A stretch is left out, its floor stands. prices is what the text names (basis) or else what
-- the register says of the indicator's growth, null where neither tells
-- (or where it is money that some tell in a foreign currency); amounts are at the prices of their year.
CREATE VIEW headline_figure AS
WITH figure AS (
    SELECT
        observation.region, observation.fictional, observation.session, observation.sha256, observation.rules,
        CASE observation.role WHEN 'actual' THEN observation.year - 1 ELSE observation.year END AS year,
        observation.role, observation.indicator_id, observation.measure,
        coalesce(unit.base, observation.unit) AS base_unit,
        CASE
            WHEN observation.measure NOT IN ('change_pct', 'level') THEN ''
            WHEN contains(observation.basis, '可比价') OR observation.basis = '不变价' THEN 'constant'
            WHEN observation.basis IN ('实际', '扣除价格因素') THEN 'real'
            WHEN observation.basis IN ('现价', '当年价', '名义') THEN 'nominal'
            -- 同口径, 可比, 剔除: each government leaves out something else
            WHEN observation.basis <> '' THEN NULL
            WHEN observation.measure = 'level' THEN 'nominal'
            -- trade grows otherwise in 元 than in 美元, and few say in which
            WHEN indicator.prices = 'varies' OR (indicator.prices = 'nominal' AND indicator.foreign_money) THEN NULL
            ELSE indicator.prices
        END AS prices,
        indicator.name AS indicator_name, indicator.additive,
        observation.id, observation.start, observation."end", observation.quote, observation.indicator,
        observation.low, observation.high, observation.unit,
        observation.low * coalesce(unit.factor, 1) AS base_low, observation.high * coalesce(unit.factor, 1) AS base_high,
        observation.bound, observation.modality, observation.certainty, observation.basis, observation.citation
    FROM cited_observation AS observation
    JOIN indicator ON indicator.id = observation.indicator_id
    LEFT JOIN unit ON unit.unit = observation.unit
    WHERE observation.tier = 'headline' AND observation.horizon = 'annual' AND observation.low IS NOT NULL
        AND observation.floor IN ('', observation.id)
        AND observation.period = CAST(
            CASE observation.role WHEN 'actual' THEN observation.year - 1 ELSE observation.year END AS VARCHAR
        )
)
SELECT *
FROM figure
WINDOW one AS (PARTITION BY region, year, role, indicator_id, measure, base_unit, prices)
QUALIFY count(DISTINCT (base_low, base_high, bound)) OVER one = 1
    AND row_number() OVER (one ORDER BY session, start) = 1;
