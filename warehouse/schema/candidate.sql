-- Grain: one row two names of a government and territory that links between its reports hold for one, with the evidence;
-- ordinal 0 has the best. one and other are identities (see line). score is the best of the links, links in how many lanes and
-- reports they lie, likeness that of the names without their verbs, size the factor between linked amounts (0: none),
-- neighbours the share of names beside either that stand beside both, told_apart in how many reports both stand with
-- different numbers of one year. verdict is same, queued or apart; reason the rule, or what is missing.
CREATE TABLE candidate (
    region VARCHAR NOT NULL,
    territory INTEGER NOT NULL,
    rules VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    one VARCHAR NOT NULL,
    other VARCHAR NOT NULL,
    one_name VARCHAR NOT NULL,
    other_name VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    links INTEGER NOT NULL,
    likeness DOUBLE NOT NULL,
    unit BOOLEAN NOT NULL,
    section BOOLEAN NOT NULL,
    size DOUBLE NOT NULL,
    neighbours DOUBLE NOT NULL,
    told_apart INTEGER NOT NULL,
    verdict VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
