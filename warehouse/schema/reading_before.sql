-- Grain: one row a text that was read, or a pair of texts that was laid against each other, under the rules before the present
-- ones: which rules, and the digest of the corrections that were laid over it. A text's earlier and later session are the same,
-- and both sha256. What was found then is in observation_before, link_before and target_state_before, kept until the rules
-- change again, so that what better rules gained and lost can be told apart from policy.
CREATE TABLE reading_before (
    region VARCHAR NOT NULL,
    earlier VARCHAR NOT NULL,
    later VARCHAR NOT NULL,
    earlier_sha256 VARCHAR NOT NULL,
    later_sha256 VARCHAR NOT NULL,
    rules VARCHAR NOT NULL,
    decisions VARCHAR NOT NULL
);
