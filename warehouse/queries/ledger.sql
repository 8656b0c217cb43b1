-- The targets of one report in the order in which they are shown, each with the figures beside it as structs.
WITH ledger AS (
    SELECT * FROM target_ledger WHERE region = $region AND session = $session
),
own AS (
    SELECT id, figure FROM figure WHERE region = $region AND session = $session
),
next_report AS (
    SELECT figure.id, figure.figure
    FROM figure
    JOIN report_pair
        ON report_pair.region = figure.region AND report_pair.later = figure.session
    WHERE report_pair.region = $region AND report_pair.earlier = $session
),
outcome AS (
    SELECT ended.id, list(figure.figure ORDER BY ended.place) AS figures
    FROM (
        SELECT id, outcome_session, unnest(outcome_ids) AS outcome_id, generate_subscripts(outcome_ids, 1) AS place FROM ledger
    ) AS ended
    JOIN figure ON figure.region = $region AND figure.session = ended.outcome_session AND figure.id = ended.outcome_id
    GROUP BY ended.id
),
corrected AS (
    SELECT
        marked.id,
        list(
            struct_pack(id := correction.id, decided_by := decided_by, decided_on := decided_on, why := why)
            ORDER BY correction.ordinal
        ) AS decided
    FROM (SELECT DISTINCT id, unnest(string_split(decided, ',')) AS correction_id FROM ledger) AS marked
    JOIN correction ON correction.id = marked.correction_id
    GROUP BY marked.id
)
SELECT
    ledger.id, ledger.indicator, ledger.indicator_id, ledger.tier, ledger.horizon, ledger.section,
    target.figure AS target, stretch.figure AS stretch, baseline.figure AS baseline,
    ledger.below_baseline, ledger.stretch_reached,
    coalesce(outcome.figures, []) AS outcomes,
    ledger.verdict, ledger.note, ledger.reason, ledger.state,
    following.figure AS next, ledger.next_change, ledger.next_low_change, ledger.next_high_change, ledger.next_kind, ledger.next_comparable AS comparable,
    coalesce(corrected.decided, []) AS decided, ledger.due, ledger.outcome_session
FROM ledger
JOIN own AS target ON target.id = ledger.id
LEFT JOIN own AS stretch ON stretch.id = ledger.stretch_id
LEFT JOIN own AS baseline ON baseline.id = ledger.baseline_id
LEFT JOIN outcome ON outcome.id = ledger.id
LEFT JOIN corrected ON corrected.id = ledger.id
LEFT JOIN next_report AS following ON following.id = ledger.next_id
ORDER BY ledger.headline DESC, ledger.start, ledger.id;
