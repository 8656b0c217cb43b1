-- One report in force without its text, with how much was read in it.
SELECT
    report.region, report.session, report.year, report.title, report.delivered, report.speaker, report.meeting,
    length(report.text) AS characters, report.sha256, report.rules, report.fictional, report.abridged,
    report.source, report.source_url,
    count(observation.id) AS observations,
    count(observation.id) FILTER (observation.role = 'target') AS targets,
    count(observation.id) FILTER (observation.role = 'actual') AS actuals
FROM current_report AS report
LEFT JOIN observation USING (region, session, sha256)
WHERE report.region = $region AND report.session = $session
GROUP BY ALL;
