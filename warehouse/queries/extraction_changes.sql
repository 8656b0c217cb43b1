-- What the present rules and corrections find otherwise in the same texts of one government than those before: what people
-- decided first, then the newest report first.
SELECT
    what, kind, session, start, "end", coalesce(quote, '') AS quote, coalesce(indicator, '') AS indicator,
    lane, verdict, state, coalesce(other_session, '') AS other_session, coalesce(other_quote, '') AS other_quote,
    coalesce(other_indicator, '') AS other_indicator, cause, rules_before, rules
FROM extraction_changes
WHERE region = $region
ORDER BY cause <> 'decided', session DESC, start, what, kind, lane, other_start;
