-- Grain: one row a target of several years and a result, in the report that reviews its last year, that answers it: an outcome
-- as those in link are, over any number of reports.
CREATE TABLE long_link (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    earlier_id VARCHAR NOT NULL,
    later_id VARCHAR NOT NULL,
    comparable BOOLEAN NOT NULL,
    change DECIMAL(24, 6),
    verdict VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    reason VARCHAR NOT NULL,
    decided VARCHAR NOT NULL
);
