-- Grain: one row a government whose reports were looked at together, for set phrases and for its ledger, and which reports
-- these were (see views/report_series.sql); decisions is the digest of the corrections that may be of its targets of several years.
CREATE TABLE series_search (
    region VARCHAR NOT NULL,
    series VARCHAR NOT NULL,
    decisions VARCHAR NOT NULL
);
