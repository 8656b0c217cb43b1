-- What the register notes on changes of definition, as it was at the last build, in the order of the register.
SELECT note.indicator, note.since, note.breaks, note.note
FROM indicator_note AS note
JOIN indicator ON indicator.id = note.indicator
ORDER BY indicator.ordinal, note.ordinal;
