-- Grain: one row a target that, under the rules before the present ones, no result in the same later text answered, with why
-- (see reading_before). The columns are those of target_state, which the rows are copied from.
CREATE TABLE target_state_before AS FROM target_state WITH NO DATA;
