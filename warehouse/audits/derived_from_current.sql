-- Bad rows: derived rows of a report revision that is not held, or of other rules than it was last derived under;
-- comparisons, set phrases and ledgers of revisions that are not in force; reports in force that were never derived.
WITH derived AS (
    SELECT DISTINCT 'report' AS what, region, session, sha256, rules FROM report WHERE superseded_at IS NULL
    UNION
    SELECT DISTINCT 'part', region, session, sha256, rules FROM part
    UNION
    SELECT DISTINCT 'section', region, session, sha256, rules FROM section
    UNION
    SELECT DISTINCT 'sentence', region, session, sha256, rules FROM sentence
    UNION
    SELECT DISTINCT 'term', region, session, sha256, rules FROM term
    UNION
    SELECT DISTINCT 'observation', region, session, sha256, rules FROM observation
    UNION
    SELECT DISTINCT 'comparison', region, earlier, earlier_sha256, rules FROM comparison
    UNION
    SELECT DISTINCT 'comparison', region, later, later_sha256, rules FROM comparison
    UNION
    SELECT DISTINCT 'match', region, earlier, earlier_sha256, rules FROM match
    UNION
    SELECT DISTINCT 'match', region, later, later_sha256, rules FROM match
    UNION
    SELECT DISTINCT 'edit', region, earlier, earlier_sha256, rules FROM edit
    UNION
    SELECT DISTINCT 'edit', region, later, later_sha256, rules FROM edit
    UNION
    SELECT DISTINCT 'mark', region, earlier, earlier_sha256, rules FROM mark
    UNION
    SELECT DISTINCT 'mark', region, later, later_sha256, rules FROM mark
    UNION
    SELECT DISTINCT 'link', region, earlier, earlier_sha256, rules FROM link
    UNION
    SELECT DISTINCT 'link', region, later, later_sha256, rules FROM link
    UNION
    SELECT DISTINCT 'target_state', region, earlier, earlier_sha256, rules FROM target_state
    UNION
    SELECT DISTINCT 'target_state', region, later, later_sha256, rules FROM target_state
    UNION
    SELECT DISTINCT 'change', region, earlier, earlier_sha256, rules FROM change
    UNION
    SELECT DISTINCT 'change', region, later, later_sha256, rules FROM change
    UNION
    SELECT DISTINCT 'head_fact', region, earlier, earlier_sha256, rules FROM head_fact
    UNION
    SELECT DISTINCT 'head_fact', region, later, later_sha256, rules FROM head_fact
    UNION
    SELECT DISTINCT 'orphan', region, earlier, earlier_sha256, rules FROM orphan
    UNION
    SELECT DISTINCT 'orphan', region, later, later_sha256, rules FROM orphan
    UNION
    SELECT DISTINCT 'phrase', region, session, sha256, rules FROM phrase
    UNION
    SELECT DISTINCT 'line', region, session, sha256, rules FROM line
    UNION
    SELECT DISTINCT 'long_state', region, session, sha256, rules FROM long_state
    UNION
    SELECT DISTINCT 'known_at_setting', region, session, sha256, rules FROM known_at_setting
    UNION
    SELECT DISTINCT 'undisclosed', region, session, sha256, rules FROM undisclosed
    UNION
    SELECT DISTINCT 'long_link', region, earlier, earlier_sha256, rules FROM long_link
    UNION
    SELECT DISTINCT 'long_link', region, later, later_sha256, rules FROM long_link
    UNION
    SELECT DISTINCT 'target_search', region, earlier, earlier_sha256, rules FROM target_search
    UNION
    SELECT DISTINCT 'target_search', region, later, later_sha256, rules FROM target_search
    UNION
    SELECT DISTINCT 'revised', region, earlier, earlier_sha256, rules FROM revised
    UNION
    SELECT DISTINCT 'revised', region, later, later_sha256, rules FROM revised
    UNION
    SELECT DISTINCT 'stopped', region, earlier, earlier_sha256, rules FROM stopped
    UNION
    SELECT DISTINCT 'stopped', region, later, later_sha256, rules FROM stopped
)
SELECT derived.what, derived.region, derived.session, derived.sha256, derived.rules
FROM derived
LEFT JOIN derivation USING (region, session, sha256)
WHERE derivation.rules IS NULL OR derivation.rules <> derived.rules
UNION ALL
SELECT 'derivation', derivation.region, derivation.session, derivation.sha256, derivation.rules
FROM derivation
ANTI JOIN report USING (region, session, sha256)
UNION ALL
SELECT 'comparison not in force', comparison.region, comparison.earlier, comparison.later, comparison.rules
FROM comparison
ANTI JOIN report_pair
    ON report_pair.region = comparison.region
    AND report_pair.earlier = comparison.earlier AND report_pair.earlier_sha256 = comparison.earlier_sha256
    AND report_pair.later = comparison.later AND report_pair.later_sha256 = comparison.later_sha256
UNION ALL
SELECT derived.what || ' not in force', derived.region, derived.session, derived.sha256, derived.rules
FROM derived
ANTI JOIN current_report USING (region, session, sha256)
WHERE derived.what IN (
    'phrase', 'line', 'long_link', 'long_state', 'target_search', 'known_at_setting', 'undisclosed', 'revised', 'stopped'
)
UNION ALL
SELECT 'series of other reports', series_search.region, '', '', series_search.series
FROM series_search
ANTI JOIN report_series USING (region, series);
