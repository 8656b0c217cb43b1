-- Grain: one row a target of the earlier report for which nothing was found in the later one: in which parts the results of that
-- time stand, how many there are, under which names it was looked for, which is the nearest ('' for none), how alike (a
-- link needs 0.72), and why it was not taken (a key of tongbi/ledger/searched.py, parameters joined by colons). Parts and names
-- are comma separated.
CREATE TABLE target_search (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    target VARCHAR NOT NULL,
    parts VARCHAR NOT NULL,
    results INTEGER NOT NULL,
    names VARCHAR NOT NULL,
    nearest VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    refused VARCHAR NOT NULL
);
