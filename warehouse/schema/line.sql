-- Grain: one row an observation and the line that it is in: one indicator of a government and territory under all its names.
-- key is the register's id, else the provisional id (~ and 8 digits) of the name most used; name is the register's, else that
-- name; identity is the id that the observation has by itself; decided says what joined the names of the line: register,
-- person, evidence, or '' where there is one name. territory counts those of corpus/regions.toml, 0 for the oldest.
CREATE TABLE line (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    territory INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    identity VARCHAR NOT NULL,
    decided VARCHAR NOT NULL
);
