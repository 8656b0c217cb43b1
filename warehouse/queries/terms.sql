-- The glossary of one report in force, in reading order.
SELECT
    term.name, term.start, term."end", term.definition_start, term.definition_end,
    substring(current_report.text, term.definition_start + 1, term.definition_end - term.definition_start) AS text
FROM term
JOIN current_report USING (region, session, sha256)
WHERE region = $region AND session = $session
ORDER BY term.ordinal;
