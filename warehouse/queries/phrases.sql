-- The set phrases of a region whose state a report in force changed, the most telling first, with how often each report in
-- force says them, and the sentences that say them first and last.
WITH told AS (
    SELECT
        phrases.*,
        lag(state, 1, '') OVER (PARTITION BY phrase ORDER BY year, session) AS before
    FROM phrases
    WHERE region = $region
),
changed AS (
    SELECT rank, phrase, quoted, since, until, state
    FROM told
    WHERE session = $later AND state <> before AND state IN ('new', 'spreading', 'fading', 'gone', 'returned')
),
counted AS (
    SELECT
        changed.phrase,
        list({session: report.session, count: coalesce(told.count, 0)} ORDER BY report.year, report.session) AS counts
    FROM changed
    CROSS JOIN current_report AS report
    LEFT JOIN told ON told.phrase = changed.phrase AND told.session = report.session
    WHERE report.region = $region
    GROUP BY changed.phrase
),
said AS (
    SELECT
        phrase,
        first({session: session, start: first_start, "end": first_end} ORDER BY year, session) AS first_said,
        last({session: session, start: last_start, "end": last_end} ORDER BY year, session) AS last_said
    FROM told
    WHERE count > 0
    GROUP BY phrase
)
SELECT changed.*, counted.counts, said.first_said, said.last_said
FROM changed
JOIN counted USING (phrase)
JOIN said USING (phrase)
ORDER BY changed.rank;
