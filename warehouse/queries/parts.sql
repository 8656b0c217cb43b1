-- The parts of one report in force, in reading order.
SELECT part.kind, part.start, part."end"
FROM part
JOIN current_report USING (region, session, sha256)
WHERE region = $region AND session = $session
ORDER BY part.ordinal;
