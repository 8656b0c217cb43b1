-- Grain: one row a report in force, with the territory that it speaks of: its ordinal among its government's (0 is the oldest; the
-- only one of a government that is not listed), since when, and what changed then. A report without a date is taken as
-- delivered at the end of January, when most are (as tongbi.series does).
CREATE VIEW report_territory AS
SELECT
    report.region, report.session, report.sha256, report.year,
    count(territory.since) AS territory,
    max(territory.since) AS since,
    coalesce(arg_max(territory.note, territory.since), '') AS note
FROM current_report AS report
LEFT JOIN territory
    ON territory.region = report.region
    AND territory.since <= coalesce(report.delivered, make_date(report.year, 1, 31))
GROUP BY ALL;
