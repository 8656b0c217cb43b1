-- Grain: one row a target of several years without a result, with why; due is its last year. Never a verdict.
CREATE TABLE long_state (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    observation VARCHAR NOT NULL,
    due INTEGER NOT NULL,
    state VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
