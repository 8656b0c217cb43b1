"""The register of indicators: which names mean one indicator, its unit, and which way is better."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, cast, get_args

from tongbi import vocabulary
from tongbi.declarations import check, parsed, rows
from tongbi.errors import BadVocabulary
from tongbi.identity import normal_name

Direction = Literal["more", "less", "band"]

_SOURCE = "indicators.toml"
_FIELDS = {"id": str, "name": str, "aliases": list, "unit": str, "better": str}


@dataclass(frozen=True)
class Indicator:
    """One statistical indicator. `unit` is the base unit of its level; `better` says which way is better."""

    id: str
    name: str
    aliases: tuple[str, ...]
    unit: str
    better: Direction


@dataclass(frozen=True)
class Register:
    """Indicators by id and name; `ceilings` and `no_ceilings` are words in names that are not registered."""

    indicators: tuple[Indicator, ...]
    ceilings: tuple[str, ...] = ()
    no_ceilings: tuple[str, ...] = ()

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {
            normal_name(name): indicator.id
            for indicator in self.indicators
            for name in (*indicator.aliases, indicator.name)
        }

    @cached_property
    def _by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    def identify(self, indicator_name: str) -> str:
        """Give the id of the indicator that a name, as a report writes it, means; "" where the register has none."""
        return self._ids.get(normal_name(indicator_name), "")

    def of(self, indicator_id: str) -> Indicator | None:
        """Give the indicator of an id, None where it is not registered."""
        return self._by_id.get(indicator_id)

    def extended(self, indicators: Iterable[Indicator]) -> "Register":
        """Give a register where these are known too; an id that is known is replaced, and a name means the last one."""
        new = {indicator.id: indicator for indicator in indicators}
        kept = (indicator for indicator in self.indicators if indicator.id not in new)
        return replace(self, indicators=(*kept, *new.values()))

    def name(self, indicator_id: str) -> str:
        """Give the common name of a registered indicator; raises KeyError for another id."""
        return self._by_id[indicator_id].name

    def direction(self, indicator: str) -> Direction:
        """Tell which way is better for an indicator, given by id or by name: `band` where near the target is best."""
        known = self._by_id.get(indicator) or self._by_id.get(self.identify(indicator))
        if known:
            return known.better
        falls = any(word in indicator for word in self.ceilings)
        return "less" if falls and not any(word in indicator for word in self.no_ceilings) else "more"


def _indicator(row: Mapping[str, Any], place: str) -> Indicator:
    """Read one `[[indicators]]` table; raises `BadVocabulary` where it breaks the form told in indicators.toml."""
    check(row, _FIELDS, _SOURCE, place)
    wrong = {
        "better": row["better"] not in get_args(Direction),
        "aliases": not all(isinstance(alias, str) and alias for alias in row["aliases"]),
        "id": not row["id"],
        "name": not row["name"],
    }
    for field in wrong:
        if wrong[field]:
            raise BadVocabulary("bad_field", _SOURCE, f"{place}.{field}", f"{field}: {row[field]!r}")
    return Indicator(row["id"], row["name"], tuple(row["aliases"]), row["unit"], cast(Direction, row["better"]))


def _extend(register: Register, indicators: Iterable[Indicator]) -> Register:
    """Add indicators to a register: a known id is replaced, a new one added; names stay unambiguous."""
    by_id = {indicator.id: indicator for indicator in (*register.indicators, *indicators)}
    owner: dict[str, str] = {}
    for indicator in by_id.values():
        for name in (indicator.name, *indicator.aliases):
            if owner.setdefault(normal_name(name), indicator.id) != indicator.id:
                raise BadVocabulary("ambiguous_name", _SOURCE, indicator.id, name)
    return replace(register, indicators=tuple(by_id.values()))


def load(*toml_texts: str) -> Register:
    """Give the seed register, extended by each text in turn; a text has the form of vocabulary/indicators.toml.

    Raises `BadVocabulary` with the place of the fault: the line where a text is no TOML, else table and field.
    """
    ceilings, seed = vocabulary.verdicts().ceilings, vocabulary.indicators().indicators
    register = _extend(
        Register((), ceilings.words, ceilings.no_words),
        (Indicator(row.id, row.name, row.aliases, row.unit, row.better) for row in seed),
    )
    for text in toml_texts:
        tables = rows(parsed(text, _SOURCE), "indicators", _SOURCE)
        register = _extend(register, (_indicator(row, place) for row, place in tables))
    return register


DEFAULT = load()
