-- Grain: one row a target (see target_ledger) of the report of session set_in, or, set in any report of the government, of several
-- years whose last year the report of session reviewed_in reviews; '' for none.
CREATE MACRO ledger_page(of_region, set_in, reviewed_in) AS TABLE
SELECT *
FROM target_ledger
WHERE region = of_region
    AND (
        session = set_in
        OR (
            horizon = 'multi_year'
            AND due = (SELECT year - 1 FROM current_report WHERE region = of_region AND session = reviewed_in)
        )
    );
