-- Grain: one row: the digest of schema/ and views/ that this file was made with (warehouse/sql.py, layout).
CREATE TABLE layout (
    digest VARCHAR NOT NULL
);
