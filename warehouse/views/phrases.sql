-- Grain: one row a set phrase of a government in one of its reports in force, from the first report that says it on; rank 1 is
-- its most telling phrase. keyness is G² of the report against the government's others, stretch_keyness that of since to
-- until against the rest. The texts are the first and the last sentence of the report that say it.
CREATE VIEW phrases AS
SELECT
    phrase.region, current_report.fictional, phrase.ordinal + 1 AS rank, phrase.phrase, phrase.quoted,
    phrase.since, phrase.until, phrase.stretch_keyness,
    phrase.session, current_report.year, phrase.count, phrase.keyness, phrase.state,
    phrase.first_start, phrase.first_end, phrase.last_start, phrase.last_end, phrase.sha256, phrase.rules,
    substring(current_report.text, phrase.first_start + 1, phrase.first_end - phrase.first_start) AS first_text,
    substring(current_report.text, phrase.last_start + 1, phrase.last_end - phrase.last_start) AS last_text,
    first_place.citation AS first_citation, last_place.citation AS last_citation
FROM phrase
JOIN current_report USING (region, session, sha256)
LEFT JOIN citation AS first_place
    ON first_place.region = phrase.region AND first_place.session = phrase.session
    AND first_place.start = phrase.first_start AND first_place."end" = phrase.first_end
LEFT JOIN citation AS last_place
    ON last_place.region = phrase.region AND last_place.session = phrase.session
    AND last_place.start = phrase.last_start AND last_place."end" = phrase.last_end;
