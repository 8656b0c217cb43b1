-- The governments and indicators that people declared all go, to be written again in the same transaction.
DELETE FROM region;

DELETE FROM territory;

DELETE FROM indicator;

DELETE FROM indicator_note;
