-- The governments that were looked at over all years, with the digest of the corrections that were laid over what was found.
SELECT region, decisions
FROM series_search
ORDER BY region;
