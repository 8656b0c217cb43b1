-- Reads `incoming` (unit). These units go, to be written again.
DELETE FROM unit USING incoming WHERE unit.unit = incoming.unit;
