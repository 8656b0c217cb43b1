-- Grain: one row a run of words of a sentence that none of its matches kept; side is earlier or later.
CREATE TABLE mark (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    side VARCHAR NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
