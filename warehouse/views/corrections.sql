-- Grain: one row a correction, with what became of it: state is applied, or why it has no effect (a code of tongbi.replay or
-- tongbi.decisions; report_not_held and not_neighbours where what it quotes is not in force, or not compared).
CREATE VIEW corrections AS
WITH without_effect AS (
    SELECT orphan.correction AS id, orphan.code, orphan.detail, orphan.ordinal
    FROM orphan
    SEMI JOIN current_report AS earlier_report
        ON earlier_report.region = orphan.region
        AND earlier_report.session = orphan.earlier AND earlier_report.sha256 = orphan.earlier_sha256
    SEMI JOIN current_report AS later_report
        ON later_report.region = orphan.region
        AND later_report.session = orphan.later AND later_report.sha256 = orphan.later_sha256
    UNION ALL
    SELECT correction, code, detail, ordinal
    FROM long_correction
    WHERE code <> ''
),
adrift AS (
    SELECT id, first(code ORDER BY ordinal) AS code, first(detail ORDER BY ordinal) AS detail
    FROM without_effect
    GROUP BY id
),
quoted AS (
    SELECT
        correction.*,
        EXISTS (FROM current_report WHERE current_report.region = correction.region AND current_report.session = correction.earlier)
        AND EXISTS (FROM current_report WHERE current_report.region = correction.region AND current_report.session = correction.later)
        AS held,
        what NOT IN ('match', 'verdict') AND (what <> 'link' OR lane = 'baseline')
        OR EXISTS (
            FROM report_pair
            WHERE report_pair.region = correction.region AND report_pair.earlier = correction.earlier AND report_pair.compared
                AND (correction.what = 'verdict' OR report_pair.later = correction.later)
        )
        OR EXISTS (
            FROM long_correction
            WHERE long_correction.region = correction.region AND long_correction.correction = correction.id
        ) AS compared
    FROM correction
)
SELECT
    quoted.* EXCLUDE (held, compared),
    CASE
        WHEN NOT quoted.held THEN 'report_not_held'
        WHEN NOT quoted.compared THEN 'not_neighbours'
        ELSE coalesce(adrift.code, 'applied')
    END AS state,
    CASE WHEN quoted.held AND quoted.compared THEN coalesce(adrift.detail, '') ELSE '' END AS detail
FROM quoted
LEFT JOIN adrift USING (id);
