-- Grain: one row a link between two observations of one indicator. A baseline link lies inside one report:
-- its earlier and later session, and both sha256, are the same. decided has the ids of the corrections that joined or judged
-- it, comma separated.
CREATE TABLE link (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    earlier_id VARCHAR NOT NULL,
    later_id VARCHAR NOT NULL,
    comparable BOOLEAN NOT NULL,
    change DECIMAL(24, 6),
    verdict VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL,
    decided VARCHAR NOT NULL
);
