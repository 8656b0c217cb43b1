-- Grain: one row an observation that the rules before the present ones read in the same text (same sha256).
-- Kept until the rules change again, so that what a better reading gained and lost can be told apart from policy.
CREATE TABLE observation_before (
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
    floor VARCHAR NOT NULL
);
