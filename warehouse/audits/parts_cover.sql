-- Bad rows: parts that leave a gap, overlap, or do not reach from the first to the last character of their report.
WITH neighbours AS (
    SELECT
        region, session, sha256, kind, start, "end",
        lag("end", 1, 0) OVER report_order AS previous_end,
        lead(start) OVER report_order AS next_start
    FROM part
    WINDOW report_order AS (PARTITION BY region, session, sha256 ORDER BY ordinal)
)
SELECT neighbours.region, neighbours.session, neighbours.kind, neighbours.start, neighbours."end"
FROM neighbours
JOIN report USING (region, session, sha256)
WHERE neighbours.start <> neighbours.previous_end
    OR neighbours."end" < neighbours.start
    OR neighbours."end" <> coalesce(neighbours.next_start, length(report.text))
UNION ALL
SELECT derivation.region, derivation.session, 'no parts', 0, 0
FROM derivation
ANTI JOIN part USING (region, session, sha256);
