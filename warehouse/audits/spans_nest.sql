-- Bad rows: sentences outside their section or their part, sections that begin outside their part or cross a shallower
-- section's border, and observations or terms outside their report.
-- A section may run on over the border of its part: some plans begin without a heading.
SELECT 'sentence in section' AS what, sentence.region, sentence.session, sentence.start, sentence."end"
FROM sentence
LEFT JOIN section
    ON section.region = sentence.region AND section.session = sentence.session AND section.sha256 = sentence.sha256
    AND section.ordinal = sentence.section
WHERE sentence."end" <= sentence.start
    OR (sentence.section >= 0 AND section.ordinal IS NULL)
    OR sentence.start < section.start OR sentence."end" > section."end"
UNION ALL
SELECT 'sentence in part', sentence.region, sentence.session, sentence.start, sentence."end"
FROM sentence
ANTI JOIN part
    ON part.region = sentence.region AND part.session = sentence.session AND part.sha256 = sentence.sha256
    AND part.kind = sentence.part AND part.start <= sentence.start AND part."end" >= sentence."end"
UNION ALL
SELECT 'section in part', section.region, section.session, section.start, section."end"
FROM section
ANTI JOIN part
    ON part.region = section.region AND part.session = section.session AND part.sha256 = section.sha256
    AND part.kind = section.part AND part.start <= section.start AND part."end" > section.start
UNION ALL
SELECT 'section in section', inner_section.region, inner_section.session, inner_section.start, inner_section."end"
FROM section AS inner_section
JOIN section AS outer_section
    ON outer_section.region = inner_section.region AND outer_section.session = inner_section.session
    AND outer_section.sha256 = inner_section.sha256 AND outer_section.ordinal < inner_section.ordinal
    AND outer_section."end" > inner_section.start
    AND (outer_section."end" < inner_section."end" OR outer_section.level >= inner_section.level)
UNION ALL
SELECT 'section', section.region, section.session, section.start, section."end"
FROM section
JOIN report USING (region, session, sha256)
WHERE section."end" <= section.start OR section."end" > length(report.text)
UNION ALL
SELECT 'observation', observation.region, observation.session, observation.start, observation."end"
FROM observation
JOIN report USING (region, session, sha256)
WHERE observation.start < 0 OR observation."end" < observation.start OR observation."end" > length(report.text)
UNION ALL
SELECT 'term', term.region, term.session, term.start, term."end"
FROM term
JOIN report USING (region, session, sha256)
WHERE term.start < 0 OR term."end" <= term.start OR term."end" > length(report.text)
    OR term.definition_start < 0 OR term.definition_end < term.definition_start
    OR term.definition_end > length(report.text);
