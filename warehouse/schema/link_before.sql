-- Grain: one row a link that the rules before the present ones found between the same texts (see reading_before). The columns
-- are those of link, which the rows are copied from.
CREATE TABLE link_before AS FROM link WITH NO DATA;
