-- Grain: one row a correction that has no effect on a report, or on a pair: the code of the reason, and what was found.
-- For a report its earlier and later session, and both sha256, are the same.
CREATE TABLE orphan (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    correction VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);
