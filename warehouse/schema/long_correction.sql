-- Grain: one row a correction that was laid over a government's outcomes of targets of several years: why it has no effect on
-- them and what was found, both '' where it has.
CREATE TABLE long_correction (
    region VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    correction VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);
