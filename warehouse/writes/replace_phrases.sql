-- Reads `incoming` (region). The set phrases of these governments go, to be written again for the reports in force.
DELETE FROM phrase USING incoming WHERE phrase.region = incoming.region;

DELETE FROM phrase_search USING incoming WHERE phrase_search.region = incoming.region;

INSERT INTO phrase_search
SELECT region, series
FROM report_series
JOIN incoming USING (region);
