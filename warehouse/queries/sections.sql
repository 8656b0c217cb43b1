-- The sections of one report in force, in reading order.
SELECT section.number, section.heading, section.level, section.part, section.start, section."end"
FROM section
JOIN current_report USING (region, session, sha256)
WHERE region = $region AND session = $session
ORDER BY section.ordinal;
