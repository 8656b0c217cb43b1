-- Reads `incoming` (region). After reports of these governments came or went: set phrases go that were looked for
-- in other reports of their government than are in force.
DELETE FROM phrase_search
WHERE phrase_search.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM report_series
        WHERE report_series.region = phrase_search.region AND report_series.series = phrase_search.series
    );

DELETE FROM phrase
WHERE phrase.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (FROM phrase_search WHERE phrase_search.region = phrase.region);
