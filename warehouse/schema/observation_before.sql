-- Grain: one row an observation that the rules before the present ones read in the same text (same sha256).
-- Kept until the rules change again, so that what a better reading gained and lost can be told apart from policy.
-- The columns are those of observation, which the rows are copied from.
CREATE TABLE observation_before AS FROM observation WITH NO DATA;
