"""Which period a number is of: what a link must share, and when a target falls due."""

import re
from collections import defaultdict
from collections.abc import Hashable

from tongbi.model import Observation, Report, Role

Slots = dict[Hashable, list[Observation]]
_CLAUSE = 40  # characters before a number in which its clause is looked for
_CLAUSE_ENDS = re.compile("[，；。：！？,;\n]")
_FROM = re.compile("[由从][^到至]*$")
_UP_TO = re.compile("[^，；。：！？,;\\n到至]{0,16}?(?:提高|增加|上升|提升|增长|扩大|下降|降低|减少|调整|增)[到至为]")


def years_of(period: str) -> tuple[int, int] | None:
    """Give first and last year of `2024`, `2025Q1`, `1998M1-5` or `2021-2025`; None for any other form."""
    first, last = period[:4], period[5:9] if period[4:5] == "-" else period[:4]
    return (int(first), int(last)) if len(last) == 4 and (first + last).isdecimal() else None


def not_due(target: Observation, reviewed: int) -> bool:
    """Tell whether a target looks beyond the year that was reviewed."""
    years = years_of(target.period)
    return years is not None and years[1] > reviewed


def due_year(one: Observation) -> int | None:
    """Give the last year of an observation's period, None where that is unknown."""
    years = years_of(one.period)
    return years[1] if years else None


def clause_before(report: Report, one: Observation) -> str:
    """Give what stands before a number in its clause."""
    return _CLAUSE_ENDS.split(report.text[max(0, one.start - _CLAUSE) : one.start])[-1]


def _is_start(report: Report, one: Observation) -> bool:
    """Tell whether a number is what another one rises from, and no result: `标准由500元提高到560元`.

    What a plan rises from was reached in the year before, and tells it.
    """
    before = clause_before(report, one)
    if not _FROM.search(before) or not _UP_TO.match(report.text, one.end):
        return False
    part = next((each.part for each in report.sentences if each.span.covers(one.span)), "")
    return one.role == "target" or part == "review"


def by_period(report: Report, role: Role, counted_from: int) -> Slots:
    """Sort one side's observations by the period that a link must share, in reading order.

    Annual and part-year periods are counted from a year, so that this year's plan meets next year's; a period of
    several years is known by its last. An observation whose period is unknown is left out, and so are several years in
    the glossary: it explains a term again, it sets no target anew.
    """
    glossary = next((part.span.start for part in report.parts if part.kind == "glossary"), len(report.text))
    slots: Slots = defaultdict(list)
    for one in report.observations:
        years = years_of(one.period)
        explained = one.horizon == "multi_year" and one.start > glossary
        if one.role == role and years and not explained and not _is_start(report, one):
            slot = (one.horizon, years[1]) if one.horizon == "multi_year" else (years[0] - counted_from, one.period[4:])
            slots[slot].append(one)
    return slots


def annual(slots: Slots) -> Slots:
    """Give the year itself only: what is counted at distance 0, no part of it, no longer span."""
    return {slot: held for slot, held in slots.items() if slot == (0, "")}
