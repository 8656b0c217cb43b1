-- Grain: one row a run of words of a match: equal has both spans, delete only the earlier, insert only the later.
-- match is the ordinal of the match within its comparison.
CREATE TABLE edit (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    match INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    earlier_start INTEGER,
    earlier_end INTEGER,
    later_start INTEGER,
    later_end INTEGER
);
