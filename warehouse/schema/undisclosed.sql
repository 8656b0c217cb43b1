-- Grain: one row a result that a report tells less of than its own passage shows it could: growth_not_stated (observation is the
-- amount, peers are the growths told beside it, comma separated) or told_in_words (start and end are the clause).
CREATE TABLE undisclosed (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    indicator_id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    observation VARCHAR NOT NULL,
    peers VARCHAR NOT NULL
);
