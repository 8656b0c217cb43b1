-- Bad rows: observations whose citation does not say in which section or paragraph of the report they stand, or is not one line
-- of author, title, congress and date.
SELECT 'no place' AS what, observation.region, observation.session, observation.id AS place, observation.citation
FROM cited_observation AS observation
LEFT JOIN citation
    ON citation.region = observation.region AND citation.session = observation.session
    AND citation.start <= observation.start AND citation."end" > observation.start
WHERE coalesce(citation.place, '') = ''
UNION ALL
SELECT 'no citation', region, session, place, citation
FROM citation
WHERE NOT regexp_full_match(citation, '[^\n]+\. [^\n]+\[R/OL\]\. [^\n]+, [0-9]{4}(-[0-9]{2}-[0-9]{2})?\.( [^\n]*)?(（虚构样例，不可引用）)?');
