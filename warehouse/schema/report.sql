-- Grain: one row a revision of a report: region, session, sha256 of its text.
-- The revision in force has superseded_at null; it is given when another text takes the session's place, or when the
-- document is no longer in the corpus. Nothing is deleted: what was cited can still be found.
CREATE TABLE report (
    region VARCHAR NOT NULL,
    session VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    year INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    delivered DATE,
    speaker VARCHAR NOT NULL,
    meeting VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    fictional BOOLEAN NOT NULL,
    abridged BOOLEAN NOT NULL,
    source VARCHAR NOT NULL,
    source_url VARCHAR NOT NULL,
    file VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    taken_in_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP
);
