-- Grain: one row a target for a year and a figure of the first months of that year in the same report (one delivered in April or
-- later). It judges nothing: a part is not the year.
CREATE TABLE known_at_setting (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    target VARCHAR NOT NULL,
    known VARCHAR NOT NULL,
    same_measure BOOLEAN NOT NULL
);
