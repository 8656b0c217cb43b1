"""What is said of two numbers that are joined: what they differ by, and for an outcome the verdict."""

from dataclasses import replace
from decimal import Decimal

from tongbi.model import Lane, Link, Observation
from tongbi.register import Register
from tongbi.units import converted
from tongbi.verdict import below_baseline, incomparable, judge


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
