"""Keeps reports, observations and comparisons in DuckDB; publishes one file at a time."""
