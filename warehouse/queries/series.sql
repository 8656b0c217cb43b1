-- The figures of an indicator, by its key or by a name that a report gives it, report after report.
SELECT series.session, series.year, series.role, series.horizon, figure.figure
FROM indicator_series AS series
JOIN figure USING (region, session, id)
WHERE region = $region
    AND series.key IN (
        SELECT key FROM indicator_series WHERE region = $region AND $indicator IN (key, indicator)
    )
ORDER BY series.year, series.session, series.start, series.id;
