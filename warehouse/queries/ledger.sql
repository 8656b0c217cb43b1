-- The targets of the ledger's page (see ledger_page) in the order in which they are shown, each with the figures beside it as structs.
WITH ledger AS (
    SELECT * FROM ledger_page($region, $session, $reviewed)
),
held AS MATERIALIZED (
    SELECT session, id, figure FROM figure WHERE region = $region
),
outcome AS (
    SELECT ended.session, ended.id, list(held.figure ORDER BY ended.place) AS figures
    FROM (
        SELECT session, id, outcome_session, unnest(outcome_ids) AS outcome_id, generate_subscripts(outcome_ids, 1) AS place
        FROM ledger
    ) AS ended
    JOIN held ON held.session = ended.outcome_session AND held.id = ended.outcome_id
    GROUP BY ended.session, ended.id
),
known AS (
    SELECT asked.session, asked.id, list(held.figure ORDER BY asked.place) AS figures
    FROM (
        SELECT session, id, unnest(known_ids) AS known_id, generate_subscripts(known_ids, 1) AS place FROM ledger
    ) AS asked
    JOIN held ON held.session = asked.session AND held.id = asked.known_id
    GROUP BY asked.session, asked.id
),
read AS (
    SELECT sentence.session, sentence.part, count(*) AS sentences
    FROM sentence
    JOIN current_report USING (region, session, sha256)
    WHERE region = $region AND NOT sentence.heading
    GROUP BY sentence.session, sentence.part
),
searched AS (
    SELECT asked.session, asked.id, sum(read.sentences)::INTEGER AS sentences
    FROM (
        SELECT session, id, searched_session, unnest(string_split(searched_parts, ',')) AS part FROM ledger
    ) AS asked
    JOIN read ON read.session = asked.searched_session AND read.part = asked.part
    GROUP BY asked.session, asked.id
),
corrected AS (
    SELECT
        marked.session, marked.id,
        list(
            struct_pack(id := correction.id, decided_by := decided_by, decided_on := decided_on, why := why)
            ORDER BY correction.ordinal
        ) AS decided
    FROM (SELECT DISTINCT session, id, unnest(string_split(decided, ',')) AS correction_id FROM ledger) AS marked
    JOIN correction ON correction.id = marked.correction_id
    GROUP BY marked.session, marked.id
)
SELECT
    ledger.session, ledger.id, ledger.indicator, ledger.indicator_id, ledger.tier, ledger.horizon, ledger.section,
    target.figure AS target, stretch.figure AS stretch, baseline.figure AS baseline,
    ledger.below_baseline, ledger.stretch_reached,
    coalesce(outcome.figures, []) AS outcomes,
    ledger.verdict, ledger.note, ledger.reason, ledger.state,
    following.figure AS next, ledger.next_change, ledger.next_low_change, ledger.next_high_change, ledger.next_kind, ledger.next_comparable AS comparable,
    coalesce(corrected.decided, []) AS decided, ledger.due, ledger.outcome_session,
    coalesce(known.figures, []) AS known,
    ledger.searched_session, ledger.searched_parts, coalesce(searched.sentences, 0) AS searched_sentences,
    ledger.searched_results, ledger.searched_names, nearest.figure AS nearest, ledger.nearest_score, ledger.refused
FROM ledger
JOIN held AS target ON target.session = ledger.session AND target.id = ledger.id
LEFT JOIN held AS stretch ON stretch.session = ledger.session AND stretch.id = ledger.stretch_id
LEFT JOIN held AS baseline ON baseline.session = ledger.session AND baseline.id = ledger.baseline_id
LEFT JOIN held AS following ON following.session = ledger.next_session AND following.id = ledger.next_id
LEFT JOIN held AS nearest ON nearest.session = ledger.searched_session AND nearest.id = ledger.nearest_id
LEFT JOIN outcome ON outcome.session = ledger.session AND outcome.id = ledger.id
LEFT JOIN known ON known.session = ledger.session AND known.id = ledger.id
LEFT JOIN searched ON searched.session = ledger.session AND searched.id = ledger.id
LEFT JOIN corrected ON corrected.session = ledger.session AND corrected.id = ledger.id
ORDER BY ledger.session, ledger.headline DESC, ledger.start, ledger.id;
