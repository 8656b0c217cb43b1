-- Grain: one row a sentence in a row of the compare page. The rows of a page are told apart by (place, slot) and ordered by
-- it: place is the later report's sentence at which the row stands; slot 0 holds what the later report says with what it
-- continues, a dropped sentence of the earlier report follows the row of its neighbour there (place -1: it has none).
-- An earlier sentence that was split to distant places stands in several rows; again marks all but the first.
CREATE VIEW aligned_sentence AS
WITH earlier_sentence AS (
    SELECT
        pair.region, pair.earlier, pair.later, sentence.ordinal, sentence.start, sentence."end",
        sentence.part, sentence.section, sentence.heading
    FROM comparison AS pair
    JOIN sentence
        ON sentence.region = pair.region AND sentence.session = pair.earlier AND sentence.sha256 = pair.earlier_sha256
),
later_sentence AS (
    SELECT
        pair.region, pair.earlier, pair.later, sentence.ordinal, sentence.start, sentence."end",
        sentence.part, sentence.section, sentence.heading
    FROM comparison AS pair
    JOIN sentence
        ON sentence.region = pair.region AND sentence.session = pair.later AND sentence.sha256 = pair.later_sha256
),
later_cluster AS (
    SELECT DISTINCT region, earlier, later, later_start AS start, cluster FROM match
),
earlier_cluster AS (
    SELECT DISTINCT region, earlier, later, earlier_start AS start, cluster FROM match
),
cluster_match AS (
    SELECT
        region, earlier, later, cluster,
        first(relation ORDER BY ordinal) AS relation, bool_or(moved) AS moved
    FROM match
    GROUP BY region, earlier, later, cluster
),
cluster_place AS (
    SELECT
        region, earlier, later, cluster,
        min(later_sentence.ordinal) AS place, arg_min(later_sentence.part, later_sentence.ordinal) AS part
    FROM later_sentence
    JOIN later_cluster USING (region, earlier, later, start)
    GROUP BY region, earlier, later, cluster
),
placed_earlier AS (
    SELECT
        earlier_sentence.*, earlier_cluster.cluster, cluster_place.place, cluster_place.part AS row_part,
        row_number() OVER (
            PARTITION BY region, earlier, later, earlier_sentence.ordinal ORDER BY cluster_place.place
        ) AS appearance,
        last_value(CASE WHEN cluster_place.part = earlier_sentence.part THEN cluster_place.place END IGNORE NULLS) OVER (
            PARTITION BY region, earlier, later, earlier_sentence.part
            ORDER BY earlier_sentence.ordinal, cluster_place.place DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS neighbour
    FROM earlier_sentence
    LEFT JOIN earlier_cluster USING (region, earlier, later, start)
    LEFT JOIN cluster_place USING (region, earlier, later, cluster)
)
SELECT
    region, earlier, later, coalesce(cluster_place.part, later_sentence.part) AS part,
    coalesce(cluster_place.place, later_sentence.ordinal) AS place, 0 AS slot,
    'later' AS side, later_sentence.ordinal, later_sentence.start, later_sentence."end",
    later_sentence.section, later_sentence.heading, false AS again,
    coalesce(cluster_match.relation, 'added') AS relation, coalesce(cluster_match.moved, false) AS moved
FROM later_sentence
LEFT JOIN later_cluster USING (region, earlier, later, start)
LEFT JOIN cluster_place USING (region, earlier, later, cluster)
LEFT JOIN cluster_match USING (region, earlier, later, cluster)
UNION ALL
SELECT
    region, earlier, later, coalesce(placed_earlier.row_part, placed_earlier.part) AS part,
    coalesce(placed_earlier.place, placed_earlier.neighbour, -1) AS place,
    CASE WHEN placed_earlier.place IS NULL THEN placed_earlier.ordinal + 1 ELSE 0 END AS slot,
    'earlier' AS side, placed_earlier.ordinal, placed_earlier.start, placed_earlier."end",
    placed_earlier.section, placed_earlier.heading, placed_earlier.appearance > 1 AS again,
    coalesce(cluster_match.relation, 'dropped') AS relation, coalesce(cluster_match.moved, false) AS moved
FROM placed_earlier
LEFT JOIN cluster_match USING (region, earlier, later, cluster);
