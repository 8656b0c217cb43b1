-- Bad rows: verdicts on links that are no outcomes, or on ends that cannot be compared, and differences of the latter.
-- A person may judge what the rule cannot compare.
SELECT region, earlier, later, kind, earlier_id, later_id, verdict, change
FROM link
WHERE (kind <> 'outcome' AND verdict <> '')
    OR (NOT comparable AND ((verdict IN ('met', 'missed') AND decided = '') OR change IS NOT NULL))
UNION ALL
SELECT region, earlier, later, 'outcome over years', earlier_id, later_id, verdict, change
FROM long_link
WHERE NOT comparable AND ((verdict IN ('met', 'missed') AND decided = '') OR change IS NOT NULL);
