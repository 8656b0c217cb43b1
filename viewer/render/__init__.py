"""Rows of the warehouse to HTML: pure functions, everything escaped, no decision about the reports."""
