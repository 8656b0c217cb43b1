-- The registered indicators as they were at the last build, in the order of the register.
SELECT id, name, unit, better, prices, whole, additive, foreign_money
FROM indicator
ORDER BY ordinal;
