-- Grain: one row a unit as reports write it: how many of its base unit it is (`亿元` is 1E+8 of `元`). Amounts of one base unit
-- can be laid beside each other; growth and shares have `%` for both.
CREATE TABLE unit (
    unit VARCHAR NOT NULL,
    base VARCHAR NOT NULL,
    factor DOUBLE NOT NULL
);
