-- Their territories, each government's from the oldest.
SELECT territory.region, territory.ordinal, territory.since, territory.note
FROM territory
JOIN region ON region.name = territory.region
ORDER BY region.ordinal, territory.ordinal;
