-- What neighbours among the reports of a government have in common, as far as its ledger draws on it.
SELECT kind, earlier_id, later_id, comparable, change, verdict, note, score, reason, decided
FROM current_link
WHERE region = $region AND kind <> 'baseline'
ORDER BY later, ordinal;
