-- When each revision of a report was first taken in.
SELECT region, session, sha256, taken_in_at
FROM report;
