-- Bad rows: matches, marks and changes' ends that are not exactly a sentence of their report.
SELECT 'match' AS what, match.region, match.earlier, match.later, match.earlier_start AS start, match.earlier_end AS "end"
FROM match
ANTI JOIN sentence
    ON sentence.region = match.region AND sentence.session = match.earlier AND sentence.sha256 = match.earlier_sha256
    AND sentence.start = match.earlier_start AND sentence."end" = match.earlier_end
UNION ALL
SELECT 'match', match.region, match.earlier, match.later, match.later_start, match.later_end
FROM match
ANTI JOIN sentence
    ON sentence.region = match.region AND sentence.session = match.later AND sentence.sha256 = match.later_sha256
    AND sentence.start = match.later_start AND sentence."end" = match.later_end
UNION ALL
SELECT 'mark', mark.region, mark.earlier, mark.later, mark.start, mark."end"
FROM mark
ANTI JOIN sentence
    ON sentence.region = mark.region
    AND sentence.session = CASE mark.side WHEN 'earlier' THEN mark.earlier ELSE mark.later END
    AND sentence.sha256 = CASE mark.side WHEN 'earlier' THEN mark.earlier_sha256 ELSE mark.later_sha256 END
    AND sentence.start = mark.sentence_start AND sentence."end" = mark.sentence_end
    AND mark.start >= sentence.start AND mark."end" <= sentence."end" AND mark.start < mark."end";
