-- Reads `incoming` (region). These governments are to be looked at over all years again; what was found goes then.
DELETE FROM series_search USING incoming WHERE series_search.region = incoming.region;
