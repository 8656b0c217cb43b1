-- Grain: one row a pair of report revisions laid against each other. earlier and later are sessions;
-- decisions is the digest of the corrections between the two.
CREATE TABLE comparison (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    decisions VARCHAR NOT NULL
);
