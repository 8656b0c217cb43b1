"""Links: which observations of two reports (or of one report's review and plan) speak of one indicator."""

from collections.abc import Iterable
from decimal import Decimal

from tongbi.identity import normal_name
from tongbi.model import Lane, Link, Match, Observation, Report, TargetState, Verdict
from tongbi.register import Register
from tongbi.units import converted
from tongbi.verdict import ends, falls, incomparable, judge


def _key(observation: Observation) -> str:
    return observation.indicator_id or normal_name(observation.indicator)


def _direction(target: Observation, register: Register) -> str:
    return register.direction(target.indicator_id or target.indicator)


def _change(earlier: Observation, later: Observation) -> Decimal | None:
    """Later minus earlier in the earlier's unit; None where either is a range."""
    if not isinstance(earlier.value, Decimal) or not isinstance(later.value, Decimal):
        return None
    if earlier.measure in ("rank", "streak"):
        return later.value - earlier.value
    return converted(later.value, later.unit, earlier.unit) - earlier.value


def _below_baseline(actual: Observation, target: Observation, direction: str) -> bool:
    """Whether the whole target is worse than last year's result."""
    low, high = ends(target, actual.unit)
    base_low, base_high = ends(actual, actual.unit)
    return low > base_high if falls(target, direction) else high < base_low


def _link(lane: Lane, earlier: Observation, later: Observation, register: Register, score: float) -> Link:
    """Join two observations: what can be subtracted, and for an outcome the verdict."""
    verdict: Verdict = ""
    note, reason = "", incomparable(earlier, later)
    comparable = not reason
    target = later if lane == "baseline" else earlier
    direction = register.direction(target.indicator_id or target.indicator)
    if lane == "outcome" and earlier.group not in ("", earlier.id):
        note = "stretch"
    elif lane == "outcome":
        judgement = judge(earlier, later, direction)
        verdict, note, reason = judgement.verdict, judgement.note, judgement.reason
    elif lane == "baseline" and comparable and _below_baseline(earlier, later, direction):
        note = "below_baseline"
    return Link(
        lane, earlier.id, later.id, comparable, _change(earlier, later) if comparable else None, verdict, note, score, reason
    )


def _joined(
    lane: Lane, earlier: Iterable[Observation], later: Iterable[Observation], register: Register
) -> tuple[Link, ...]:
    named: dict[str, list[Observation]] = {}
    for observation in later:
        named.setdefault(_key(observation), []).append(observation)
    return tuple(
        _link(lane, one, other, register, 1.0)
        for one in earlier
        for other in named.get(_key(one), ())
        if one.measure == other.measure
    )


def _of(report: Report, role: str, year: int) -> list[Observation]:
    return [one for one in report.observations if one.role == role and one.period == str(year) and one.horizon == "annual"]


def baseline_links(report: Report, register: Register) -> tuple[Link, ...]:
    """Links inside one report: from the result of the past year to the target set for the same indicator."""
    return _joined("baseline", _of(report, "actual", report.year - 1), _of(report, "target", report.year), register)


def links_between(earlier: Report, later: Report, matches: tuple[Match, ...], register: Register) -> tuple[Link, ...]:
    """The outcome, revision and series lanes between two reports of one government."""
    targets = _of(earlier, "target", earlier.year)
    actuals = _of(later, "actual", later.year - 1)
    outcome = _joined("outcome", targets, actuals, register) if later.year == earlier.year + 1 else ()
    revision = _joined("revision", targets, _of(later, "target", later.year), register)
    series = _joined("series", _of(earlier, "actual", earlier.year - 1), actuals, register)
    return (*outcome, *revision, *series)


def target_states(earlier: Report, later: Report | None, links: Iterable[Link]) -> tuple[TargetState, ...]:
    """Why each target of `earlier` without an outcome link has none."""
    linked = {link.earlier for link in links if link.kind == "outcome"}
    states = []
    for target in earlier.observations:
        if target.role != "target" or target.id in linked:
            continue
        end = target.period.rpartition("-")[2][:4]
        if later is None or later.year != earlier.year + 1:
            states.append(TargetState(target.id, "no_report", str(earlier.year + 1)))
        elif target.horizon == "multi_year" and end.isdecimal() and int(end) > later.year - 1:
            states.append(TargetState(target.id, "not_due", end))
        elif later.abridged:
            states.append(TargetState(target.id, "abridged", str(later.year)))
        else:
            states.append(TargetState(target.id, "not_found", str(later.year)))
    return tuple(states)
