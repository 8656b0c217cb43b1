-- Grain: one row a section of a report revision, in reading order; level 1 is the outermost, a span holds its subsections.
CREATE TABLE section (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    number VARCHAR NOT NULL,
    heading VARCHAR NOT NULL,
    level INTEGER NOT NULL,
    part VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
