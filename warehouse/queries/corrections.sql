-- What people decided about one government, and about all, in the order of the file, with what became of it.
SELECT
    id, what, lane, decision, earlier, earlier_quote, earlier_number, later, later_quote, later_number,
    decided_by, decided_on, why, state, detail
FROM corrections
WHERE region = $region
ORDER BY ordinal;
