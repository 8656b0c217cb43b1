-- What a report does not say, or says less of, by kind and in the order of the text, with what it says in its place; with earlier
-- the same as later only what it tells less of than its own passages show. Beside a target stands what was searched.
SELECT
    silences.kind, silences.subject, silences.quote, silences.earlier, silences.later, silences.start, silences."end",
    coalesce(silences.observation, '') AS observation, silences.reason,
    coalesce(change.after, '') AS instead, coalesce(change.later_observation, '') AS instead_observation,
    silences.searched_results, coalesce(silences.refused, '') AS refused,
    coalesce(silences.nearest_indicator, '') AS nearest_indicator, coalesce(silences.nearest_quote, '') AS nearest_quote,
    silences.citation
FROM silences
LEFT JOIN change
    ON change.region = silences.region AND change.earlier = silences.earlier AND change.later = silences.later
    AND change.earlier_sha256 = silences.sha256 AND change.kind = silences.kind AND change.subject = silences.subject
    AND change.before = silences.quote AND change.earlier_start = silences.start
    AND change.reason = silences.reason
WHERE silences.region = $region AND silences.later = $later AND ($earlier = '' OR silences.earlier = $earlier)
ORDER BY silences.kind, silences.earlier, silences.start, silences."end", silences.subject;
