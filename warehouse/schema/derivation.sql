-- Grain: one row a report revision and the rules that its present rows were derived under, and the digest of
-- the corrections that were laid over it.
CREATE TABLE derivation (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    derived_at TIMESTAMP NOT NULL,
    decisions VARCHAR NOT NULL
);
