-- The text of one report in force.
SELECT text
FROM current_report
WHERE region = $region AND session = $session;
