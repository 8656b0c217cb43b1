-- Grain: one row two names of a government that links hold for one and that the evidence does not decide: a person may (tongbi
-- correct identity). rank 1 has the best evidence, whose columns are those of candidate; each name stands with the last number
-- told under it.
CREATE VIEW identity_queue AS
WITH last_told AS (
    SELECT
        line.region, line.territory, line.identity,
        max_by(observation, (observation.year, line.session, -observation.start)) AS told
    FROM line
    JOIN cited_observation AS observation USING (region, session, sha256, id)
    GROUP BY line.region, line.territory, line.identity
)
SELECT
    candidate.region, first_told.told.fictional AS fictional, candidate.territory, candidate.ordinal + 1 AS rank,
    candidate.one_name, candidate.other_name, candidate.reason,
    candidate.score, candidate.links, candidate.likeness, candidate.unit, candidate.section, candidate.size,
    candidate.neighbours, candidate.told_apart,
    first_told.told.session AS one_session, first_told.told.quote AS one_quote, first_told.told.start AS one_start,
    first_told.told."end" AS one_end, first_told.told.sha256 AS one_sha256, first_told.told.citation AS one_citation,
    second_told.told.session AS other_session, second_told.told.quote AS other_quote, second_told.told.start AS other_start,
    second_told.told."end" AS other_end, second_told.told.sha256 AS other_sha256, second_told.told.citation AS other_citation,
    candidate.rules
FROM candidate
JOIN last_told AS first_told
    ON first_told.region = candidate.region AND first_told.territory = candidate.territory
    AND first_told.identity = candidate.one
JOIN last_told AS second_told
    ON second_told.region = candidate.region AND second_told.territory = candidate.territory
    AND second_told.identity = candidate.other
WHERE candidate.verdict = 'queued';
