-- Grain: one row an observation that the rules before the present ones read in the same text (see reading_before).
-- The columns are those of observation, which the rows are copied from.
CREATE TABLE observation_before AS FROM observation WITH NO DATA;
