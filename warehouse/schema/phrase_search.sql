-- Grain: one row a government whose set phrases were looked for, and in which reports (see views/report_series.sql).
CREATE TABLE phrase_search (
    region VARCHAR NOT NULL,
    series VARCHAR NOT NULL
);
