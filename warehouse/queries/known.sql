-- What a build has to know of each report in force: which text, read under which rules ("" where not derived), from where,
-- with which corrections.
SELECT
    current_report.region, current_report.session, current_report.sha256,
    coalesce(derivation.rules, '') AS rules, current_report.file, current_report.digest,
    coalesce(derivation.decisions, '') AS decisions
FROM current_report
LEFT JOIN derivation USING (region, session, sha256)
ORDER BY current_report.region, current_report.year, current_report.session;
