-- Grain: one row a section of a report in force, with its headings from the outermost down to itself (path, words) and
-- their numbers as they are cited (place: 一（二）, 三·五; a heading without a number
-- stands in its place).
CREATE VIEW section_path AS
SELECT
    section.region, section.session, section.ordinal,
    list(
        CASE
            WHEN outer_section.number = '' THEN outer_section.heading
            WHEN outer_section.number[1] IN ('（', '(', '第') THEN outer_section.number || outer_section.heading
            ELSE outer_section.number || '、' || outer_section.heading
        END ORDER BY outer_section.level
    ) AS path,
    array_to_string(path, ' › ') AS words,
    ltrim(string_agg(
        CASE
            WHEN outer_section.number = '' THEN '“' || translate(outer_section.heading, '“”', '‘’') || '”'
            WHEN outer_section.number[1] IN ('（', '(', '第') THEN outer_section.number
            ELSE '·' || outer_section.number
        END, '' ORDER BY outer_section.level
    ), '·') AS place
FROM section
JOIN current_report USING (region, session, sha256)
JOIN section AS outer_section
    ON outer_section.region = section.region
    AND outer_section.session = section.session
    AND outer_section.sha256 = section.sha256
    AND outer_section.start <= section.start
    AND outer_section."end" >= section."end"
    AND (outer_section.level < section.level OR outer_section.ordinal = section.ordinal)
GROUP BY section.region, section.session, section.ordinal;
