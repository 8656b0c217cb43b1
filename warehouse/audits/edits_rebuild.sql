-- Bad rows: matches whose edits, one after the other, do not give both sentences back, or call equal what differs.
-- The sentences are cut out of the reports once: cutting each run out of a whole report would take time by its length.
WITH sentences AS (
    SELECT
        match.region, match.earlier, match.later, match.ordinal, match.earlier_start, match.later_start,
        substring(earlier_report.text, match.earlier_start + 1, match.earlier_end - match.earlier_start) AS earlier_text,
        substring(later_report.text, match.later_start + 1, match.later_end - match.later_start) AS later_text
    FROM match
    JOIN report AS earlier_report
        ON earlier_report.region = match.region AND earlier_report.session = match.earlier
        AND earlier_report.sha256 = match.earlier_sha256
    JOIN report AS later_report
        ON later_report.region = match.region AND later_report.session = match.later
        AND later_report.sha256 = match.later_sha256
),
pieces AS (
    SELECT
        sentences.region, sentences.earlier, sentences.later, sentences.ordinal AS match, edit.ordinal, edit.kind,
        substring(
            sentences.earlier_text, edit.earlier_start - sentences.earlier_start + 1, edit.earlier_end - edit.earlier_start
        ) AS earlier_piece,
        substring(
            sentences.later_text, edit.later_start - sentences.later_start + 1, edit.later_end - edit.later_start
        ) AS later_piece,
        edit.earlier_start < sentences.earlier_start OR edit.later_start < sentences.later_start AS outside
    FROM sentences
    JOIN edit
        ON edit.region = sentences.region AND edit.earlier = sentences.earlier AND edit.later = sentences.later
        AND edit.match = sentences.ordinal
),
rebuilt AS (
    SELECT
        region, earlier, later, match AS ordinal,
        coalesce(string_agg(earlier_piece, '' ORDER BY ordinal), '') AS earlier_text,
        coalesce(string_agg(later_piece, '' ORDER BY ordinal), '') AS later_text,
        bool_or(coalesce(outside, false) OR CASE kind
            WHEN 'equal' THEN earlier_piece IS NULL OR later_piece IS NULL
            WHEN 'delete' THEN earlier_piece IS NULL OR later_piece IS NOT NULL
            ELSE earlier_piece IS NOT NULL OR later_piece IS NULL
        END) AS misnamed
    FROM pieces
    GROUP BY region, earlier, later, match
)
SELECT
    sentences.region, sentences.earlier, sentences.later, sentences.ordinal,
    sentences.earlier_start, sentences.later_start
FROM sentences
LEFT JOIN rebuilt USING (region, earlier, later, ordinal)
WHERE rebuilt.ordinal IS NULL
    OR rebuilt.misnamed
    OR rebuilt.earlier_text <> sentences.earlier_text
    OR rebuilt.later_text <> sentences.later_text;
