-- Grain: one row two names of a government that links hold for one and that the evidence does not decide: a person may (tongbi
-- correct identity). rank 1 has the best evidence, whose columns are those of candidate; each name stands with the last number
-- told under it.
CREATE VIEW identity_queue AS
WITH queued AS (
    SELECT * FROM candidate WHERE verdict = 'queued'
),
last_told AS (
    SELECT
        line.region, line.territory, line.identity,
        max_by(observation, (observation.year, line.session, -observation.start)) AS told
    FROM line
    JOIN cited_observation AS observation USING (region, session, sha256, id)
    GROUP BY line.region, line.territory, line.identity
),
-- Both names are looked up by one join: of two, each name of a government would meet every other one first.
asked AS (
    SELECT region, territory, ordinal, unnest([1, 2]) AS side, unnest([one, other]) AS identity
    FROM queued
),
told AS (
    SELECT
        asked.region, asked.territory, asked.ordinal,
        any_value(last_told.told) FILTER (asked.side = 1) AS one,
        any_value(last_told.told) FILTER (asked.side = 2) AS other
    FROM asked
    JOIN last_told USING (region, territory, identity)
    GROUP BY asked.region, asked.territory, asked.ordinal
)
SELECT
    queued.region, told.one.fictional AS fictional, queued.territory, queued.ordinal + 1 AS rank,
    queued.one_name, queued.other_name, queued.reason,
    queued.score, queued.links, queued.likeness, queued.unit, queued.section, queued.size,
    queued.neighbours, queued.told_apart,
    told.one.session AS one_session, told.one.id AS one_id, told.one.quote AS one_quote, told.one.start AS one_start,
    told.one."end" AS one_end, told.one.sha256 AS one_sha256, told.one.citation AS one_citation,
    told.other.session AS other_session, told.other.id AS other_id, told.other.quote AS other_quote,
    told.other.start AS other_start, told.other."end" AS other_end, told.other.sha256 AS other_sha256,
    told.other.citation AS other_citation,
    queued.rules
FROM queued
JOIN told USING (region, territory, ordinal)
WHERE told.one IS NOT NULL AND told.other IS NOT NULL;
