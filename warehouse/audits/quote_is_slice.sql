-- Bad rows: observations whose quote is not what the report's text says at their place.
SELECT observation.region, observation.session, observation.id, observation.quote
FROM observation
JOIN report USING (region, session, sha256)
WHERE substring(report.text, observation.start + 1, observation."end" - observation.start) <> observation.quote;
