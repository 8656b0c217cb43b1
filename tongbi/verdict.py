"""Was a target met? By the target's own bound, as docs/decisions/0007 sets out; the numbers of the rule are data.

The rule says only what two numbers of one measure and one base unit allow. Everything else is `not_comparable`, with its
reason. A reason is a key and its parameters, joined by colons; wording it is the viewer's affair:

    at_least:T:O      the result O had to reach T (numbers in the target's own unit)
    at_most:T:O       T was a ceiling (prices, unemployment, energy, accidents; `不超过`; a fall that was promised)
    approx:T:O        T was given as 左右 and had to be reached to nine tenths
    approx_most:T:O   the same for a ceiling
    near:T:O          neither more nor less is better: O had to lie within a tenth of T
    range:L-H:O       the target was a range; its near end had to be reached
    place:T:O         a rank: the place T or a better one
    qualitative       one side states no number
    measure:M:N       the measures differ (a growth and an amount)
    unit:U:V          the base units differ (亿元 and 万人; % and 百分点)
    basis:B:C         both name a basis, and it differs (可比价 and 现价)
    straddles:T:L-H   the result is a range on both sides of the target
"""

from dataclasses import dataclass
from decimal import Decimal

from tongbi.model import Observation, Verdict
from tongbi.register import Direction
from tongbi.units import base_unit, converted
from tongbi.vocabulary import load


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with what qualifies it: `note` is comma separated, `reason` a key of the list above."""

    verdict: Verdict
    note: str
    reason: str


def incomparable(earlier: Observation, later: Observation) -> str:
    """Why the two cannot be subtracted from each other (a reason, see above), or "" where they can."""
    if earlier.value is None or later.value is None:
        return "qualitative"
    if earlier.measure != later.measure:
        return f"measure:{earlier.measure}:{later.measure}"
    if earlier.measure not in ("rank", "streak") and base_unit(earlier.unit)[0] != base_unit(later.unit)[0]:
        return f"unit:{earlier.unit}:{later.unit}"
    if earlier.basis and later.basis and earlier.basis != later.basis:
        return f"basis:{earlier.basis}:{later.basis}"
    return ""


def ends(observation: Observation, unit: str) -> tuple[Decimal, Decimal]:
    """Lowest and highest number that the observation states, in `unit` (which has the same base)."""
    value = observation.value
    if value is None:
        raise ValueError(f"{observation.id} states no number")
    low, high = (value, value) if isinstance(value, Decimal) else (min(value), max(value))
    if observation.measure in ("rank", "streak"):
        return low, high
    return converted(low, observation.unit, unit), converted(high, observation.unit, unit)


def falls(target: Observation, direction: str) -> bool:
    """Whether less is better: by the indicator, for a promised fall, and for a place in a ranking."""
    if target.measure == "rank":
        return True
    low, high = ends(target, target.unit)
    return (target.measure.startswith("change") and high < 0) or (direction == "less" and low >= 0)


def _plain(number: Decimal) -> str:
    """The number without exponent or trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written(low: Decimal, high: Decimal) -> str:
    return _plain(low) if low == high else f"{_plain(low)}-{_plain(high)}"


def _is_ceiling(target: Observation, direction: str) -> bool:
    """Whether the result must not pass the target. An explicit bound decides before the nature of the indicator does."""
    shrinks = falls(target, direction)
    promised_fall = target.measure.startswith("change") and ends(target, target.unit)[1] < 0
    if target.measure == "rank" or target.bound not in ("ge", "le"):
        return shrinks
    return (target.bound == "ge") == promised_fall


def _rule(target: Observation, direction: str, ceiling: bool) -> str:
    """The key of the rule that the target is judged by."""
    if target.measure == "rank":
        return "place"
    if isinstance(target.value, tuple):
        return "range"
    if direction == "band" and target.bound in ("eq", "approx"):
        return "near"
    if target.bound == "approx":
        return "approx_most" if ceiling else "approx"
    return "at_most" if ceiling else "at_least"


def judge(target: Observation, outcome: Observation, direction: Direction) -> Judgement:
    """Judge a result by the target that was set for it; `direction` is the register's for the indicator."""
    if why := incomparable(target, outcome):
        return Judgement("not_comparable", "", why)
    ceiling = _is_ceiling(target, direction)
    rule = _rule(target, direction, ceiling)
    target_low, target_high = ends(target, target.unit)
    low, high = ends(outcome, target.unit)
    goal = target_high if ceiling else target_low
    slack = abs(goal) * Decimal(load("verdicts")["tolerance"]) if rule in ("approx", "approx_most", "near") else Decimal(0)
    # For a ceiling everything is mirrored, so that "reached" is always "at least".
    sign = -1 if ceiling else 1
    worst, best = sorted((sign * low, sign * high))
    reached, best_reached = worst >= sign * goal - slack, best >= sign * goal - slack
    if rule == "near":
        reached = best_reached = abs(low - goal) <= slack and abs(high - goal) <= slack
    if reached != best_reached:
        return Judgement("not_comparable", "", f"straddles:{_plain(goal)}:{_written(low, high)}")
    exactly = low == high == goal if rule == "near" else worst >= sign * goal
    notes = [
        *(["within_tolerance"] if reached and not exactly else []),
        *(["estimated"] if outcome.certainty == "estimated" else []),
    ]
    reason = f"{rule}:{_written(target_low, target_high)}:{_written(low, high)}"
    return Judgement("met" if reached else "missed", ",".join(notes), reason)
