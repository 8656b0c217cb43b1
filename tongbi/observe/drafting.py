"""A line read into drafts of observations: figures, their names, what they measure, of when."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tongbi import vocabulary
from tongbi.model import Bound, Measure, PartKind, Value
from tongbi.observe.figures import Group, Reader, statement_start
from tongbi.observe.line import Line
from tongbi.observe.measures import measured
from tongbi.observe.names import Namer
from tongbi.observe.periods import Calendar
from tongbi.observe.pledges import leads_to_stretch
from tongbi.observe.qualitative import wordings
from tongbi.observe.quantities import quantities
from tongbi.observe.quantity import Quantity
from tongbi.observe.settling import settled
from tongbi.observe.times import Time
from tongbi.observe.traps import trap

_SHORTEST_NAME = 2
_LONG_SENTENCE = 600
_OPENING = 40
# How often an amount is paid stands before it, and is no part of what it is: 养老金人均月, 补助标准每年.
_PER_TIME = re.compile(r"(?<=..)(?:(?:每人|人均|平均)每?|每)[年月]$")

_TWO_YEARS = re.compile(r"(?:((?:19|20)\d\d)年?[和、与]((?:19|20)\d\d)年|(?:最近|近|过去|前)两年)[^。；\d]*$")
_BOTH = (2, 1)
"""How many years before the report's own the last two are."""


class Draft(NamedTuple):
    """An observation in the offsets of its line."""

    start: int
    end: int
    name: str
    value: Value
    unit: str
    measure: Measure
    bound: Bound
    time: Time


def drafts(
    line: Line, calendar: Calendar, now: Time, part: PartKind, earlier: str = "", paragraph: str = ""
) -> list[Draft]:
    """Read every observation of a line, in order; `earlier` is the sentence before, `paragraph` its own up to it."""
    figures = [one for one in quantities(line) if trap(line, one) is None]
    found: list[Draft] = []
    if part == "plan" and now.role == "target":
        found += _without_number(line, figures, calendar, now, part)
    if not figures:
        return found
    namer, reader = Namer(earlier, paragraph), Reader(line, figures)
    before: Group | None = None
    for group in reader.groups():
        if before and _stretches(group, before):
            group = group._replace(predicate=group.predicate._replace(subject="", motion=before.predicate.motion))
        before = group
        named = namer.name(group)
        reader.consume(named.consumed)
        names = tuple([_bare(name) for name in named.names])
        if not names or not all(_is_name(name) for name in names):
            continue
        if named.level:
            group = group._replace(predicate=group.predicate._replace(motion=""))
        found += _of_group(line, group, names, calendar, now, part)
    return sorted(found, key=lambda draft: draft.start)


def _bare(name: str) -> str:
    name = name.lstrip("的了、，：”）").rstrip("的、，（")
    return _PER_TIME.sub("", name) if name.endswith(("年", "月")) else name


def _is_name(name: str) -> bool:
    """Whether a phrase can name what is measured; of single characters only goods can (`钢3900万吨`)."""
    if len(name) < _SHORTEST_NAME:
        return name in vocabulary.names().goods
    return name not in vocabulary.names().no_names


def _stretches(group: Group, floor: Group) -> bool:
    """Whether a group says only how far the one before may go (`增长6%以上、力争8%`): it grows as that one does."""
    same_unit = group.figures[0].unit == floor.figures[-1].unit
    return same_unit and group.before in ("", "，") and bool(leads_to_stretch().fullmatch(group.clause))


def _without_number(
    line: Line, figures: list[Quantity], calendar: Calendar, now: Time, part: PartKind
) -> Iterable[Draft]:
    for wording in wordings(line):
        if any(figure.start < wording.end and wording.start < figure.end for figure in figures):
            continue
        time = _time_at(line, wording.start, statement_start(line.text, wording.start), calendar, now, part)
        if time.role == "actual":
            continue
        for name in wording.names:
            yield Draft(wording.start, wording.end, name, None, "", "qualitative", "", time)


def _of_group(
    line: Line, group: Group, names: tuple[str, ...], calendar: Calendar, now: Time, part: PartKind
) -> Iterable[Draft]:
    time = _time_at(line, group.figures[0].start, group.statement, calendar, now, part)
    years = _each_year(line.text[group.statement : group.figures[0].start], group, names, calendar.year)
    one_each = 1 < len(group.figures) == len(names)
    for place, (figure, behind) in enumerate(zip(group.figures, group.behind, strict=True)):
        # What bounds the last of numbers that are shared out bounds all (`分别增长6%和8%左右`).
        behind = behind or (group.behind[-1] if group.predicate.shared else "")
        owners = names[place : place + 1] if one_each else names
        if years:
            time = Time("actual", years[place], years[place])
        for name in owners:
            draft = _draft(group, figure, behind, name, time, calendar)
            if draft.name:
                yield draft


def _each_year(said: str, group: Group, names: tuple[str, ...], year: int) -> tuple[int, ...]:
    """Give the years that two figures of one name are shared out over (`2009年和2010年分别增长6%和8%`), or ()."""
    shared = group.predicate.shared and len(group.figures) == len(_BOTH) > len(names)
    if not shared or "年" not in said or not (found := _TWO_YEARS.search(said)):
        return ()
    both = (int(found[1]), int(found[2])) if found[1] else tuple(year - back for back in _BOTH)
    return both if both[1] == both[0] + 1 < year + 1 else ()


def _time_at(line: Line, place: int, opening: int, calendar: Calendar, now: Time, part: PartKind) -> Time:
    """Give the time of the figure at `place`, in the statement from `opening`.

    Of a very long sentence only its opening and what is near count.
    """
    said = line.text[:place]
    if place > _LONG_SENTENCE:
        cut = place - _LONG_SENTENCE + _OPENING
        said, opening = said[:_OPENING] + said[cut:], max(_OPENING, opening - cut + _OPENING)
    return calendar.near(said, now, part, opening)


def _draft(group: Group, figure: Quantity, behind: Bound, name: str, time: Time, calendar: Calendar) -> Draft:
    reading = measured(figure, group, name)
    bound: Bound = behind or group.predicate.bound or figure.inner or "eq"
    if figure.unit_class in ("among", "best"):
        bound = "le"
    elif bound == "eq" and "至少" in group.clause:
        bound = "ge"
    value: Value = reading.values[0]
    if len(reading.values) == 2:
        bound = "range"
        value = (min(reading.values), max(reading.values))
    time = settled(time, group, reading.name, reading.measure, calendar.year, calendar.sticky)
    return Draft(
        figure.start, figure.end, reading.name.removesuffix("的"), value, reading.unit, reading.measure, bound, time
    )
