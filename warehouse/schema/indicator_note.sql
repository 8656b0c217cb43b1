-- Grain: one row a change in how a registered indicator is counted: from the numbers of the year `since` on. breaks says which of
-- its numbers must not be laid against those before: level, growth, both.
CREATE TABLE indicator_note (
    ordinal INTEGER NOT NULL,
    indicator VARCHAR NOT NULL,
    since INTEGER NOT NULL,
    breaks VARCHAR NOT NULL,
    note VARCHAR NOT NULL
);
