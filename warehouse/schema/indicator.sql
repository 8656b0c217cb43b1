-- Grain: one row a registered indicator (tongbi/register.py), the corpus's own among them. prices says at which prices its growth
-- is reckoned where the text is silent; whole is the id of what it is a part of; additive, whether its amounts of several places
-- add up to that of the place they make up; foreign_money, whether they are told in a foreign currency, too.
CREATE TABLE indicator (
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    better VARCHAR NOT NULL,
    prices VARCHAR NOT NULL,
    whole VARCHAR NOT NULL,
    additive BOOLEAN NOT NULL,
    foreign_money BOOLEAN NOT NULL
);
