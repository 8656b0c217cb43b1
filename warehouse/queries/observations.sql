-- The observations of one report in force, in reading order.
SELECT observation.start, observation."end", observation.role, observation.tier, figure.figure
FROM current_observation AS observation
JOIN figure USING (region, session, id)
WHERE region = $region AND session = $session
ORDER BY observation.start, observation.ordinal;
