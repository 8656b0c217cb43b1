-- A place in a report as a journal wants it cited: author. title[R/OL]. congress and session, date. section and paragraph. address.
-- A report without a known speaker is cited under its government, one without a known meeting under its government's name, one
-- without a date under its year; what else is not known is left out. An invented report says that it is. The day on which the
-- address was looked up is for the citing person to add.
CREATE MACRO cite(region, year, speaker, title, meeting, delivered, source_url, fictional, place) AS
    concat_ws(
        '. ',
        coalesce(nullif(speaker, ''), region),
        coalesce(nullif(title, ''), '政府工作报告') || '[R/OL]',
        coalesce(nullif(meeting, ''), region) || ', ' || coalesce(strftime(delivered, '%Y-%m-%d'), year::VARCHAR),
        nullif(place, ''),
        nullif(source_url, '')
    ) || '.' || CASE WHEN fictional THEN '（虚构样例，不可引用）' ELSE '' END;
