-- Grain: one row a territory of a government of regions.toml: what its name stood for from `since` on. ordinal 0 is the oldest,
-- and has no date. A government whose territory never changed has one.
CREATE TABLE territory (
    region VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    since DATE,
    note VARCHAR NOT NULL
);
