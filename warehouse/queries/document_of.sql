-- The text of one report in force, and the file it was read from, below the corpus.
SELECT file, text
FROM current_report
WHERE region = $region AND session = $session;
