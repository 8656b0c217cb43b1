-- Grain: one row a change between two reports in force, routine ones included; rank 1 is the weightiest of its pair.
-- The texts are the sentences that the spans begin in, on to the spans' ends.
CREATE VIEW every_change AS
WITH placed AS (
    SELECT
        change.*, earlier_sentence.ordinal AS earlier_sentence, later_sentence.ordinal AS later_sentence,
        earlier_sentence.start AS earlier_from, greatest(earlier_sentence."end", change.earlier_end) AS earlier_to,
        later_sentence.start AS later_from, greatest(later_sentence."end", change.later_end) AS later_to
    FROM change
    LEFT JOIN sentence AS earlier_sentence
        ON earlier_sentence.region = change.region AND earlier_sentence.session = change.earlier
        AND earlier_sentence.sha256 = change.earlier_sha256
        AND earlier_sentence.start <= change.earlier_start AND earlier_sentence."end" > change.earlier_start
    LEFT JOIN sentence AS later_sentence
        ON later_sentence.region = change.region AND later_sentence.session = change.later
        AND later_sentence.sha256 = change.later_sha256
        AND later_sentence.start <= change.later_start AND later_sentence."end" > change.later_start
)
SELECT
    placed.region, report_pair.fictional, placed.earlier, placed.later,
    placed.ordinal + 1 AS rank, placed.kind, placed.subject, placed.before, placed.after,
    placed.earlier_start, placed.earlier_end, placed.later_start, placed.later_end,
    substring(earlier_report.text, placed.earlier_from + 1, placed.earlier_to - placed.earlier_from) AS earlier_text,
    substring(later_report.text, placed.later_from + 1, placed.later_to - placed.later_from) AS later_text,
    placed.earlier_observation, placed.later_observation, placed.score, placed.reason,
    placed.earlier_sha256, placed.later_sha256, placed.rules,
    earlier_place.citation AS earlier_citation, later_place.citation AS later_citation
FROM placed
JOIN report_pair USING (region, earlier, later, earlier_sha256, later_sha256)
JOIN current_report AS earlier_report
    ON earlier_report.region = placed.region AND earlier_report.session = placed.earlier
JOIN current_report AS later_report
    ON later_report.region = placed.region AND later_report.session = placed.later
LEFT JOIN citation AS earlier_place
    ON earlier_place.region = placed.region AND earlier_place.session = placed.earlier
    AND earlier_place.ordinal = placed.earlier_sentence
LEFT JOIN citation AS later_place
    ON later_place.region = placed.region AND later_place.session = placed.later
    AND later_place.ordinal = placed.later_sentence;
