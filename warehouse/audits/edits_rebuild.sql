-- Bad rows: matches whose edits, one after the other, do not give both sentences back, or call equal what differs.
WITH pieced AS (
    SELECT
        edit.region, edit.earlier, edit.later, edit.match, edit.ordinal, edit.kind,
        substring(earlier_report.text, edit.earlier_start + 1, edit.earlier_end - edit.earlier_start) AS earlier_piece,
        substring(later_report.text, edit.later_start + 1, edit.later_end - edit.later_start) AS later_piece
    FROM edit
    JOIN report AS earlier_report
        ON earlier_report.region = edit.region AND earlier_report.session = edit.earlier
        AND earlier_report.sha256 = edit.earlier_sha256
    JOIN report AS later_report
        ON later_report.region = edit.region AND later_report.session = edit.later
        AND later_report.sha256 = edit.later_sha256
),
rebuilt AS (
    SELECT
        region, earlier, later, match AS ordinal,
        coalesce(string_agg(earlier_piece, '' ORDER BY ordinal), '') AS earlier_text,
        coalesce(string_agg(later_piece, '' ORDER BY ordinal), '') AS later_text,
        bool_or(CASE kind
            WHEN 'equal' THEN earlier_piece IS NULL OR later_piece IS NULL
            WHEN 'delete' THEN earlier_piece IS NULL OR later_piece IS NOT NULL
            ELSE earlier_piece IS NOT NULL OR later_piece IS NULL
        END) AS misnamed
    FROM pieced
    GROUP BY region, earlier, later, match
)
SELECT match.region, match.earlier, match.later, match.ordinal, match.earlier_start, match.later_start
FROM match
JOIN report AS earlier_report
    ON earlier_report.region = match.region AND earlier_report.session = match.earlier
    AND earlier_report.sha256 = match.earlier_sha256
JOIN report AS later_report
    ON later_report.region = match.region AND later_report.session = match.later
    AND later_report.sha256 = match.later_sha256
LEFT JOIN rebuilt
    ON rebuilt.region = match.region AND rebuilt.earlier = match.earlier AND rebuilt.later = match.later
    AND rebuilt.ordinal = match.ordinal
WHERE rebuilt.ordinal IS NULL
    OR rebuilt.misnamed
    OR rebuilt.earlier_text
        <> substring(earlier_report.text, match.earlier_start + 1, match.earlier_end - match.earlier_start)
    OR rebuilt.later_text <> substring(later_report.text, match.later_start + 1, match.later_end - match.later_start);
