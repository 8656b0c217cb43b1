-- What the head of each report in force says of its meeting, for the clue that a territory may have changed.
SELECT region, session, year, delivered, meeting
FROM current_report
ORDER BY region, year, session;
