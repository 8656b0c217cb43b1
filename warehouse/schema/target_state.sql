-- Grain: one row a target of the earlier report that no result in the later one answers, with why. Never a verdict.
CREATE TABLE target_state (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    observation VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
