-- Reads `incoming` (region). After reports of these governments came or went, or were compared: what was found in other reports
-- of their government than are in force goes.
DELETE FROM series_search
WHERE series_search.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM report_series
        WHERE report_series.region = series_search.region AND report_series.series = series_search.series
    );

DELETE FROM phrase
WHERE phrase.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = phrase.region);

DELETE FROM line
WHERE line.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = line.region);

DELETE FROM long_link
WHERE long_link.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = long_link.region);

DELETE FROM long_correction
WHERE long_correction.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = long_correction.region);

DELETE FROM long_state
WHERE long_state.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = long_state.region);

DELETE FROM target_search
WHERE target_search.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = target_search.region);

DELETE FROM known_at_setting
WHERE known_at_setting.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = known_at_setting.region);

DELETE FROM undisclosed
WHERE undisclosed.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = undisclosed.region);

DELETE FROM revised
WHERE revised.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = revised.region);

DELETE FROM stopped
WHERE stopped.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = stopped.region);

DELETE FROM candidate
WHERE candidate.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM series_search WHERE series_search.region = candidate.region);
