-- Grain: one row an observation of a report in force, as the struct that is shown of it (warehouse/answers/figures.py, Figure).
CREATE VIEW figure AS
SELECT
    region, session, id,
    struct_pack(
        id := id, quote := quote, low := low, high := high, unit := unit, measure := measure, bound := bound,
        modality := modality, period := period, certainty := certainty, indicator := indicator
    ) AS figure
FROM current_observation;
