-- Grain: one row a glossary entry of a report revision. One name defined at two places is two rows.
CREATE TABLE term (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    definition_start INTEGER NOT NULL,
    definition_end INTEGER NOT NULL
);
