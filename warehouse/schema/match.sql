-- Grain: one row a match: a sentence of the earlier report that a sentence of the later one continues.
-- cluster joins the matches that stand in one row of the compare page (see warehouse/clusters.py);
-- decided is the id of the correction that joined the two.
CREATE TABLE match (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    earlier_start INTEGER NOT NULL,
    earlier_end INTEGER NOT NULL,
    later_start INTEGER NOT NULL,
    later_end INTEGER NOT NULL,
    relation VARCHAR NOT NULL,
    moved BOOLEAN NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL,
    cluster INTEGER NOT NULL,
    decided VARCHAR NOT NULL
);
