-- All corrections go, to be written again in the same transaction.
DELETE FROM correction;
