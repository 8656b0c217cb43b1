-- Grain: one row a thing that the present rules find otherwise than those before, in the same text or between the same two texts:
-- gained or lost. This tells of the tool, never of a policy. what is observation; link (joined now, or no longer, in its lane);
-- verdict (the same target and result, judged otherwise: one row lost, one gained); state (why a target has no result). A link's
-- or verdict's first end is in the columns of the observation, the other one in those that begin with other_. Scores are not
-- compared: nobody is told of them. cause says who made the difference: rules; decided, where a person's correction bears on
-- the row (decided has its id); either, where other corrections were laid over the texts since and the row does not say.
CREATE VIEW extraction_changes AS
WITH text AS (
    SELECT
        reading.region, reading.earlier AS session, reading.earlier_sha256 AS sha256, reading.rules AS rules_before,
        derivation.rules, reading.decisions <> derivation.decisions AS corrected
    FROM reading_before AS reading
    JOIN current_report AS report
        ON report.region = reading.region AND report.session = reading.earlier AND report.sha256 = reading.earlier_sha256
    JOIN derivation
        ON derivation.region = reading.region AND derivation.session = reading.earlier
        AND derivation.sha256 = reading.earlier_sha256
    WHERE reading.earlier = reading.later
),
pair AS (
    SELECT
        reading.region, reading.earlier, reading.later, reading.earlier_sha256, reading.later_sha256,
        reading.rules AS rules_before, comparison.rules,
        reading.decisions <> comparison.decisions OR earlier_text.corrected OR later_text.corrected AS corrected
    FROM reading_before AS reading
    JOIN comparison USING (region, earlier, later, earlier_sha256, later_sha256)
    JOIN text AS earlier_text
        ON earlier_text.region = reading.region AND earlier_text.session = reading.earlier
        AND earlier_text.sha256 = reading.earlier_sha256
    JOIN text AS later_text
        ON later_text.region = reading.region AND later_text.session = reading.later
        AND later_text.sha256 = reading.later_sha256
    UNION ALL
    SELECT region, session, session, sha256, sha256, rules_before, rules, corrected FROM text
),
-- Present rows count 1 and former ones -1: what is left over was gained or lost.
reading AS (
    SELECT observation.*, 1 AS now FROM observation SEMI JOIN text USING (region, session, sha256)
    UNION ALL
    SELECT observation.*, -1 FROM observation_before AS observation SEMI JOIN text USING (region, session, sha256)
),
read AS (
    SELECT
        region, session, sha256, start, "end", quote, indicator, indicator_id, low, high, unit, measure, bound, role, period,
        modality, tier, horizon, certainty, basis, floor, any_value(id) AS id, max(decided) AS decided, sum(now) AS balance
    FROM reading
    GROUP BY
        region, session, sha256, start, "end", quote, indicator, indicator_id, low, high, unit, measure, bound, role, period,
        modality, tier, horizon, certainty, basis, floor
),
joining AS (
    SELECT link.*, 1 AS now FROM link SEMI JOIN pair USING (region, earlier, later, earlier_sha256, later_sha256)
    UNION ALL
    SELECT link.*, -1
    FROM link_before AS link
    SEMI JOIN pair USING (region, earlier, later, earlier_sha256, later_sha256)
),
joined AS (
    SELECT
        region, earlier, later, kind AS lane, earlier_id, later_id, comparable, change, verdict, note, reason,
        max(decided) AS decided, sum(now) AS balance,
        -- joined before and now
        kind = 'outcome' AND min(min(now)) OVER ends < max(max(now)) OVER ends AS judged
    FROM joining
    GROUP BY region, earlier, later, kind, earlier_id, later_id, comparable, change, verdict, note, reason
    WINDOW ends AS (PARTITION BY region, earlier, later, kind, earlier_id, later_id)
),
answering AS (
    SELECT state.*, 1 AS now
    FROM target_state AS state
    SEMI JOIN pair USING (region, earlier, later, earlier_sha256, later_sha256)
    UNION ALL
    SELECT state.*, -1
    FROM target_state_before AS state
    SEMI JOIN pair USING (region, earlier, later, earlier_sha256, later_sha256)
),
answered AS (
    SELECT region, earlier, later, observation, state, reason, sum(now) AS balance
    FROM answering
    GROUP BY region, earlier, later, observation, state, reason
),
changed AS (
    SELECT
        'observation' AS what, region, session AS earlier, session AS later, '' AS lane, id AS earlier_id, '' AS later_id,
        '' AS verdict, '' AS note, '' AS state, '' AS reason, decided, balance
    FROM read
    WHERE balance <> 0
    UNION ALL
    SELECT
        CASE WHEN judged THEN 'verdict' ELSE 'link' END, region, earlier, later, lane, earlier_id, later_id,
        verdict, note, '', reason, decided, balance
    FROM joined
    WHERE balance <> 0
    UNION ALL
    SELECT 'state', region, earlier, later, '', observation, '', '', '', state, reason, '', balance
    FROM answered
    WHERE balance <> 0
)
SELECT
    changed.what, CASE WHEN changed.balance > 0 THEN 'gained' ELSE 'lost' END AS kind,
    changed.region, changed.earlier AS session, pair.earlier_sha256 AS sha256, changed.earlier_id AS id,
    observation.start, observation."end", observation.quote, observation.indicator, observation.indicator_id,
    observation.low, observation.high, observation.unit, observation.measure, observation.bound, observation.role,
    observation.period, observation.modality, observation.tier, observation.horizon, observation.certainty,
    observation.basis, observation.floor,
    changed.lane, changed.verdict, changed.note, changed.state, changed.reason,
    CASE WHEN changed.earlier <> changed.later OR changed.later_id <> '' THEN changed.later END AS other_session,
    CASE WHEN changed.earlier <> changed.later OR changed.later_id <> '' THEN pair.later_sha256 END AS other_sha256,
    nullif(changed.later_id, '') AS other_id, other.start AS other_start, other."end" AS other_end,
    other.quote AS other_quote, other.indicator AS other_indicator,
    CASE
        WHEN NOT pair.corrected THEN 'rules'
        WHEN changed.decided <> '' THEN 'decided'
        ELSE 'either'
    END AS cause,
    changed.decided, pair.rules_before, pair.rules,
    coalesce(place.citation, report.citation) AS citation, other_place.citation AS other_citation
FROM changed
JOIN pair USING (region, earlier, later)
JOIN current_report AS report ON report.region = changed.region AND report.session = changed.earlier
LEFT JOIN reading AS observation
    ON observation.region = changed.region AND observation.session = changed.earlier AND observation.id = changed.earlier_id
    AND observation.now = sign(changed.balance)
LEFT JOIN reading AS other
    ON other.region = changed.region AND other.session = changed.later AND other.id = changed.later_id
    AND other.now = sign(changed.balance)
LEFT JOIN citation AS place
    ON place.region = changed.region AND place.session = changed.earlier
    AND place.start <= observation.start AND place."end" > observation.start
LEFT JOIN citation AS other_place
    ON other_place.region = changed.region AND other_place.session = changed.later
    AND other_place.start <= other.start AND other_place."end" > other.start;
