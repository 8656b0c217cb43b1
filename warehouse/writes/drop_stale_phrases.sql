-- After reports came or went: set phrases go that were looked for in other reports of their government than are in force.
DELETE FROM phrase_search
WHERE NOT EXISTS (
    FROM report_series
    WHERE report_series.region = phrase_search.region AND report_series.series = phrase_search.series
);

DELETE FROM phrase
WHERE NOT EXISTS (FROM phrase_search WHERE phrase_search.region = phrase.region);
