"""The audits: queries that return the bad rows. A warehouse with a bad row is not published."""

from collections.abc import Collection
from dataclasses import dataclass

import duckdb

from warehouse.layout import narrowed
from warehouse.sql import statements

_FEW = 8
"""Governments whose rows are picked out once before the audits: of more it would be a second file in memory."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A bad row that an audit returned, its columns written out."""

    audit: str
    row: str

    def __str__(self) -> str:
        """Name the audit before the row."""
        return f"{self.audit}: {self.row}"


def audit(connection: duckdb.DuckDBPyConnection, regions: Collection[str] | None = None) -> list[Finding]:
    """Every bad row that the audits of `audits/` find, audit by audit; with `regions`, of these governments only."""
    findings = []
    audits = statements("audits")
    if regions is None:
        cursor = connection.cursor()
    else:
        cursor = narrowed(connection, regions, audits.values(), copied=len(regions) <= _FEW)
    for name, statement in audits.items():
        result = cursor.execute(statement)
        columns = [column[0] for column in result.description or []]
        for row in result.fetchall():
            words = ", ".join(f"{column}={value}" for column, value in zip(columns, row, strict=True))
            findings.append(Finding(name, words))
    cursor.close()
    return findings
