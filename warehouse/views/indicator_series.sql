-- Grain: one row an indicator (key) of a government and territory, a measure, a base unit and a year, from the first to the last
-- year that is told of: the target that the report of that year set for it, and the result that the report of the next year
-- states. Whole years only. Where a report states a thing twice, one is taken: the headline's, of results the one that answers
-- the target, else the first; the others that differ stand beside it, and nothing is added up or corrected.
-- Where there is no target or no result, target_gap and outcome_gap say why, and instead is what the report states in its place:
--   no_report    no report that could state it is held (of this territory)      not_yet      it is not delivered yet
--   in_words     told in words, without a number (instead)                       other        told as another measure (instead)
--   multi_year   told of several years only (instead)                            abridged     not found, and the text is abridged
--   not_stated   not found in the report
-- break_note says that from this year on it is counted otherwise, or is of another territory: years before do not compare.
CREATE VIEW indicator_series AS
WITH annual AS (
    SELECT *
    FROM keyed_observation
    WHERE of_year = about AND measure <> 'qualitative' AND floor IN ('', id)
),
aimed AS (
    SELECT *
    FROM annual
    WHERE role = 'target'
    QUALIFY row_number() OVER (
        PARTITION BY region, territory, key, measure, base_unit, of_year ORDER BY tier = 'headline' DESC, session, start
    ) = 1
),
judged AS (
    SELECT aimed.*, ledger.verdict, ledger.note, ledger.reason, ledger.state, ledger.outcome_ids, ledger.citation
    FROM aimed
    JOIN target_ledger AS ledger USING (region, session, id)
),
-- A result that answers the target is one of its series, whatever it is called there.
answering AS (
    SELECT annual.* REPLACE (judged.key AS key, judged.name AS name), true AS answers
    FROM judged
    JOIN annual
        ON annual.region = judged.region AND annual.territory = judged.territory AND annual.measure = judged.measure
        AND annual.base_unit = judged.base_unit AND annual.of_year = judged.of_year AND annual.role = 'actual'
        AND list_contains(judged.outcome_ids, annual.id)
),
reached AS (
    SELECT *
    FROM (SELECT *, false AS answers FROM annual WHERE role = 'actual' UNION ALL BY NAME FROM answering)
    QUALIFY row_number() OVER (
        PARTITION BY region, territory, key, measure, base_unit, of_year
        ORDER BY answers DESC, tier = 'headline' DESC, session, start
    ) = 1
),
-- Numbers that differ from the one taken by more than rounding can: amounts by a hundredth, all else at all.
differing AS (
    SELECT
        annual.region, annual.territory, annual.key, annual.measure, annual.base_unit, annual.of_year, annual.role,
        list(annual.id ORDER BY annual.session, annual.start) AS ids,
        list(annual.quote ORDER BY annual.session, annual.start) AS quotes
    FROM annual
    JOIN (FROM aimed UNION ALL BY NAME FROM reached) AS taken
        USING (region, territory, key, measure, base_unit, of_year, role)
    WHERE greatest(abs(annual.base_low - taken.base_low), abs(annual.base_high - taken.base_high))
        > CASE annual.measure WHEN 'level' THEN 0.01 ELSE 1e-9 END * greatest(abs(taken.base_low), abs(taken.base_high))
    GROUP BY ALL
),
told AS (
    SELECT
        region, any_value(fictional) AS fictional, territory, key, measure, base_unit,
        arg_max(name, of_year) AS name, min(of_year) AS first_year, max(of_year) AS last_year
    FROM annual
    GROUP BY region, territory, key, measure, base_unit
),
spine AS (
    SELECT told.*, unnest(range(first_year, last_year + 1))::INTEGER AS year
    FROM told
),
-- What a report states of the indicator that is no number of the whole year in this measure and unit.
beside AS (
    SELECT *,
        CASE
            WHEN measure = 'qualitative' AND of_year = about THEN 'in_words'
            WHEN of_year = about THEN 'other'
            WHEN horizon = 'multi_year' THEN 'multi_year'
            WHEN measure = 'qualitative' THEN 'in_words'
        END AS gap
    FROM keyed_observation
    WHERE gap IS NOT NULL AND floor IN ('', id)
),
instead AS (
    SELECT
        spine.region, spine.territory, spine.key, spine.measure, spine.base_unit, spine.year, beside.role,
        first(beside.id ORDER BY array_position(['in_words', 'other', 'multi_year'], beside.gap), beside.start) AS id,
        first(beside.gap ORDER BY array_position(['in_words', 'other', 'multi_year'], beside.gap), beside.start) AS gap,
        first(beside.quote ORDER BY array_position(['in_words', 'other', 'multi_year'], beside.gap), beside.start) AS quote
    FROM spine
    JOIN beside
        ON beside.region = spine.region AND beside.territory = spine.territory AND beside.key = spine.key
        AND beside.about = spine.year
        AND (beside.gap <> 'other' OR (beside.measure, beside.base_unit) <> (spine.measure, spine.base_unit))
    GROUP BY ALL
),
held AS (
    SELECT report.region, place.territory, report.year, bool_and(report.abridged) AS abridged
    FROM current_report AS report
    JOIN report_territory AS place USING (region, session, sha256)
    GROUP BY ALL
),
newest AS (
    SELECT region, max(year) AS year FROM current_report GROUP BY region
),
begun AS (
    SELECT region, territory, min(year) AS year, any_value(note) AS note
    FROM report_territory
    WHERE territory > 0
    GROUP BY region, territory
),
counted AS (
    SELECT
        indicator AS key, since AS year, string_agg(note, '；' ORDER BY ordinal) AS note,
        CASE WHEN breaks = 'both' THEN ['level', 'growth'] ELSE [breaks] END AS kinds
    FROM indicator_note
    GROUP BY ALL
)
SELECT
    spine.region, spine.fictional, spine.territory, spine.key, spine.name, spine.measure, spine.base_unit, spine.year,
    target.session, target.id AS target_id, target.indicator AS target_indicator, target.quote AS target_quote,
    target.low AS target_low, target.high AS target_high, target.unit AS target_unit, target.bound AS target_bound,
    target.modality AS target_modality, target.tier AS target_tier,
    target.base_low AS target_base_low, target.base_high AS target_base_high,
    coalesce(other_targets.ids, []) AS target_other_ids, coalesce(other_targets.quotes, []) AS target_other_quotes,
    CASE
        WHEN target.id IS NOT NULL THEN ''
        WHEN set_in.year IS NULL THEN 'no_report'
        ELSE coalesce(instead_of_target.gap, CASE WHEN set_in.abridged THEN 'abridged' ELSE 'not_stated' END)
    END AS target_gap,
    CASE WHEN target.id IS NULL THEN instead_of_target.id END AS target_instead_id,
    CASE WHEN target.id IS NULL THEN instead_of_target.quote END AS target_instead_quote,
    outcome.session AS outcome_session, outcome.id AS outcome_id, outcome.indicator AS outcome_indicator,
    outcome.quote AS outcome_quote, outcome.low AS outcome_low, outcome.high AS outcome_high,
    outcome.unit AS outcome_unit, outcome.certainty AS outcome_certainty, outcome.tier AS outcome_tier,
    outcome.base_low AS outcome_base_low, outcome.base_high AS outcome_base_high,
    coalesce(other_outcomes.ids, []) AS outcome_other_ids, coalesce(other_outcomes.quotes, []) AS outcome_other_quotes,
    CASE
        WHEN outcome.id IS NOT NULL THEN ''
        WHEN told_in.year IS NULL THEN CASE WHEN spine.year >= newest.year THEN 'not_yet' ELSE 'no_report' END
        ELSE coalesce(instead_of_outcome.gap, CASE WHEN told_in.abridged THEN 'abridged' ELSE 'not_stated' END)
    END AS outcome_gap,
    CASE WHEN outcome.id IS NULL THEN instead_of_outcome.id END AS outcome_instead_id,
    CASE WHEN outcome.id IS NULL THEN instead_of_outcome.quote END AS outcome_instead_quote,
    coalesce(target.verdict, '') AS verdict, coalesce(target.note, '') AS note, coalesce(target.reason, '') AS reason,
    CASE WHEN outcome.id IS NULL THEN coalesce(target.state, '') ELSE '' END AS state,
    concat_ws('；', begun.note, counted.note) AS break_note,
    target.start AS target_start, target."end" AS target_end, target.sha256 AS target_sha256,
    target.rules AS target_rules, target.citation AS target_citation,
    outcome.start AS outcome_start, outcome."end" AS outcome_end, outcome.sha256 AS outcome_sha256,
    outcome.rules AS outcome_rules, cited.citation AS outcome_citation
FROM spine
JOIN newest USING (region)
LEFT JOIN judged AS target
    ON target.region = spine.region AND target.territory = spine.territory AND target.key = spine.key
    AND target.measure = spine.measure AND target.base_unit = spine.base_unit AND target.of_year = spine.year
LEFT JOIN reached AS outcome
    ON outcome.region = spine.region AND outcome.territory = spine.territory AND outcome.key = spine.key
    AND outcome.measure = spine.measure AND outcome.base_unit = spine.base_unit AND outcome.of_year = spine.year
LEFT JOIN cited_observation AS cited
    ON cited.region = outcome.region AND cited.session = outcome.session AND cited.sha256 = outcome.sha256
    AND cited.id = outcome.id
LEFT JOIN differing AS other_targets
    ON other_targets.region = spine.region AND other_targets.territory = spine.territory
    AND other_targets.key = spine.key AND other_targets.measure = spine.measure
    AND other_targets.base_unit = spine.base_unit AND other_targets.of_year = spine.year AND other_targets.role = 'target'
LEFT JOIN differing AS other_outcomes
    ON other_outcomes.region = spine.region AND other_outcomes.territory = spine.territory
    AND other_outcomes.key = spine.key AND other_outcomes.measure = spine.measure
    AND other_outcomes.base_unit = spine.base_unit AND other_outcomes.of_year = spine.year
    AND other_outcomes.role = 'actual'
LEFT JOIN instead AS instead_of_target
    ON instead_of_target.region = spine.region AND instead_of_target.territory = spine.territory
    AND instead_of_target.key = spine.key AND instead_of_target.measure = spine.measure
    AND instead_of_target.base_unit = spine.base_unit AND instead_of_target.year = spine.year
    AND instead_of_target.role = 'target'
LEFT JOIN instead AS instead_of_outcome
    ON instead_of_outcome.region = spine.region AND instead_of_outcome.territory = spine.territory
    AND instead_of_outcome.key = spine.key AND instead_of_outcome.measure = spine.measure
    AND instead_of_outcome.base_unit = spine.base_unit AND instead_of_outcome.year = spine.year
    AND instead_of_outcome.role = 'actual'
LEFT JOIN held AS set_in
    ON set_in.region = spine.region AND set_in.territory = spine.territory AND set_in.year = spine.year
LEFT JOIN held AS told_in
    ON told_in.region = spine.region AND told_in.territory = spine.territory AND told_in.year = spine.year + 1
LEFT JOIN begun
    ON begun.region = spine.region AND begun.territory = spine.territory AND begun.year = spine.year
LEFT JOIN counted
    ON counted.key = spine.key AND counted.year = spine.year
    AND list_contains(counted.kinds, CASE WHEN spine.measure IN ('change_pct', 'change_abs') THEN 'growth' ELSE 'level' END);
