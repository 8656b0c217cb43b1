-- The sentences of one report in force, in reading order.
SELECT
    sentence.paragraph, sentence.start, sentence."end",
    substring(current_report.text, sentence.start + 1, sentence."end" - sentence.start) AS text,
    sentence.part, sentence.section, sentence.heading
FROM sentence
JOIN current_report USING (region, session, sha256)
WHERE region = $region AND session = $session
ORDER BY sentence.ordinal;
