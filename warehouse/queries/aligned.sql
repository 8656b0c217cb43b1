-- The sentences of the compare page for one part, row by row (place, slot), the earlier report's first in each row; with
-- what is marked in each, and whether a mark touches an observation.
WITH page AS (
    SELECT * FROM aligned_sentence
    WHERE region = $region AND earlier = $earlier AND later = $later AND part = $part
),
text AS (
    SELECT CASE session WHEN $earlier THEN 'earlier' ELSE 'later' END AS side, session, sha256, text
    FROM current_report
    WHERE region = $region AND session IN ($earlier, $later)
),
marked AS (
    SELECT mark.side, mark.sentence_start AS start, mark.start AS mark_start, mark."end" AS mark_end
    FROM mark
    WHERE mark.region = $region AND mark.earlier = $earlier AND mark.later = $later
),
numbers AS (
    SELECT text.side, observation.start, observation."end"
    FROM observation
    JOIN text ON text.session = observation.session AND text.sha256 = observation.sha256
    WHERE observation.region = $region
),
routine AS (
    SELECT unnest([
        {'side': 'earlier', 'start': change.earlier_start}, {'side': 'later', 'start': change.later_start}
    ], recursive := true)
    FROM change
    WHERE change.kind = 'routine'
        AND change.region = $region AND change.earlier = $earlier AND change.later = $later
),
marks AS (
    SELECT
        marked.side, marked.start,
        list([marked.mark_start, marked.mark_end] ORDER BY marked.mark_start) AS spans,
        bool_or(EXISTS (
            FROM numbers
            WHERE numbers.side = marked.side
                AND numbers.start < marked.mark_end AND numbers."end" > marked.mark_start
        )) AS number_marked
    FROM marked
    GROUP BY marked.side, marked.start
)
SELECT
    page.place, page.slot, page.side, page.start, page."end",
    substring(text.text, page.start + 1, page."end" - page.start) AS text,
    page.heading, coalesce(section_path.words, '') AS section, page.again,
    coalesce(marks.spans, []) AS marks, coalesce(marks.number_marked, false) AS number_marked,
    page.relation, page.moved,
    EXISTS (FROM routine WHERE routine.side = page.side AND routine.start = page.start) AS routine
FROM page
JOIN text ON text.side = page.side
LEFT JOIN section_path
    ON section_path.region = $region AND section_path.session = text.session AND section_path.ordinal = page.section
LEFT JOIN marks ON marks.side = page.side AND marks.start = page.start
ORDER BY page.place, page.slot, page.side, page.ordinal;
