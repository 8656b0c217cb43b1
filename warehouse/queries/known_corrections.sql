-- The corrections as they were at the last build, in the order of the file.
SELECT
    id, what, lane, decision, region, earlier, earlier_quote, earlier_number, later, later_quote, later_number,
    decided_by, decided_on, why
FROM correction
ORDER BY ordinal;
