-- Grain: one row a correction of the corpus as it was at the last build, in the order of the file: what a person decided, and
-- where it is quoted from. earlier and later are sessions, the same where there is one place.
CREATE TABLE correction (
    ordinal INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    lane VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    earlier_quote VARCHAR NOT NULL,
    earlier_number VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    later_quote VARCHAR NOT NULL,
    later_number VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_on DATE NOT NULL,
    why VARCHAR NOT NULL
);
