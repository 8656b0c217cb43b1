-- Grain: one row a report, in the revision that is in force, with how it is cited as a whole.
CREATE VIEW current_report AS
SELECT
    * EXCLUDE (superseded_at),
    cite(region, year, speaker, title, meeting, delivered, source_url, fictional, '') AS citation
FROM report
WHERE superseded_at IS NULL;
