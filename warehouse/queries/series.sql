-- Target and result by year of the indicators of one government that are told of in two years or more, each figure as a struct.
-- It is asked of the rows of that government alone (layout.narrowed).
WITH series AS (
    SELECT *
    FROM indicator_series
    QUALIFY count(coalesce(target_id, outcome_id)) OVER (PARTITION BY territory, key, measure, base_unit) >= 2
),
others AS (
    SELECT territory, key, measure, base_unit, year, 'target' AS role, unnest(target_other_ids) AS id FROM series
    UNION ALL
    SELECT territory, key, measure, base_unit, year, 'actual' AS role, unnest(outcome_other_ids) AS id FROM series
),
differing AS (
    SELECT
        others.territory, others.key, others.measure, others.base_unit, others.year, others.role,
        list(figure.figure ORDER BY observation.start) AS figures
    FROM others
    JOIN figure USING (id)
    JOIN current_observation AS observation USING (id)
    GROUP BY ALL
)
SELECT
    series.key, series.name, series.territory, series.measure, series.base_unit, series.year,
    coalesce(series.session, '') AS session, coalesce(series.outcome_session, '') AS outcome_session,
    target.figure AS target, outcome.figure AS outcome,
    series.target_base_low, series.target_base_high, series.outcome_base_low, series.outcome_base_high,
    series.target_gap, series.outcome_gap,
    target_instead.figure AS target_instead, outcome_instead.figure AS outcome_instead,
    coalesce(other_targets.figures, []) AS target_others, coalesce(other_outcomes.figures, []) AS outcome_others,
    series.verdict, series.note, series.reason, series.state, series.break_note
FROM series
LEFT JOIN figure AS target ON target.id = series.target_id
LEFT JOIN figure AS outcome ON outcome.id = series.outcome_id
LEFT JOIN figure AS target_instead ON target_instead.id = series.target_instead_id
LEFT JOIN figure AS outcome_instead ON outcome_instead.id = series.outcome_instead_id
LEFT JOIN differing AS other_targets
    ON (other_targets.territory, other_targets.key, other_targets.measure, other_targets.base_unit, other_targets.year)
    = (series.territory, series.key, series.measure, series.base_unit, series.year) AND other_targets.role = 'target'
LEFT JOIN differing AS other_outcomes
    ON (other_outcomes.territory, other_outcomes.key, other_outcomes.measure, other_outcomes.base_unit, other_outcomes.year)
    = (series.territory, series.key, series.measure, series.base_unit, series.year) AND other_outcomes.role = 'actual'
ORDER BY series.key, series.measure, series.base_unit, series.territory, series.year;
