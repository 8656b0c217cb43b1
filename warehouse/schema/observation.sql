-- Grain: one row an observation of a report revision: a number, range or wording stated as a result or set as a target.
-- low and high are equal but for a range, and null where there is no number; floor is the observation whose stretch this is;
-- decided has the ids of the corrections that made it what it is, comma separated.
CREATE TABLE observation (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    indicator_id VARCHAR NOT NULL,
    low DECIMAL(24, 6),
    high DECIMAL(24, 6),
    unit VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    modality VARCHAR NOT NULL,
    section INTEGER NOT NULL,
    tier VARCHAR NOT NULL,
    horizon VARCHAR NOT NULL,
    certainty VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    floor VARCHAR NOT NULL,
    decided VARCHAR NOT NULL
);
