-- Bad rows: comparisons between governments that are none: of a figure that is not the headline's of the whole year, or not of the
-- indicator, or no longer in force; of amounts other than a part and its whole; of a government that is not above the other; of
-- invented and real ones; at prices that are not told; with several figures on one side. A build sees the comparisons between
-- the governments that it touched, `tongbi check` all of them.
WITH across AS MATERIALIZED (FROM across_governments),
side AS (
    SELECT kind, region, session, sha256, id, quote, year, indicator_id, measure, fictional
    FROM across
    UNION
    SELECT kind, other_region, other_session, other_sha256, other_id, other_quote, year, indicator_id, measure, fictional
    FROM across
)
SELECT 'figure' AS what, side.kind, side.region, side.session AS other, side.id, side.quote
FROM side
JOIN observation USING (region, session, sha256, id)
JOIN report USING (region, session, sha256)
WHERE observation.tier <> 'headline' OR observation.horizon <> 'annual' OR observation.floor NOT IN ('', observation.id)
    OR observation.role <> CASE side.kind WHEN 'cascade' THEN 'target' ELSE 'actual' END
    OR observation.period <> CAST(side.year AS VARCHAR)
    OR report.year <> CASE side.kind WHEN 'cascade' THEN side.year ELSE side.year + 1 END
    OR observation.indicator_id <> side.indicator_id OR observation.measure <> side.measure
    OR observation.quote <> side.quote OR side.indicator_id = ''
    OR report.superseded_at IS NOT NULL OR report.fictional <> side.fictional
UNION ALL
SELECT 'measure', kind, region, other_region, id, quote
FROM across
WHERE measure NOT IN ('change_pct', CASE kind WHEN 'part' THEN 'level' WHEN 'cascade' THEN 'ratio' ELSE 'change_pct' END)
    OR (kind = 'part' AND measure <> 'level') OR kind NOT IN ('growth', 'cascade', 'part') OR prices IS NULL
    OR (kind = 'part') <> (share IS NOT NULL) OR NOT coalesce(share > 0 AND share <= 1, true)
UNION ALL
SELECT 'not additive', kind, region, other_region, across.id, quote
FROM across
LEFT JOIN indicator ON indicator.id = indicator_id
WHERE kind = 'part' AND NOT coalesce(indicator.additive, false)
UNION ALL
SELECT 'not above', kind, across.region, other_region, id, quote
FROM across
LEFT JOIN region AS own ON own.name = across.region
LEFT JOIN region AS first ON first.name = own.parent
LEFT JOIN region AS second ON second.name = first.parent
LEFT JOIN region AS other ON other.name = other_region
WHERE CASE relation
    WHEN 'above' THEN NOT coalesce(other_region IN (own.parent, coalesce(first.parent, ''), coalesce(second.parent, '')), false)
    WHEN 'peer' THEN kind <> 'growth' OR own.level IS DISTINCT FROM other.level OR across.region = other_region
    ELSE true
END
UNION ALL
SELECT 'two figures', kind, region, other_region, min(id), min(quote)
FROM across
GROUP BY kind, region, other_region, year, indicator_id, measure, base_unit, prices
HAVING count(*) > 1;
