-- Grain: one row a change worth telling; ordinal 0 is the weightiest. The spans are the sentences it was read in.
CREATE TABLE change (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    before VARCHAR NOT NULL,
    after VARCHAR NOT NULL,
    earlier_start INTEGER,
    earlier_end INTEGER,
    later_start INTEGER,
    later_end INTEGER,
    earlier_observation VARCHAR NOT NULL,
    later_observation VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL
);
