-- Bad rows: verdicts on links that are no outcomes, or on ends that cannot be compared, and differences of the latter.
SELECT region, earlier, later, kind, earlier_id, later_id, verdict, change
FROM link
WHERE (kind <> 'outcome' AND verdict <> '')
    OR (NOT comparable AND (verdict IN ('met', 'missed') OR change IS NOT NULL));
