-- Grain: one row a set phrase of a government in one of its reports, from the first report that says it on. ordinal 0 is the
-- government's most telling phrase; since to until are the sessions that it marks most, stretch_keyness its G² there.
-- first and last are the first and the last sentence of the report that say it, null where it does not.
CREATE TABLE phrase (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    phrase VARCHAR NOT NULL,
    quoted BOOLEAN NOT NULL,
    since VARCHAR NOT NULL,
    until VARCHAR NOT NULL,
    stretch_keyness DOUBLE NOT NULL,
    count INTEGER NOT NULL,
    keyness DOUBLE NOT NULL,
    state VARCHAR NOT NULL,
    first_start INTEGER,
    first_end INTEGER,
    last_start INTEGER,
    last_end INTEGER
);
