"""What people declare in TOML: tables of one name, each with fixed fields. A fault is refused with its place."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from tongbi.errors import BadVocabulary


def parsed(text: str, source: str) -> dict[str, Any]:
    """Parse a TOML text; raises `BadVocabulary` (`not_toml`), whose detail names line and column."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadVocabulary("not_toml", source, "", str(fault)) from fault


def rows(tables: Mapping[str, Any], name: str, source: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Give each `[[name]]` table with its place, `name[1]` for the first.

    Raises `BadVocabulary` where there is something else at top level, or `name` is no list of tables.
    """
    for other in tables:
        if other != name:
            raise BadVocabulary("unknown_field", source, other, other)
    found = tables.get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise BadVocabulary("bad_field", source, name, f"{name}: {found!r}"[:80])
    for position, row in enumerate(found, start=1):
        yield row, f"{name}[{position}]"


def check(row: Mapping[str, Any], fields: Mapping[str, type], source: str, place: str) -> None:
    """Raise `BadVocabulary` where a field is missing, of another type, or not among `fields`."""
    for field, kind in fields.items():
        if not isinstance(row.get(field), kind):
            raise BadVocabulary("bad_field", source, f"{place}.{field}", f"{field}: {row.get(field)!r}")
    for field in row:
        if field not in fields:
            raise BadVocabulary("unknown_field", source, f"{place}.{field}", field)
