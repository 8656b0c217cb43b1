"""Figures of a line gathered into groups that share a name or share several out, and made into drafts of observations."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tongbi.model import Bound, Measure, Value
from tongbi.observe.line import Line
from tongbi.observe.names import Naming
from tongbi.observe.periods import Calendar, Time
from tongbi.observe.predicates import Predicate, bound_behind, cut_predicate
from tongbi.observe.quantities import Quantity, quantities
from tongbi.observe.traps import is_trap


@dataclass(frozen=True, slots=True)
class Draft:
    start: int
    end: int
    name: str
    value: Value
    unit: str
    measure: Measure
    bound: Bound
    time: Time
    modality: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    figures: tuple[Quantity, ...]
    lead: str
    start: int
    tail: str
    behind: tuple[Bound, ...]
    predicate: Predicate


_JOINER = re.compile(r"[、和及与/或]|以及|，")
_BOUNDARY = re.compile(r"[，。；：！？]")


def _outer_end(line: Line, figure: Quantity) -> tuple[int, Bound]:
    bound, length = bound_behind(line.text[figure.end : figure.end + 4])
    return figure.end + length, bound


def _statement_start(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in "；。！？") + 1


def groups(line: Line) -> list[Group]:
    figures = [one for one in quantities(line) if not is_trap(line, one)]
    text = line.text
    found: list[Group] = []
    done = 0
    index = 0
    while index < len(figures):
        first = figures[index]
        start = max(done, _statement_start(text, first.start))
        lead = text[start : first.start]
        predicate = cut_predicate(_last_clause(lead)[0])
        members = [first]
        end, bound = _outer_end(line, first)
        behind = [bound]
        while index + len(members) < len(figures):
            following = figures[index + len(members)]
            between = text[end : following.start]
            if not _joins(between, predicate, members[-1], following):
                break
            members.append(following)
            end, bound = _outer_end(line, following)
            behind.append(bound)
        stop = figures[index + len(members)].start if index + len(members) < len(figures) else len(text)
        tail = text[end:stop]
        found.append(Group(tuple(members), lead, start, tail, tuple(behind), predicate))
        done = end
        index += len(members)
    return found


def _joins(between: str, predicate: Predicate, last: Quantity, following: Quantity) -> bool:
    if between == "":
        return True
    cut = cut_predicate(between)
    rest = cut.subject
    if rest not in ("", "、", "和", "及", "与", "以及", "/"):
        return False
    if cut.motion in ("rise", "fall"):
        return False
    if "，" in between and not predicate.shared:
        return False
    return last.kind == following.kind


def _last_clause(lead: str) -> tuple[str, str]:
    """Split a lead at the last mark outside brackets: (clause, what stands before it)."""
    depth = 0
    for place in range(len(lead) - 1, -1, -1):
        char = lead[place]
        if char in "）”》":
            depth += 1
        elif char in "（“《":
            depth = max(0, depth - 1)
        elif char in "，：；。！？" and depth == 0:
            return lead[place + 1 :], lead[: place + 1]
    return lead, ""


def drafts(line: Line, calendar: Calendar, now: Time) -> list[Draft]:
    found: list[Draft] = []
    naming = Naming()
    for group in groups(line):
        clause, before = _last_clause(group.lead)
        names = naming.names(group, clause, before)
        if not names:
            continue
        found += _group_drafts(line, group, names, calendar, now)
    return found


def _group_drafts(line, group, names, calendar, now):
    found = []
    figures = group.figures
    statement = line.text[_statement_start(line.text, figures[0].start) : figures[0].start]
    time = calendar.near(line.text[: figures[0].start], now)
    if len(figures) > 1 and len(names) == len(figures):
        pairs = [(figure, [name], behind) for figure, name, behind in zip(figures, names, group.behind)]
    else:
        pairs = [(figure, names, behind) for figure, behind in zip(figures, group.behind)]
    for figure, owners, behind in pairs:
        for copy, name in enumerate(owners):
            found.append(_draft(figure, name, behind, group.predicate, time, copy))
    return found


def _draft(figure, name, behind, predicate, time, copy):
    value, unit, measure = _measure(figure, predicate, name)
    bound = behind or predicate.bound or ("ge" if figure.inner else "") or "eq"
    if len(figure.values) == 2:
        bound = "range"
        value = tuple(sorted(value))
    else:
        value = value[0]
    if time.span:
        if measure in ("ratio", "rank", "streak") or (measure == "level" and predicate.motion == "reach"):
            time = time.end()
    return Draft(figure.start, figure.end, name, value, unit, measure, bound, time, "", copy)


def _measure(figure: Quantity, predicate: Predicate, name: str):
    values = figure.values
    if figure.kind == "rank":
        return values, "第", "rank"
    if figure.kind == "streak":
        return values, figure.unit, "streak"
    if figure.kind == "doubling":
        return values, "%", "change_pct"
    sign = -1 if predicate.motion == "fall" else 1
    moved = predicate.motion in ("rise", "fall")
    kind = figure.unit_class
    if kind == "tenths":
        values, kind, unit = tuple(v * 10 for v in values), "share", "%"
    else:
        unit = figure.unit
    if kind == "times":
        return (tuple(sign * v * 100 for v in values), "%", "change_pct") if moved else (values, unit, "ratio")
    if kind == "share":
        return (tuple(sign * v for v in values), unit, "change_pct") if moved else (values, unit, "ratio")
    if kind == "points":
        return tuple(sign * v for v in values), unit, "change_abs"
    if moved and predicate.subject:
        return tuple(sign * v for v in values), unit, "change_abs"
    return values, unit, "level"
