-- Grain: one row a build that was published; the counts are of reports, `compared` of pairs, `skipped` of files set aside.
CREATE TABLE build (
    id INTEGER NOT NULL,
    started TIMESTAMP NOT NULL,
    finished TIMESTAMP NOT NULL,
    rules VARCHAR NOT NULL,
    added INTEGER NOT NULL,
    revised INTEGER NOT NULL,
    rederived INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    compared INTEGER NOT NULL,
    skipped INTEGER NOT NULL
);
