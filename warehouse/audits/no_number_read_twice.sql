-- Bad rows: observations of one report that claim the same number as the same thing, or overlap without being the same.
SELECT first_reading.region, first_reading.session, first_reading.id, second_reading.id AS other, first_reading.quote
FROM observation AS first_reading
JOIN observation AS second_reading
    ON second_reading.region = first_reading.region AND second_reading.session = first_reading.session
    AND second_reading.sha256 = first_reading.sha256 AND second_reading.ordinal > first_reading.ordinal
    AND second_reading.start < first_reading."end" AND first_reading.start < second_reading."end"
WHERE second_reading.start <> first_reading.start
    OR second_reading."end" <> first_reading."end"
    OR (
        second_reading.indicator = first_reading.indicator
        AND second_reading.measure = first_reading.measure
        AND second_reading.role = first_reading.role
        AND second_reading.period = first_reading.period
    );
