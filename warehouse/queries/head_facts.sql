-- What the heads of a pair in force have otherwise, in their order.
SELECT head_fact.kind, head_fact.before, head_fact.after
FROM head_fact
JOIN report_pair USING (region, earlier, later, earlier_sha256, later_sha256)
WHERE head_fact.region = $region AND head_fact.earlier = $earlier AND head_fact.later = $later
ORDER BY head_fact.ordinal;
