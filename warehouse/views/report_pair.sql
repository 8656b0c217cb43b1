-- Grain: one row a report that has a later one of its region, with the next that is held; compared says whether the two
-- were laid against each other, gap how many years lie between them.
CREATE VIEW report_pair AS
WITH following AS (
    SELECT
        region, fictional, year, session AS earlier, sha256 AS earlier_sha256,
        lead(session) OVER region_order AS later,
        lead(sha256) OVER region_order AS later_sha256,
        lead(year) OVER region_order - year AS gap
    FROM current_report
    WINDOW region_order AS (PARTITION BY region ORDER BY year, session)
)
SELECT
    following.region, following.fictional, following.year, following.earlier, following.later,
    following.earlier_sha256, following.later_sha256, following.gap,
    comparison.rules IS NOT NULL AS compared
FROM following
LEFT JOIN comparison USING (region, earlier, later, earlier_sha256, later_sha256)
WHERE following.later IS NOT NULL;
