-- Grain: one row a sentence or heading of a report revision, in reading order.
-- section is the ordinal of its section, -1 before the first; paragraphs are counted through the report.
CREATE TABLE sentence (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    part VARCHAR NOT NULL,
    section INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    heading BOOLEAN NOT NULL
);
