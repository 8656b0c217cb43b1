-- Grain: one row a government of the corpus's regions.toml, in the order of the file, whether or not a report of it is held.
-- level is national, province, city or district; parent is the government above it, "" where there is none.
CREATE TABLE region (
    ordinal INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    level VARCHAR NOT NULL,
    parent VARCHAR NOT NULL
);
