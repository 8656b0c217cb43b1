-- As a table: the targets of one report, and those of several years whose last year is reviewed by another ('' for none).
SELECT *
FROM target_ledger
WHERE region = $region
    AND (
        session = $session
        OR (
            horizon = 'multi_year' AND due = (
                SELECT year - 1 FROM current_report WHERE current_report.region = $region AND current_report.session = $reviewed
            )
        )
    )
ORDER BY session DESC, headline DESC, start, id;
