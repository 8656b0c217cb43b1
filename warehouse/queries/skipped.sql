-- The files that stand aside, for a person.
SELECT file, code, place, detail
FROM skipped
ORDER BY file;
