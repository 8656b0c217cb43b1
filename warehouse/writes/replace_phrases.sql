-- Reads `incoming` (region). The set phrases of these governments go, to be written again for the reports in force.
DELETE FROM phrase USING incoming WHERE phrase.region = incoming.region;
