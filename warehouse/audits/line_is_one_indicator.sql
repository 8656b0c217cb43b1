-- Bad rows: lines that hold two indicators of the register; numbers that are in a line as another indicator than they were read
-- as; and, in governments that were looked at over all years, numbers that are in no line or in two.
SELECT 'two indicators' AS what, region, territory::VARCHAR AS place, key AS line, count(DISTINCT identity) AS count
FROM line
WHERE identity NOT LIKE '~%'
GROUP BY region, territory, key
HAVING count(DISTINCT identity) > 1 OR min(identity) <> key
UNION ALL
SELECT 'another indicator', line.region, line.session, line.id, 1
FROM line
JOIN observation USING (region, session, sha256, id)
WHERE line.identity NOT LIKE '~%' AND line.identity <> observation.indicator_id
UNION ALL
SELECT 'lines', observation.region, observation.session, observation.id, count(line.id)
FROM current_observation AS observation
SEMI JOIN series_search USING (region)
LEFT JOIN line USING (region, session, id)
GROUP BY observation.region, observation.session, observation.id
HAVING count(line.id) <> 1;
