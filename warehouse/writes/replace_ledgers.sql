-- Reads `incoming` (region, decisions). The ledgers of these governments go, to be written again for the reports in force.
DELETE FROM line USING incoming WHERE line.region = incoming.region;

DELETE FROM long_link USING incoming WHERE long_link.region = incoming.region;

DELETE FROM long_correction USING incoming WHERE long_correction.region = incoming.region;

DELETE FROM long_state USING incoming WHERE long_state.region = incoming.region;

DELETE FROM target_search USING incoming WHERE target_search.region = incoming.region;

DELETE FROM known_at_setting USING incoming WHERE known_at_setting.region = incoming.region;

DELETE FROM undisclosed USING incoming WHERE undisclosed.region = incoming.region;

DELETE FROM revised USING incoming WHERE revised.region = incoming.region;

DELETE FROM stopped USING incoming WHERE stopped.region = incoming.region;

DELETE FROM candidate USING incoming WHERE candidate.region = incoming.region;

DELETE FROM series_search USING incoming WHERE series_search.region = incoming.region;

INSERT INTO series_search
SELECT region, series, incoming.decisions
FROM report_series
JOIN incoming USING (region);
