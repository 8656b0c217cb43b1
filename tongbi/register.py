"""The register of indicators: which names mean one indicator, how it is counted, and which way is better."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from tongbi import vocabulary
from tongbi.errors import BadVocabulary
from tongbi.identity import normal_name
from tongbi.units import base_unit
from tongbi.vocabulary import checks
from tongbi.vocabulary.schema import Indicators
from tongbi.vocabulary.schema import linking as written

Direction = Literal["more", "less", "band"]
Prices = Literal["nominal", "constant", "real", "varies"]
Breaks = Literal["level", "growth", "both"]

_SOURCE = "indicators.toml"


@dataclass(frozen=True, slots=True)
class Note:
    """From the numbers of the year `since` on an indicator is counted otherwise.

    `breaks` says which of its numbers must not be laid against those before: amounts, growth, or both.
    """

    since: int
    note: str
    breaks: Breaks


@dataclass(frozen=True)
class Indicator:
    """One statistical indicator. `unit` is the base unit of its level; `better` says which way is better.

    `units` are other base units that its level is told in, each with a line of its own. `prices` says at which prices
    its growth is reckoned where the text is silent: only `nominal` growth is that of its amounts. `whole` is the id of
    what it is a part of ("": nothing registered), in the same unit. `additive` says whether its amounts of several
    places add up to that of the place that they make up: an output does, an income by head or a rate does not.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    unit: str
    better: Direction
    units: tuple[str, ...] = ()
    prices: Prices = "nominal"
    whole: str = ""
    notes: tuple[Note, ...] = ()
    additive: bool = False

    @cached_property
    def family(self) -> frozenset[str]:
        """The base units of its level; empty where the register does not say, so that any unit may be."""
        return frozenset(base_unit(unit)[0] for unit in (self.unit, *self.units) if unit)

    def breaks(self, earlier: int, later: int, kind: Literal["level", "growth"]) -> Note | None:
        """Give the latest change of definition by which numbers of two years must not be laid together, if any."""
        crossed = [one for one in self.notes if earlier < one.since <= later and one.breaks in (kind, "both")]
        return max(crossed, key=lambda one: one.since, default=None)


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


def _indicator(row: written.Indicator) -> Indicator:
    notes = tuple(Note(one.since, one.note, one.breaks) for one in row.notes)
    told = (row.id, row.name, row.aliases, row.unit, row.better, row.units, row.prices, row.whole)
    return Indicator(*told, notes, row.additive)


def _extend(register: Register, indicators: Iterable[Indicator]) -> Register:
    """Add indicators, or replace known ids; names stay unambiguous, and every part has its whole."""
    by_id = {indicator.id: indicator for indicator in (*register.indicators, *indicators)}
    owner: dict[str, str] = {}
    for indicator in by_id.values():
        for name in (indicator.name, *indicator.aliases):
            if owner.setdefault(normal_name(name), indicator.id) != indicator.id:
                raise BadVocabulary("ambiguous_name", _SOURCE, indicator.id, name)
        above, seen = indicator.whole, {indicator.id}
        while above:
            if above not in by_id or above in seen:
                raise BadVocabulary("bad_field", _SOURCE, f"{indicator.id}.whole", f"whole: {above}")
            seen.add(above)
            above = by_id[above].whole
    return replace(register, indicators=tuple(by_id.values()))


def load(*toml_texts: str) -> Register:
    """Give the seed register, extended by each text in turn; a text has the form of vocabulary/indicators.toml.

    Raises `BadVocabulary` with the place of the fault: the line where a text is no TOML, else table and field.
    """
    ceilings = vocabulary.verdicts().ceilings
    texts = (checks.vocabulary(text, Indicators, _SOURCE) for text in toml_texts)
    register = Register((), ceilings.words, ceilings.no_words)
    for table in (vocabulary.indicators(), *texts):
        register = _extend(register, map(_indicator, table.indicators))
    return register


DEFAULT = load()
