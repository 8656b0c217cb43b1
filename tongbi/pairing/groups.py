"""Observations of one side, gathered by indicator, with what speaks for or against a pairing."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tongbi.identity import Name, kinds_in, normal_name, take_apart
from tongbi.model import Observation, Report
from tongbi.text import any_of
from tongbi.units import base_unit
from tongbi.vocabulary import spellings

_NEAR = 80  # characters before a number in which its clauses are looked for
_CLAUSES = re.compile("[；。！？;\n]")
_CLAUSE = re.compile("[，；。：！？,;\n]")


@dataclass(frozen=True, slots=True)
class Group:
    """Observations of one indicator on one side.

    `kinds_of_thing` are the kinds that the name speaks of, or the first number's sentence where the name tells nothing;
    `area` the part of the territory whose number it is by its clause, though the name does not say so ("" for none);
    `sentences` are indexes into the report's, `place` is where the first stands among its side's numbers (0 to 1),
    `kinds` the measures with base units, `amounts` the levels and shares in base units, by base unit.
    """

    name: Name
    kinds_of_thing: tuple[frozenset[int], ...]
    area: str
    indicator_id: str
    members: tuple[Observation, ...]
    sentences: tuple[int, ...]
    place: float
    kinds: frozenset[tuple[str, str]]
    amounts: Mapping[str, tuple[float, ...]]


def _amounts(members: Iterable[Observation]) -> dict[str, tuple[float, ...]]:
    """Give the levels and shares in base units, by base unit; of a range its low end."""
    found: dict[str, tuple[float, ...]] = {}
    for one in members:
        if one.measure in ("level", "ratio") and one.value is not None:
            base, factor = base_unit(one.unit)
            number = min(one.value) if isinstance(one.value, tuple) else one.value
            found[base] = (*found.get(base, ()), float(number * factor))
    return {base: tuple(number for number in numbers if number > 0) for base, numbers in found.items()}


def _kinds(report: Report, name: Name, first: Observation) -> tuple[frozenset[int], ...]:
    if not name.generic:
        return name.kinds
    around = kinds_in(_CLAUSES.split(report.text[max(0, first.start - _NEAR) : first.end])[-1])
    return tuple(said or near for said, near in zip(name.kinds, around, strict=True))


@cache
def _of_area() -> re.Pattern[str]:
    scope = spellings().scope
    return re.compile(
        f"^(?:{any_of(scope.intents)})?[^、]{{0,6}}?({any_of(scope.areas)})(?!\\d|{any_of(scope.makings)})"
    )


def _area(report: Report, name: Name, first: Observation) -> str:
    clause = _CLAUSE.split(report.text[max(0, first.start - _NEAR) : first.start])[-1]
    found = _of_area().match(clause)
    return found[1] if found and found[1] not in name.common else ""


def group(report: Report, observations: Sequence[Observation]) -> tuple[Group, ...]:
    """Group observations of one side (in reading order) by indicator, in order of first mention."""
    starts = [sentence.span.start for sentence in report.sentences]
    named: dict[str, list[Observation]] = {}
    for one in observations:
        named.setdefault(one.indicator_id or normal_name(one.indicator), []).append(one)
    first = observations[0].start if observations else 0
    length = max(1, observations[-1].start - first) if observations else 1
    return tuple(
        Group(
            name=(name := take_apart(members[0].indicator)),
            kinds_of_thing=_kinds(report, name, members[0]),
            area=_area(report, name, members[0]),
            indicator_id=members[0].indicator_id,
            members=tuple(members),
            sentences=tuple(sorted({bisect_right(starts, one.start) - 1 for one in members} - {-1})),
            place=(members[0].start - first) / length,
            kinds=frozenset((one.measure, base_unit(one.unit)[0]) for one in members if one.value is not None),
            amounts=_amounts(members),
        )
        for members in named.values()
    )
