-- Grain: one row a government and year (a report in force that sets targets), with how many of its targets came to what. A floor
-- and its stretch are one target; answered_after_years are those of several years whose last year was reviewed. Counts only: how many targets are stated, how soft, and how many results are reported differ
-- too much between governments and years for a share or an order to mean anything; there is none here, and none should be made.
CREATE VIEW scorecard AS
SELECT
    ledger.region, report.fictional, report.year, ledger.session, ledger.next_session, report.abridged,
    count(*) AS targets,
    count(*) FILTER (ledger.headline) AS headline,
    count(*) FILTER (ledger.horizon <> 'annual') AS of_other_horizons,
    count(*) FILTER (ledger.outcome_session NOT IN ('', coalesce(ledger.next_session, ''))) AS answered_after_years,
    count(*) FILTER (ledger.verdict = 'met') AS met,
    count(*) FILTER (ledger.verdict = 'met' AND contains(ledger.note, 'within_tolerance')) AS met_within_tolerance,
    count(*) FILTER (ledger.verdict = 'met' AND contains(ledger.note, 'estimated')) AS met_by_estimate,
    count(*) FILTER (ledger.verdict = 'missed') AS missed,
    count(*) FILTER (ledger.verdict = 'not_comparable') AS not_comparable,
    count(*) FILTER (ledger.note = 'conflicting') AS conflicting,
    count(*) FILTER (ledger.state = 'not_due') AS not_due,
    count(*) FILTER (ledger.state = 'not_found') AS not_found,
    count(*) FILTER (ledger.state = 'abridged') AS abridged_later,
    count(*) FILTER (ledger.state = 'no_report') AS no_report,
    report.sha256, report.rules, report.citation
FROM target_ledger AS ledger
JOIN current_report AS report USING (region, session)
GROUP BY ALL;
