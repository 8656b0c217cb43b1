-- Why targets of a government have no result in the next report.
SELECT target_state.observation, target_state.state, target_state.reason
FROM target_state
JOIN report_pair USING (region, earlier, later, earlier_sha256, later_sha256)
WHERE region = $region
ORDER BY later, ordinal;
