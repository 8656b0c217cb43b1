-- One observation of a report with the paragraph it stands in and the place as it is cited.
WITH observed AS (
    SELECT * FROM cited_observation WHERE region = $region AND session = $session AND id = $id
),
sentence_of AS (
    SELECT sentence.region, sentence.session, sentence.sha256, sentence.paragraph, sentence.part, sentence.section
    FROM sentence
    JOIN observed USING (region, session, sha256)
    WHERE region = $region AND session = $session AND sentence.start <= observed.start AND sentence."end" > observed.start
    LIMIT 1
),
paragraph AS (
    SELECT min(sentence.start) AS start, max(sentence."end") AS "end"
    FROM sentence
    JOIN sentence_of USING (region, session, sha256, paragraph)
    WHERE region = $region AND session = $session
)
SELECT
    report.region, report.session, report.year, report.fictional, coalesce(sentence_of.part, '') AS part,
    figure.figure, observed.role, observed.start, observed."end",
    coalesce(paragraph.start, observed.start) AS paragraph_start,
    coalesce(
        substring(report.text, paragraph.start + 1, greatest(paragraph."end", observed."end") - paragraph.start),
        observed.quote
    ) AS paragraph,
    coalesce(section_path.path, []) AS sections, coalesce(section_path.place, '') AS place,
    observed.citation
FROM observed
JOIN current_report AS report USING (region, session, sha256)
JOIN figure ON figure.region = $region AND figure.session = $session AND figure.id = observed.id
LEFT JOIN sentence_of ON true
LEFT JOIN paragraph ON true
LEFT JOIN section_path
    ON section_path.region = $region AND section_path.session = $session
    AND section_path.ordinal = coalesce(sentence_of.section, observed.section);
