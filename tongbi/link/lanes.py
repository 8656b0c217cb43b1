"""The four lanes: results and targets inside one report, and between two reports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from tongbi.link.couples import couples_of
from tongbi.link.joining import joined
from tongbi.link.periods import Slots, annual, by_period, not_due
from tongbi.model import Lane, Link, Match, Observation, Report
from tongbi.pairing import Context, Group, group, paired, scores
from tongbi.reference import Above, judge_by_reference
from tongbi.register import Register
from tongbi.units import base_unit
from tongbi.verdict import ends

_SURE = 0.85  # the score from which a target under another name says again what one that is answered says
_NO_ONE_ABOVE: Mapping[str, Report] = MappingProxyType({})


def _restated(
    asked: Sequence[Group],
    told: Sequence[Group],
    scored: Mapping[tuple[int, int], float],
    pairs: Iterable[tuple[Group, Group, float]],
) -> list[tuple[list[Observation], tuple[Observation, ...], float]]:
    """Give the targets that say again, under another name, what one that has its results says; with those results.

    A plan that lists its tasks and then its livelihood projects sets one target twice.
    """
    served = {id(theirs): mine for mine, theirs, _ in pairs}
    answered = {id(mine) for mine in served.values()}
    found = []
    for place, mine in enumerate(asked):
        best = max(((score, -other) for (one, other), score in scored.items() if one == place), default=None)
        if best is None or best[0] < _SURE or id(mine) in answered:
            continue
        theirs = told[-best[1]]
        known = (
            {_stated(one) for one in served[id(theirs)].members if one.value is not None}
            if id(theirs) in served
            else set()
        )
        same = [one for one in mine.members if one.value is not None and _stated(one) in known]
        if same:
            found.append((same, theirs.members, best[0]))
    return found


def _stated(one: Observation) -> tuple[object, ...]:
    """Give what one says of a number, in base units: `2.58万户` and `25780户` say one thing, 4个 and 4所 do not."""
    base, factor = base_unit(one.unit)
    counted = one.unit.lstrip("十百千万亿") if base == "个" else base
    return one.measure, tuple(number * factor for number in ends(one, one.unit)), counted, one.bound


def _is_share_of_amount(one: Observation, other: Observation, register: Register) -> bool:
    """Tell whether one is a share or a multiple of the other: `标准提高到人均纯收入的25%`, `是2015年的1.6倍`."""
    known = register.of(one.indicator_id) if one.indicator_id == other.indicator_id and one.indicator_id else None
    shares = {base_unit(each.unit)[0] for each in (one, other) if each.measure == "ratio"}
    return one.measure != other.measure and bool(known and known.family and shares - known.family)


def _lane(
    lane: Lane, earlier: tuple[Report, Slots], later: tuple[Report, Slots], context: Context, register: Register
) -> tuple[Link, ...]:
    """Link two sides: period by period, groups by likeness, within two groups number by number; in reading order."""
    found = []
    for slot in earlier[1].keys() & later[1].keys():
        groups = [group(report, slots[slot]) for report, slots in (earlier, later)]
        scored = scores(groups[0], groups[1], context)
        pairs = paired(groups[0], groups[1], scored)
        again = _restated(groups[0], groups[1], scored, pairs) if lane == "outcome" else []
        for mine, theirs, score in (*((one.members, other.members, score) for one, other, score in pairs), *again):
            for one, other in couples_of(lane, mine, theirs):
                if not _is_share_of_amount(one, other, register):
                    place = (one.start, one.id, other.start, other.id)
                    found.append((place, joined(lane, one, other, register, score)))
    return tuple(link for _, link in sorted(found, key=lambda placed: placed[0]))


def baseline_links(report: Report, register: Register) -> tuple[Link, ...]:
    """Link, inside one report, the past year's results with the targets set for the same indicators.

    Each target is linked once: with a result of its own measure, else with the first result of that name. The note
    `below_baseline` marks a target that is worse than the result it starts from.
    """
    results = annual(by_period(report, "actual", report.year - 1))
    targets = annual(by_period(report, "target", report.year))
    return _lane("baseline", (report, results), (report, targets), Context(report, report), register)


def by_reference(links: Iterable[Link], earlier: Report, later: Report, above: Above) -> tuple[Link, ...]:
    """Judge the outcomes whose target states no number by what it is held against, where that is known.

    Such a link is comparable, through the number that both are held against; it has no `change`.
    """
    targets = {one.id: one for one in earlier.observations if one.role == "target" and one.value is None}
    results = {one.id: one for one in later.observations if one.role == "actual"} if targets else {}
    found = []
    for link in links:
        if link.kind == "outcome" and link.earlier in targets and not link.note:
            judgement = judge_by_reference(targets[link.earlier], results[link.later], later, above)
            if judgement:
                link = replace(
                    link, comparable=True, verdict=judgement.verdict, note=judgement.note, reason=judgement.reason
                )
        found.append(link)
    return tuple(found)


def links_between(
    earlier: Report,
    later: Report,
    matches: tuple[Match, ...],
    register: Register,
    above: Above = _NO_ONE_ABOVE,
) -> tuple[Link, ...]:
    """Link two reports of one government in the lanes outcome, revision and series, in that order.

    `matches` is the alignment of their sentences; it counts as evidence and may be empty. There are outcomes only where
    the later report reviews the year that the earlier one planned. `above` are the reports of the governments above
    for that year, by what they are called (全市, 全省, 全国), against which `高于全省平均` is judged.
    """
    context = Context(earlier, later, matches)
    targets = by_period(earlier, "target", earlier.year)
    results = by_period(later, "actual", later.year - 1)
    outcome: tuple[Link, ...] = ()
    if later.year == earlier.year + 1:
        due = {slot: held for slot, held in targets.items() if not not_due(held[0], earlier.year)}
        linked = _lane("outcome", (earlier, due), (later, results), context, register)
        outcome = by_reference(linked, earlier, later, above)
    revision = _lane("revision", (earlier, targets), (later, by_period(later, "target", later.year)), context, register)
    before = annual(by_period(earlier, "actual", earlier.year - 1))
    series = _lane("series", (earlier, before), (later, annual(results)), context, register)
    return (*outcome, *revision, *series)
