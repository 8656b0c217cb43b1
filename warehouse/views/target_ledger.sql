-- Grain: one row a target of a report in force: where it started, what became of it, what was set next.
-- A floor and its stretch are one row, judged by the floor. Order by headline DESC, start: headline targets first, then as
-- in the text. Where results disagree on the verdict none is given, and the note says conflicting. A target of several years is
-- answered by the report that reviews its last year (due), which outcome_session names. searched_* say what was looked at
-- where nothing was found (see target_search), known_* which figures of the year's first months the report itself states.
CREATE VIEW target_ledger AS
WITH stretched AS (
    SELECT region, session, floor AS id, first(id ORDER BY start) AS stretch_id
    FROM current_observation
    WHERE role = 'target' AND floor NOT IN ('', id)
    GROUP BY region, session, floor
),
started AS (
    SELECT region, later AS session, later_id AS id, first(earlier_id ORDER BY comparable DESC, score DESC, ordinal) AS baseline_id,
        bool_or(note = 'below_baseline') AS is_below
    FROM current_link
    WHERE kind = 'baseline'
    GROUP BY region, later, later_id
),
answer AS (
    SELECT region, earlier, later, earlier_id, later_id, comparable, verdict, note, score, reason, decided, ordinal
    FROM current_link
    WHERE kind = 'outcome'
    UNION ALL
    SELECT region, earlier, later, earlier_id, later_id, comparable, verdict, note, score, reason, decided, ordinal
    FROM long_link
),
ended AS (
    SELECT
        region, earlier AS session, later, earlier_id AS id,
        list(later_id ORDER BY verdict IN ('met', 'missed') DESC, comparable DESC, score DESC, ordinal) AS outcome_ids,
        count(DISTINCT verdict) FILTER (verdict IN ('met', 'missed')) > 1 AS conflicting,
        first(verdict ORDER BY verdict IN ('met', 'missed') DESC, comparable DESC, score DESC, ordinal) AS verdict,
        first(note ORDER BY verdict IN ('met', 'missed') DESC, comparable DESC, score DESC, ordinal) AS note,
        first(reason ORDER BY verdict IN ('met', 'missed') DESC, comparable DESC, score DESC, ordinal) AS reason,
        first(decided ORDER BY verdict IN ('met', 'missed') DESC, comparable DESC, score DESC, ordinal) AS decided
    FROM answer
    GROUP BY region, earlier, later, earlier_id
),
reached AS (
    SELECT DISTINCT region, earlier AS session, earlier_id AS id
    FROM answer
    WHERE contains(note, 'stretch_reached')
),
known AS (
    SELECT
        known_at_setting.region, known_at_setting.session, known_at_setting.target AS id,
        list(known_at_setting.known ORDER BY observation.start, observation.id) AS known_ids,
        string_agg(observation.quote, '、' ORDER BY observation.start, observation.id) AS known_quotes
    FROM known_at_setting
    JOIN observation
        ON observation.region = known_at_setting.region AND observation.session = known_at_setting.session
        AND observation.sha256 = known_at_setting.sha256 AND observation.id = known_at_setting.known
    GROUP BY known_at_setting.region, known_at_setting.session, known_at_setting.target
),
revised AS (
    SELECT
        region, earlier AS session, later, earlier_id AS id,
        first(later_id ORDER BY comparable DESC, score DESC, ordinal) AS next_id,
        first(change ORDER BY comparable DESC, score DESC, ordinal) AS next_change,
        first(comparable ORDER BY comparable DESC, score DESC, ordinal) AS comparable
    FROM current_link
    WHERE kind = 'revision'
    GROUP BY region, earlier, later, earlier_id
),
told AS (
    SELECT region, earlier AS session, later, earlier_observation AS id, first(kind ORDER BY ordinal) AS next_kind
    FROM change
    WHERE kind IN (
        'target_raised', 'target_lowered', 'target_hardened', 'target_softened', 'target_mixed', 'target_dropped'
    )
    GROUP BY region, earlier, later, earlier_observation
)
SELECT
    target.region, target.session, target.fictional, pair.later AS next_session,
    target.id, target.start, target.tier = 'headline' AS headline, target.tier, target.horizon,
    target.indicator, target.indicator_id, coalesce(section_path.words, '') AS section,
    target.quote, target.low, target.high, target.unit, target.measure, target.bound, target.modality, target.period,
    TRY_CAST(regexp_extract_all(target.period, '[0-9]{4}')[-1] AS INTEGER) AS due,
    stretched.stretch_id, stretch.quote AS stretch_quote,
    reached.id IS NOT NULL AS stretch_reached,
    started.baseline_id, baseline.quote AS baseline_quote,
    baseline.low AS baseline_low, baseline.high AS baseline_high, baseline.unit AS baseline_unit,
    coalesce(started.is_below, false) AS below_baseline,
    coalesce(ended.later, '') AS outcome_session,
    coalesce(ended.outcome_ids, []) AS outcome_ids,
    outcome.quote AS outcome_quote, outcome.low AS outcome_low, outcome.high AS outcome_high, outcome.unit AS outcome_unit,
    CASE
        WHEN ended.id IS NULL THEN ''
        WHEN ended.conflicting OR ended.verdict = '' THEN 'not_comparable'
        ELSE ended.verdict
    END AS verdict,
    CASE
        WHEN ended.conflicting THEN 'conflicting'
        ELSE coalesce(ended.note, '')
    END AS note,
    coalesce(ended.reason, long_state.reason, target_state.reason, '') AS reason,
    concat_ws(',', nullif(target.decided, ''), nullif(ended.decided, '')) AS decided,
    CASE
        WHEN ended.id IS NOT NULL THEN ''
        WHEN long_state.state IS NOT NULL THEN long_state.state
        WHEN target_state.state IS NOT NULL THEN target_state.state
        -- Not compared with a later report. A period that ends after this year could not be answered yet anyway.
        WHEN TRY_CAST(regexp_extract_all(target.period, '[0-9]{4}')[-1] AS INTEGER) > target.year THEN 'not_due'
        ELSE 'no_report'
    END AS state,
    revised.next_id, following.quote AS next_quote,
    following.low AS next_low, following.high AS next_high, following.unit AS next_unit,
    revised.next_change,
    -- Where either is a range there is no one difference; its ends are told apart.
    CASE
        WHEN revised.comparable AND revised.next_change IS NULL AND following.unit = target.unit
            THEN following.low - target.low
    END AS next_low_change,
    CASE
        WHEN revised.comparable AND revised.next_change IS NULL AND following.unit = target.unit
            THEN following.high - target.high
    END AS next_high_change,
    coalesce(revised.comparable, false) AS next_comparable,
    coalesce(told.next_kind, '') AS next_kind,
    target."end", target.sha256, target.rules, target.citation,
    outcome.start AS outcome_start, outcome."end" AS outcome_end, outcome.sha256 AS outcome_sha256,
    outcome.citation AS outcome_citation,
    following.start AS next_start, following."end" AS next_end, following.sha256 AS next_sha256,
    following.citation AS next_citation,
    coalesce(known.known_ids, []) AS known_ids, coalesce(known.known_quotes, '') AS known_quotes,
    coalesce(target_search.later, '') AS searched_session,
    coalesce(target_search.parts, '') AS searched_parts, target_search.results AS searched_results,
    coalesce(target_search.names, '') AS searched_names,
    nullif(target_search.nearest, '') AS nearest_id, nearest.quote AS nearest_quote, nearest.indicator AS nearest_indicator,
    target_search.score AS nearest_score, coalesce(target_search.refused, '') AS refused,
    nearest.start AS nearest_start, nearest."end" AS nearest_end, nearest.sha256 AS nearest_sha256,
    nearest.citation AS nearest_citation
FROM cited_observation AS target
LEFT JOIN report_pair AS pair
    ON pair.region = target.region AND pair.earlier = target.session AND pair.compared
LEFT JOIN section_path
    ON section_path.region = target.region AND section_path.session = target.session
    AND section_path.ordinal = target.section
LEFT JOIN stretched
    ON stretched.region = target.region AND stretched.session = target.session AND stretched.id = target.id
LEFT JOIN observation AS stretch
    ON stretch.region = target.region AND stretch.session = target.session AND stretch.sha256 = target.sha256
    AND stretch.id = stretched.stretch_id
LEFT JOIN reached
    ON reached.region = target.region AND reached.session = target.session AND reached.id = stretched.stretch_id
LEFT JOIN started
    ON started.region = target.region AND started.session = target.session AND started.id = target.id
LEFT JOIN observation AS baseline
    ON baseline.region = target.region AND baseline.session = target.session AND baseline.sha256 = target.sha256
    AND baseline.id = started.baseline_id
LEFT JOIN ended
    ON ended.region = target.region AND ended.session = target.session AND ended.id = target.id
LEFT JOIN cited_observation AS outcome
    ON outcome.region = target.region AND outcome.session = ended.later AND outcome.id = ended.outcome_ids[1]
LEFT JOIN long_state
    ON long_state.region = target.region AND long_state.session = target.session AND long_state.sha256 = target.sha256
    AND long_state.observation = target.id
LEFT JOIN known
    ON known.region = target.region AND known.session = target.session AND known.id = target.id
LEFT JOIN target_search
    ON target_search.region = target.region AND target_search.earlier = target.session AND target_search.target = target.id
LEFT JOIN cited_observation AS nearest
    ON nearest.region = target.region AND nearest.session = target_search.later AND nearest.id = target_search.nearest
LEFT JOIN target_state
    ON target_state.region = target.region AND target_state.earlier = target.session
    AND target_state.observation = target.id AND target_state.later = pair.later
LEFT JOIN revised
    ON revised.region = target.region AND revised.session = target.session AND revised.id = target.id
    AND revised.later = pair.later
LEFT JOIN cited_observation AS following
    ON following.region = target.region AND following.session = pair.later AND following.sha256 = pair.later_sha256
    AND following.id = revised.next_id
LEFT JOIN told
    ON told.region = target.region AND told.session = target.session AND told.id = target.id AND told.later = pair.later
WHERE target.role = 'target' AND target.floor IN ('', target.id);
