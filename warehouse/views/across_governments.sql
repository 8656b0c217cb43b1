-- Grain: one row a legitimate comparison between two governments: of one registered indicator, of one whole year, each side the one
-- headline figure of its report (headline_figure), invented governments with invented ones only. kind is
--   growth   the growth that two governments of one level, or one and one above it, reported, at the same prices
--   cascade  what a government and one above it set as their target: a growth at the same prices, or a share
--   part     an amount that adds up over places, of a government and of one above it, at the prices of its year: share is the
--            former's part of the latter
-- region is the lower of the two, or the one that regions.toml lists first; relation is peer or above, steps how many levels lie
-- between. Amounts stand beside each other as part and whole only; there is no order, no rank, no count of targets met.
CREATE VIEW across_governments AS
WITH RECURSIVE above AS (
    SELECT name, parent AS ancestor, 1 AS steps FROM region WHERE parent <> ''
    UNION
    SELECT above.name, region.parent, above.steps + 1
    FROM above
    JOIN region ON region.name = above.ancestor
    WHERE region.parent <> '' AND above.steps < 3
),
related AS (
    SELECT name AS region, ancestor AS other_region, 'above' AS relation, steps FROM above
    UNION ALL
    SELECT region.name, other.name, 'peer', 0
    FROM region
    JOIN region AS other ON other.level = region.level AND other.ordinal > region.ordinal
),
beside AS (
    SELECT
        CASE own.measure WHEN 'level' THEN 'part' ELSE 'growth' END AS kind, related.relation, related.steps, own, other
    FROM related
    JOIN headline_figure AS own ON own.region = related.region AND own.role = 'actual'
    JOIN headline_figure AS other
        ON other.region = related.other_region AND other.role = 'actual' AND other.year = own.year
        AND other.indicator_id = own.indicator_id AND other.measure = own.measure AND other.base_unit = own.base_unit
        AND other.prices = own.prices AND other.fictional = own.fictional
    WHERE own.measure = 'change_pct'
        OR (
            own.measure = 'level' AND related.relation = 'above' AND own.additive AND own.prices = 'nominal'
            AND own.low = own.high AND other.low = other.high
            -- 突破4万亿元 is no amount to take a share of
            AND own.bound NOT IN ('ge', 'le') AND other.bound NOT IN ('ge', 'le')
            AND own.base_low > 0 AND own.base_low <= other.base_low
        )
    UNION ALL
    SELECT 'cascade', related.relation, related.steps, own, other
    FROM related
    JOIN headline_figure AS own
        ON own.region = related.region AND own.role = 'target' AND own.measure IN ('change_pct', 'ratio')
    JOIN headline_figure AS other
        ON other.region = related.other_region AND other.role = 'target' AND other.year = own.year
        AND other.indicator_id = own.indicator_id AND other.measure = own.measure AND other.base_unit = own.base_unit
        AND other.prices = own.prices AND other.fictional = own.fictional
    WHERE related.relation = 'above'
)
SELECT
    kind, own.fictional, own.region, other.region AS other_region, relation, steps,
    own.year, own.indicator_id, own.indicator_name, own.measure, own.base_unit, own.prices,
    own.id, own.session, own.indicator, own.quote, own.low, own.high, own.unit, own.bound, own.modality, own.certainty,
    own.start, own."end", own.sha256, own.rules, own.citation,
    other.id AS other_id, other.session AS other_session, other.indicator AS other_indicator, other.quote AS other_quote,
    other.low AS other_low, other.high AS other_high, other.unit AS other_unit, other.bound AS other_bound,
    other.modality AS other_modality, other.certainty AS other_certainty, other.start AS other_start,
    other."end" AS other_end, other.sha256 AS other_sha256, other.citation AS other_citation,
    CASE kind WHEN 'part' THEN own.base_low / other.base_low END AS share
FROM beside;
