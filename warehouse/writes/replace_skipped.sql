-- Reads `incoming`: the files that stand aside now. One that stands aside as before keeps the build that set it aside.
DELETE FROM skipped
WHERE NOT EXISTS (
    FROM incoming
    WHERE incoming.file = skipped.file AND incoming.code = skipped.code AND incoming.place = skipped.place
        AND incoming.detail = skipped.detail AND incoming.digest = skipped.digest AND incoming.rules = skipped.rules
);

INSERT INTO skipped
SELECT file, code, place, detail, digest, rules, build
FROM incoming
ANTI JOIN skipped USING (file);
