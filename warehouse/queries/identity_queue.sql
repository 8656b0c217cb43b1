-- Names of one government that may be one, for a person to decide; the best evidence first.
SELECT
    rank, one_name, other_name, reason, score, links, likeness, unit, section, size, neighbours, told_apart,
    one_session, one_id, one_quote, other_session, other_id, other_quote
FROM identity_queue
WHERE region = $region
ORDER BY territory DESC, rank;
