-- Grain: one row a report revision and the rules that its present rows were derived under.
CREATE TABLE derivation (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    derived_at TIMESTAMP NOT NULL
);
