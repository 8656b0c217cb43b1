-- Grain: one row a line whose result reports stated for their year, years of them in a row (observation is the last), and that
-- the next report, held whole, does not state. named where it says a name of the line in its review all the same.
CREATE TABLE stopped (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    line VARCHAR NOT NULL,
    observation VARCHAR NOT NULL,
    years INTEGER NOT NULL,
    named BOOLEAN NOT NULL
);
