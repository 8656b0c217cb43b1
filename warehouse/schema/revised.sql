-- Grain: one row a figure of a past year that a later report states otherwise than the last one that stated it, beyond rounding.
CREATE TABLE revised (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    earlier_id VARCHAR NOT NULL,
    later_id VARCHAR NOT NULL
);
