-- Where an observation stands. One text that is held for two sessions has its observations in both: the first is given.
SELECT region, session
FROM current_observation
WHERE id = $id
ORDER BY region, session
LIMIT 1;
