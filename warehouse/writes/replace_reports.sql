-- Reads `incoming` (region, session, sha256). Every row that was derived from these revisions goes, the report row too;
-- it is written again in the same transaction.
DELETE FROM report USING incoming
WHERE report.region = incoming.region AND report.session = incoming.session AND report.sha256 = incoming.sha256;

DELETE FROM part USING incoming
WHERE part.region = incoming.region AND part.session = incoming.session AND part.sha256 = incoming.sha256;

DELETE FROM section USING incoming
WHERE section.region = incoming.region AND section.session = incoming.session AND section.sha256 = incoming.sha256;

DELETE FROM sentence USING incoming
WHERE sentence.region = incoming.region AND sentence.session = incoming.session AND sentence.sha256 = incoming.sha256;

DELETE FROM term USING incoming
WHERE term.region = incoming.region AND term.session = incoming.session AND term.sha256 = incoming.sha256;

DELETE FROM observation USING incoming
WHERE observation.region = incoming.region AND observation.session = incoming.session AND observation.sha256 = incoming.sha256;

DELETE FROM derivation USING incoming
WHERE derivation.region = incoming.region AND derivation.session = incoming.session AND derivation.sha256 = incoming.sha256;

DELETE FROM orphan USING incoming
WHERE orphan.earlier = orphan.later
    AND orphan.region = incoming.region AND orphan.earlier = incoming.session AND orphan.earlier_sha256 = incoming.sha256;

DELETE FROM skipped USING incoming
WHERE skipped.file = incoming.file;
