-- The governments of regions.toml as they were at the last build, in the order of the file.
SELECT name, code, level, parent
FROM region
ORDER BY ordinal;
