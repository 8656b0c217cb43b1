"""Links: which numbers of two reports, or of one report's review and plan, speak of one indicator.

The four lanes are told in docs/architecture.md. A link joins equal horizons only: a target for 2030 is not next year's,
and the first quarter is not the year. Why a target has no outcome is said by its state, which is never a verdict.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from tongbi.identity import take_apart
from tongbi.model import Lane, Link, Match, Observation, Report, Role, State, TargetState
from tongbi.pairing import Context, Group, group, pair, paired, scores
from tongbi.reference import Above, judge_by_reference
from tongbi.register import Register
from tongbi.units import base_unit, converted
from tongbi.verdict import below_baseline, ends, incomparable, judge

_Couple = tuple[Observation, Observation]
_Slots = dict[Hashable, list[Observation]]
_CLAUSE = 40  # characters before a number in which its clause is looked for
_CLAUSE_ENDS = re.compile("[，；。：！？,;\n]")
_FROM = re.compile("[由从][^到至]*$")
_UP_TO = re.compile("[^，；。：！？,;\\n到至]{0,16}?(?:提高|增加|上升|提升|增长|扩大|下降|降低|减少|调整|增)[到至为]")
_SURE = 0.85  # the score from which a target under another name says again what one that is answered says
_YEARLY = ("年均", "年平均", "每年", "逐年", "平均增长", "平均增速")
_NO_ONE_ABOVE: Mapping[str, Report] = MappingProxyType({})


def _years(period: str) -> tuple[int, int] | None:
    """Give first and last year of `2024`, `2025Q1`, `1998M1-5` or `2021-2025`; None for any other form."""
    first, last = period[:4], period[5:9] if period[4:5] == "-" else period[:4]
    return (int(first), int(last)) if len(last) == 4 and (first + last).isdecimal() else None


def _not_due(target: Observation, reviewed: int) -> bool:
    """Tell whether a target looks beyond the year that was reviewed."""
    years = _years(target.period)
    return years is not None and years[1] > reviewed


def _is_start(report: Report, one: Observation) -> bool:
    """Tell whether a number is what another one rises from, and no result: `标准由500元提高到560元`.

    What a plan rises from was reached in the year before, and tells it.
    """
    before = _CLAUSE_ENDS.split(report.text[max(0, one.start - _CLAUSE) : one.start])[-1]
    if not _FROM.search(before) or not _UP_TO.match(report.text, one.end):
        return False
    part = next((each.part for each in report.sentences if each.span.covers(one.span)), "")
    return one.role == "target" or part == "review"


def _slots(report: Report, role: Role, counted_from: int) -> _Slots:
    """Sort one side's observations by the period that a link must share, in reading order.

    Annual and part-year periods are counted from a year, so that this year's plan meets next year's; a period of
    several years is known by its last. An observation whose period is unknown is left out, and so are several years in
    the glossary: it explains a term again, it sets no target anew.
    """
    glossary = next((part.span.start for part in report.parts if part.kind == "glossary"), len(report.text))
    slots: _Slots = defaultdict(list)
    for one in report.observations:
        years = _years(one.period)
        explained = one.horizon == "multi_year" and one.start > glossary
        if one.role == role and years and not explained and not _is_start(report, one):
            slot = (one.horizon, years[1]) if one.horizon == "multi_year" else (years[0] - counted_from, one.period[4:])
            slots[slot].append(one)
    return slots


def _fitted(seekers: Iterable[Observation], held: Sequence[Observation]) -> Iterator[_Couple]:
    """Give each seeker the first number that it can be subtracted from, preferring one that no other seeker took."""
    taken: set[str] = set()
    for seeker in seekers:
        fits = [one for one in held if not incomparable(seeker, one)]
        if fits:
            chosen = next((one for one in fits if one.id not in taken), fits[0])
            taken.add(chosen.id)
            yield seeker, chosen


def _with_any(couples: Sequence[_Couple], seekers: Sequence[Observation], held: Sequence[Observation]) -> list[_Couple]:
    """Give the couples, and to each seeker that is in none a number held that cannot be subtracted from it."""
    served = {seeker.id for seeker, _ in couples}
    return [*couples, *((seeker, _like(seeker, held)) for seeker in seekers if seeker.id not in served)]


def _like(seeker: Observation, held: Sequence[Observation]) -> Observation:
    """Give the first that states the same kind of thing (a growth, an amount, words), else the first."""
    return next((one for one in held if one.measure == seeker.measure), held[0])


def _outcomes(targets: Sequence[Observation], results: Sequence[Observation]) -> list[_Couple]:
    """Couple each target with its result, and with the amount, growth or share stated beside it."""
    couples = list(_fitted(targets, results))
    of = {target.id: result for target, result in couples}
    for target in targets:
        measures = {of[target.id].measure} if target.id in of else set()
        for result in results:
            if result.measure in {"level", "change_pct", "ratio"} - measures:
                measures.add(result.measure)
                couples.append((target, result))
    return _with_any(couples, targets, results)


def _couples(lane: Lane, earlier: Sequence[Observation], later: Sequence[Observation]) -> list[_Couple]:
    """Couple the numbers of one indicator, those first that can be subtracted; a lane of targets leaves none out."""
    match lane:
        case "outcome":
            return _outcomes(earlier, later)
        case "baseline":
            return [(actual, target) for target, actual in _with_any(list(_fitted(later, earlier)), later, earlier)]
        case "revision":
            couples = _with_any(list(_fitted(earlier, later)), earlier, later)
            reached = {target.id for _, target in couples}
            return [*couples, *((_like(target, earlier), target) for target in later if target.id not in reached)]
        case "series":
            return list(_fitted(earlier, later)) or [(earlier[0], later[0])]


def _change(earlier: Observation, later: Observation) -> Decimal | None:
    """Give later minus earlier in the earlier's unit; None where either is a range."""
    if not isinstance(earlier.value, Decimal) or not isinstance(later.value, Decimal):
        return None
    if earlier.measure in ("rank", "streak"):
        return later.value - earlier.value
    return converted(later.value, later.unit, earlier.unit) - earlier.value


def joined(lane: Lane, earlier: Observation, later: Observation, register: Register, score: float) -> Link:
    """Join two observations: what can be subtracted, and for an outcome the verdict."""
    reason = incomparable(earlier, later)
    target = later if lane == "baseline" else earlier
    direction = register.direction(target.indicator_id or target.indicator)
    link = Link(
        kind=lane,
        earlier=earlier.id,
        later=later.id,
        comparable=not reason,
        change=None if reason else _change(earlier, later),
        verdict="",
        note="",
        score=round(min(score, 1.0), 3),
        reason=reason,
    )
    if lane == "outcome":
        judgement = judge(earlier, later, direction)
        if target.group not in ("", target.id):
            # One promise with a floor and a stretch is judged once, by its floor; the stretch is told beside it.
            return replace(link, note="stretch,stretch_reached" if judgement.verdict == "met" else "stretch")
        return replace(link, verdict=judgement.verdict, note=judgement.note, reason=judgement.reason)
    if lane == "baseline" and link.comparable and below_baseline(earlier, later, direction):
        return replace(link, note="below_baseline")
    return link


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
    lane: Lane, earlier: tuple[Report, _Slots], later: tuple[Report, _Slots], context: Context, register: Register
) -> tuple[Link, ...]:
    """Link two sides: period by period, groups by likeness, within two groups number by number; in reading order."""
    found = []
    for slot in earlier[1].keys() & later[1].keys():
        groups = [group(report, slots[slot]) for report, slots in (earlier, later)]
        scored = scores(groups[0], groups[1], context)
        pairs = paired(groups[0], groups[1], scored)
        again = _restated(groups[0], groups[1], scored, pairs) if lane == "outcome" else []
        for mine, theirs, score in (*((one.members, other.members, score) for one, other, score in pairs), *again):
            for one, other in _couples(lane, mine, theirs):
                if not _is_share_of_amount(one, other, register):
                    place = (one.start, one.id, other.start, other.id)
                    found.append((place, joined(lane, one, other, register, score)))
    return tuple(link for _, link in sorted(found, key=lambda placed: placed[0]))


def _annual(slots: _Slots) -> _Slots:
    """Give the year itself only: what is counted at distance 0, no part of it, no longer span."""
    return {slot: held for slot, held in slots.items() if slot == (0, "")}


def baseline_links(report: Report, register: Register) -> tuple[Link, ...]:
    """Link, inside one report, the past year's results with the targets set for the same indicators.

    Each target is linked once: with a result of its own measure, else with the first result of that name. The note
    `below_baseline` marks a target that is worse than the result it starts from.
    """
    results = _annual(_slots(report, "actual", report.year - 1))
    targets = _annual(_slots(report, "target", report.year))
    return _lane("baseline", (report, results), (report, targets), Context(report, report), register)


def due_year(one: Observation) -> int | None:
    """Give the last year of an observation's period, None where that is unknown."""
    years = _years(one.period)
    return years[1] if years else None


def _is_yearly(report: Report, one: Observation) -> bool:
    """Tell whether a number of several years is what each of them has: `年均增长8%`, said in the number's clause."""
    before = report.text[max(0, one.start - _CLAUSE) : one.start]
    return any(word in _CLAUSE_ENDS.split(before)[-1] for word in _YEARLY)


def _may_answer(earlier: Report, target: Observation, later: Report, result: Observation) -> bool:
    """Tell whether a result may answer a target of several years.

    What a target counts over a span of years (a growth, what is added or built) is answered by a result over a span
    only, yearly or in all as the target is: the last year's own growth, or what it added, is a part. What there is at
    the end of a year is as well told of that year, and is not what was added up to it.
    """
    if result.horizon == "multi_year":
        spans = len(target.period) > 4 and len(result.period) > 4
        return not spans or _is_yearly(earlier, target) == _is_yearly(later, result)
    if result.measure not in ("ratio", "rank", "level", "qualitative"):
        return False
    added = take_apart(target.indicator).increment != take_apart(result.indicator).increment
    return target.measure in ("ratio", "rank") or (len(target.period) == 4 and not added)


def outcomes_of(
    earlier: Report,
    targets: Iterable[Observation],
    later: Report,
    results: Iterable[Observation],
    register: Register,
) -> tuple[Link, ...]:
    """Link targets of several years with the results for their last year, in reading order; all have that year."""
    context = Context(earlier, later)
    asked, told = group(earlier, list(targets)), group(later, list(results))
    found = []
    for mine, theirs, score in pair(asked, told, context):
        for target in mine.members:
            fit = [one for one in theirs.members if _may_answer(earlier, target, later, one)]
            spans_first = sorted(fit, key=lambda one: one.horizon != "multi_year")
            found += [
                (
                    (one.start, one.id, other.start, other.id),
                    joined("outcome", one, other, register, score),
                )
                for one, other in (_couples("outcome", [target], spans_first) if spans_first else ())
            ]
    return tuple(link for _, link in sorted(found, key=lambda placed: placed[0]))


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
    targets = _slots(earlier, "target", earlier.year)
    results = _slots(later, "actual", later.year - 1)
    outcome: tuple[Link, ...] = ()
    if later.year == earlier.year + 1:
        due = {slot: held for slot, held in targets.items() if not _not_due(held[0], earlier.year)}
        linked = _lane("outcome", (earlier, due), (later, results), context, register)
        outcome = by_reference(linked, earlier, later, above)
    revision = _lane("revision", (earlier, targets), (later, _slots(later, "target", later.year)), context, register)
    before = _annual(_slots(earlier, "actual", earlier.year - 1))
    series = _lane("series", (earlier, before), (later, _annual(results)), context, register)
    return (*outcome, *revision, *series)


def target_states(earlier: Report, later: Report | None, links: Iterable[Link]) -> tuple[TargetState, ...]:
    """Say of each target of `earlier` that no outcome link starts from why that is, in reading order.

    `reason` names the year that the state speaks of: `not_due` the year it is due, `no_report` the year whose report is
    not held, `abridged` and `not_found` the year of the report that was read.
    """
    linked = {link.earlier for link in links if link.kind == "outcome"}
    return tuple(
        _state(target, earlier.year, later)
        for target in earlier.observations
        if target.role == "target" and target.id not in linked
    )


def _state(target: Observation, planned: int, later: Report | None) -> TargetState:
    years = _years(target.period)
    if years and _not_due(target, later.year - 1 if later else planned):
        return TargetState(target.id, "not_due", str(years[1]))
    if later is None or later.year != planned + 1:
        return TargetState(target.id, "no_report", str(planned + 1))
    state: State = "abridged" if later.abridged else "not_found"
    return TargetState(target.id, state, str(later.year))
