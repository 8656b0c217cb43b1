"""The SQL of the warehouse: one object, one file, named after it."""

from functools import cache
from importlib.resources import files
from typing import Literal

Folder = Literal["schema", "macros", "views", "audits", "queries", "writes"]


@cache
def statements(folder: Folder) -> dict[str, str]:
    """Read the SQL of every file of a folder, by the object's name, in the order of the names."""
    found = {}
    for entry in sorted((files("warehouse") / folder).iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".sql"):
            found[entry.name.removesuffix(".sql")] = entry.read_text(encoding="utf-8")
    return found


def query(name: str) -> str:
    """Give the statement of a named question."""
    return statements("queries")[name]
