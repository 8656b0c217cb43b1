-- Grain: one row a sentence or heading of a report in force, with how it is cited. place is its section and its paragraph,
-- counted inside the innermost section, headings left out (where a report has a number twice, on from one section to the
-- other: no two paragraphs are cited alike); a paragraph without a section is counted in the whole text (全文).
CREATE VIEW citation AS
WITH counted AS (
    SELECT
        sentence.region, sentence.session, sentence.sha256, sentence.ordinal,
        dense_rank() OVER (
            PARTITION BY sentence.region, sentence.session, sentence.sha256, section_path.place ORDER BY sentence.paragraph
        ) AS in_section,
        dense_rank() OVER (
            PARTITION BY sentence.region, sentence.session, sentence.sha256 ORDER BY sentence.paragraph
        ) AS in_report
    FROM sentence
    LEFT JOIN section_path
        ON section_path.region = sentence.region AND section_path.session = sentence.session
        AND section_path.ordinal = sentence.section
    WHERE NOT sentence.heading
),
placed AS (
    SELECT
        sentence.region, sentence.session, sentence.sha256, sentence.rules, sentence.ordinal, sentence.start, sentence."end",
        concat(
            section_path.place,
            CASE
                WHEN sentence.heading THEN ''
                WHEN section_path.place IS NULL THEN '全文第' || counted.in_report || '段'
                ELSE '第' || counted.in_section || '段'
            END
        ) AS place
    FROM sentence
    LEFT JOIN counted USING (region, session, sha256, ordinal)
    LEFT JOIN section_path
        ON section_path.region = sentence.region AND section_path.session = sentence.session
        AND section_path.ordinal = sentence.section
)
SELECT
    placed.*,
    cite(
        report.region, report.year, report.speaker, report.title, report.meeting, report.delivered, report.source_url,
        report.fictional, placed.place
    ) AS citation
FROM placed
JOIN current_report AS report USING (region, session, sha256);
