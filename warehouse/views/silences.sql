-- Grain: one row a thing that is said in one report in force and not found where it could stand: a target without a result
-- (target_not_found; later is the report that reviews its year), what a change tells as dropped, retired, withheld or no longer
-- counted, a result stated for years and then no more (result_stopped; reason has the reports in a row, and named where a
-- name of it is still said), and what one report (earlier is later) tells less of than its own passage shows it could (growth_not_stated,
-- told_in_words). It is said that nothing was found, no more; beside a target stands what was searched.
CREATE VIEW silences AS
SELECT
    region, fictional, session AS earlier, searched_session AS later, 'target_not_found' AS kind, indicator AS subject,
    quote, start, "end", id AS observation, reason, sha256, rules, citation,
    searched_parts, searched_results, searched_names, nearest_indicator, nearest_quote, nearest_start, nearest_end,
    nearest_sha256, nearest_citation, refused
FROM target_ledger
WHERE state = 'not_found'
UNION ALL BY NAME
SELECT
    region, fictional, earlier, later, kind, subject, before AS quote,
    earlier_start AS start, earlier_end AS "end", earlier_observation AS observation, reason,
    earlier_sha256 AS sha256, rules, earlier_citation AS citation
FROM ranked_change
WHERE kind IN (
    'target_dropped', 'growth_withheld', 'number_withheld', 'task_dropped', 'problem_dropped', 'aim_dropped',
    'section_dropped', 'term_retired', 'slogan_retired', 'streak_not_found'
)
UNION ALL BY NAME
SELECT
    stopped.region, observation.fictional, stopped.earlier, stopped.later, 'result_stopped' AS kind,
    observation.indicator AS subject, observation.quote, observation.start, observation."end", stopped.observation,
    'years:' || stopped.years || if(stopped.named, ';named', '') AS reason,
    stopped.earlier_sha256 AS sha256, stopped.rules, observation.citation
FROM stopped
JOIN cited_observation AS observation
    ON observation.region = stopped.region AND observation.session = stopped.earlier
    AND observation.sha256 = stopped.earlier_sha256 AND observation.id = stopped.observation
UNION ALL BY NAME
SELECT
    undisclosed.region, report.fictional, undisclosed.session AS earlier, undisclosed.session AS later,
    undisclosed.kind, coalesce(indicator.name, undisclosed.indicator_id) AS subject,
    substring(report.text, undisclosed.start + 1, undisclosed."end" - undisclosed.start) AS quote,
    undisclosed.start, undisclosed."end", undisclosed.observation, '' AS reason,
    undisclosed.sha256, undisclosed.rules, coalesce(citation.citation, report.citation) AS citation
FROM undisclosed
JOIN current_report AS report USING (region, session, sha256)
LEFT JOIN indicator ON indicator.id = undisclosed.indicator_id
LEFT JOIN citation
    ON citation.region = undisclosed.region AND citation.session = undisclosed.session
    AND citation.start <= undisclosed.start AND citation."end" > undisclosed.start;
