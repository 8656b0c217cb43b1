-- The corrections that have no effect, in the order of the file.
SELECT id, region, earlier, later, state, detail
FROM corrections
WHERE state <> 'applied'
ORDER BY ordinal;
