-- Grain: one row two places of a government's reports in force that contradict each other beyond rounding: a past figure stated
-- otherwise by a later report (figure_restated), or a growth that is not that of the two amounts (growth_and_amounts_differ;
-- reason begins with the growth that the amounts imply). Both are quoted, neither is corrected: most come of another
-- definition, a census or a preliminary number.
CREATE VIEW disagreements AS
SELECT
    revised.region, later_figure.fictional, revised.earlier, revised.later, 'figure_restated' AS kind,
    later_figure.indicator AS subject, later_figure.indicator_id, later_figure.period,
    earlier_figure.quote AS earlier_quote, later_figure.quote AS later_quote,
    'of_year:' || later_figure.period || if(earlier_figure.certainty = 'estimated', ';estimated', '') AS reason,
    earlier_figure.id AS earlier_observation, later_figure.id AS later_observation,
    earlier_figure.start AS earlier_start, earlier_figure."end" AS earlier_end,
    later_figure.start AS later_start, later_figure."end" AS later_end,
    revised.earlier_sha256, revised.later_sha256, revised.rules,
    earlier_figure.citation AS earlier_citation, later_figure.citation AS later_citation
FROM revised
JOIN cited_observation AS earlier_figure
    ON earlier_figure.region = revised.region AND earlier_figure.session = revised.earlier
    AND earlier_figure.sha256 = revised.earlier_sha256 AND earlier_figure.id = revised.earlier_id
JOIN cited_observation AS later_figure
    ON later_figure.region = revised.region AND later_figure.session = revised.later
    AND later_figure.sha256 = revised.later_sha256 AND later_figure.id = revised.later_id
UNION ALL BY NAME
SELECT
    told.region, told.fictional, told.earlier, told.later, told.kind, told.subject, figure.indicator_id, figure.period,
    told.before AS earlier_quote, told.after AS later_quote, told.reason,
    told.earlier_observation, told.later_observation,
    told.earlier_start, told.earlier_end, told.later_start, told.later_end,
    told.earlier_sha256, told.later_sha256, told.rules, told.earlier_citation, told.later_citation
FROM ranked_change AS told
JOIN observation AS figure
    ON figure.region = told.region AND figure.session = told.later AND figure.sha256 = told.later_sha256
    AND figure.id = told.later_observation
WHERE told.kind = 'growth_and_amounts_differ';
