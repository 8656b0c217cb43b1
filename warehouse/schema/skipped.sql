-- Grain: one row a file that stands aside now: the code of its reason, where in it and what was found there.
-- digest and rules say which bytes were judged by which rules; build is the build that set it aside.
CREATE TABLE skipped (
    file VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    build INTEGER NOT NULL
);
