-- Reads `incoming` (region). After reports of these governments came or went: comparisons go whose reports are not
-- neighbours in force, or were derived again since.
DELETE FROM comparison
WHERE comparison.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM report_pair
        JOIN current_report AS earlier_report
            ON earlier_report.region = report_pair.region AND earlier_report.session = report_pair.earlier
        JOIN current_report AS later_report
            ON later_report.region = report_pair.region AND later_report.session = report_pair.later
        WHERE report_pair.region = comparison.region
            AND report_pair.earlier = comparison.earlier AND report_pair.earlier_sha256 = comparison.earlier_sha256
            AND report_pair.later = comparison.later AND report_pair.later_sha256 = comparison.later_sha256
            AND earlier_report.rules = comparison.rules AND later_report.rules = comparison.rules
    );

DELETE FROM match
WHERE match.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = match.region AND comparison.earlier = match.earlier AND comparison.later = match.later
    );

DELETE FROM edit
WHERE edit.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = edit.region AND comparison.earlier = edit.earlier AND comparison.later = edit.later
    );

DELETE FROM mark
WHERE mark.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = mark.region AND comparison.earlier = mark.earlier AND comparison.later = mark.later
    );

DELETE FROM target_state
WHERE target_state.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = target_state.region AND comparison.earlier = target_state.earlier AND comparison.later = target_state.later
    );

DELETE FROM change
WHERE change.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = change.region AND comparison.earlier = change.earlier AND comparison.later = change.later
    );

DELETE FROM head_fact
WHERE head_fact.region IN (SELECT region FROM incoming)
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = head_fact.region AND comparison.earlier = head_fact.earlier AND comparison.later = head_fact.later
    );

DELETE FROM orphan
WHERE orphan.region IN (SELECT region FROM incoming)
    AND earlier <> later
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = orphan.region AND comparison.earlier = orphan.earlier AND comparison.later = orphan.later
    );

DELETE FROM link
WHERE link.region IN (SELECT region FROM incoming)
    AND kind <> 'baseline'
    AND NOT EXISTS (
        FROM comparison
        WHERE comparison.region = link.region AND comparison.earlier = link.earlier AND comparison.later = link.later
    );

-- A baseline link goes with the reading it was found in.
DELETE FROM link
WHERE link.region IN (SELECT region FROM incoming)
    AND kind = 'baseline'
    AND NOT EXISTS (
        FROM derivation
        WHERE derivation.region = link.region AND derivation.session = link.earlier
            AND derivation.sha256 = link.earlier_sha256 AND derivation.rules = link.rules
    );
