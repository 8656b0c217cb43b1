-- Grain: one row a fact that the heads of two reports have otherwise: another term, a congress made anew, another speaker.
CREATE TABLE head_fact (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    before VARCHAR NOT NULL,
    after VARCHAR NOT NULL
);
