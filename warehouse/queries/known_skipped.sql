-- The files that stand aside.
SELECT file, code, place, detail, digest, rules
FROM skipped
ORDER BY file;
