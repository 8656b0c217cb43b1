-- What the build that published this file did.
SELECT id, started, finished, rules, added, revised, rederived, unchanged, withdrawn, compared
FROM build
ORDER BY id DESC
LIMIT 1;
