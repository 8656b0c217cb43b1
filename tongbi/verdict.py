"""Was a target met? By the target's own bound, as docs/decisions/0007 sets out; the rules are data (verdicts.toml).

The rule says only what two numbers of one measure and one base unit allow. Everything else is `not_comparable`, with
its reason. A reason is a key and its parameters, joined by colons; wording it is the affair of whoever shows it:

    at_least:T:O      the result O had to reach T (numbers in the target's own unit)
    at_most:T:O       T was a ceiling (prices, unemployment, energy, accidents; `不超过`; a fall that was promised)
    approx:T:O        T was given as 左右 and had to be reached to nine tenths
    approx_most:T:O   the same for a ceiling
    near:T:O          neither more nor less is better: O had to lie within a tenth of T
    range:L~H:O       the target was a range; its near end had to be reached
    place:T:O         a rank: the place T or a better one
    qualitative       one side states no number
    measure:M:N       the measures differ (a growth and an amount)
    unit:U:V          the base units differ (亿元 and 万人; % and 百分点)
    basis:B:C         both name a basis, and it differs (可比价 and 现价)
    scope:S:T         the names are of different scopes (省级 and 国家级; 规上 and nothing; 1亿元项目 and 10亿元项目)
    period:P:Q        growths or increments over periods of different length (a quarter and a year)
    straddles:T:L~H   the result is a range on both sides of the target
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from tongbi import vocabulary
from tongbi.identity import take_apart
from tongbi.model import Observation, Verdict
from tongbi.register import Direction
from tongbi.units import base_unit, converted
from tongbi.vocabulary.schema import Rule


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with what qualifies it: `note` is comma separated, `reason` a key of the list above."""

    verdict: Verdict
    note: str
    reason: str


def incomparable(earlier: Observation, later: Observation) -> str:
    """Say why the two cannot be subtracted from each other (a reason, see above), or "" where they can."""
    if earlier.value is None or later.value is None:
        return "qualitative"
    if earlier.measure != later.measure:
        return f"measure:{earlier.measure}:{later.measure}"
    if not _is_counted(earlier) and base_unit(earlier.unit)[0] != base_unit(later.unit)[0]:
        return f"unit:{earlier.unit}:{later.unit}"
    if earlier.basis and later.basis and earlier.basis != later.basis:
        return f"basis:{earlier.basis}:{later.basis}"
    return _other_scope(earlier, later) or _other_period(earlier, later)


def _other_scope(earlier: Observation, later: Observation) -> str:
    """Say how the scopes differ that two names state; what the register knows as one indicator has one scope."""
    if earlier.indicator_id and earlier.indicator_id == later.indicator_id:
        return ""
    one, other = take_apart(earlier.indicator), take_apart(later.indicator)
    for mine, theirs in zip((*one.scopes, one.stage), (*other.scopes, other.stage), strict=True):
        if mine and theirs and mine != theirs:
            return f"scope:{mine}:{theirs}"
    scope = vocabulary.spellings().scope
    if other.begun and later.measure == "level" and not any(word in one.common for word in scope.beginnings):
        return f"scope::{next(word for word in scope.begun if word in other.common)}"
    mine, theirs = ("、".join(sorted(name.hard - both.hard)) for name, both in ((one, other), (other, one)))
    if mine or theirs:
        return f"scope:{mine}:{theirs}"
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return f"scope:{'、'.join(sorted(one.numbers))}:{'、'.join(sorted(other.numbers))}"
    return ""


def _length(period: str) -> tuple[int, str]:
    """Give how many years a period covers, and which part of one: `2021-2025` has 5, `2025Q1` is one's `Q1`."""
    if re.fullmatch(r"\d{4}-\d{4}", period):
        return int(period[5:]) - int(period[:4]) + 1, ""
    return 1, period[4:]


def _other_period(earlier: Observation, later: Observation) -> str:
    """Say whether what came about in a time is set against what came about in a longer or shorter one.

    What there is at a time's end (a level, a share, a place) has no length.
    """
    flows = any(
        one.measure in ("change_pct", "change_abs") or take_apart(one.indicator).increment for one in (earlier, later)
    )
    if not earlier.period or not later.period or not flows or _length(earlier.period) == _length(later.period):
        return ""
    return f"period:{earlier.period}:{later.period}"


def _is_counted(observation: Observation) -> bool:
    """Tell whether the number stands alone: a place or a run of years, whatever word follows it (`第3`, `五连冠`)."""
    return observation.measure in ("rank", "streak")


def ends(observation: Observation, unit: str) -> tuple[Decimal, Decimal]:
    """Give the lowest and highest number that the observation states, in `unit` (which has the same base)."""
    value = observation.value
    if value is None:
        raise ValueError(f"{observation.id} states no number")
    numbers: tuple[Decimal, ...] = value if isinstance(value, tuple) else (value,)
    if not _is_counted(observation):
        numbers = tuple(converted(number, observation.unit, unit) for number in numbers)
    return min(numbers), max(numbers)


def _is_fall(target: Observation) -> bool:
    """Tell whether a fall was promised: `能耗下降2.5%` has the value -2.5."""
    return target.measure in ("change_pct", "change_abs") and ends(target, target.unit)[1] < 0


def falls(target: Observation, direction: str) -> bool:
    """Tell whether less is better: a place in a ranking, a promised fall, or by the indicator's own direction."""
    return target.measure == "rank" or _is_fall(target) or direction == "less"


def _is_approached(target: Observation, direction: Direction) -> bool:
    """Tell whether a target is to be come near to (`人均收入接近7000元`): more of it is known to be better."""
    return target.bound == "le" and bool(target.indicator_id) and direction == "more" and not _is_fall(target)


def _is_ceiling(target: Observation, direction: Direction) -> bool:
    """Tell whether the result must not pass the target. A bound that was written decides before the indicator does."""
    if _is_approached(target, direction):
        return False
    if target.measure != "rank" and target.bound in ("ge", "le"):
        # 下降3%以上 is -3 or less
        return (target.bound == "ge") == _is_fall(target)
    return falls(target, direction)


def _rule(target: Observation, direction: Direction, ceiling: bool) -> Rule:
    """Give the rule that the target is judged by; raises LookupError where none fits."""
    bound = "approx" if _is_approached(target, direction) else target.bound
    if isinstance(target.value, tuple):
        bound = "range"
    said = (target.measure, bound, direction, "promised" if ceiling else "open")
    for rule in vocabulary.verdicts().rules:
        asked = (rule.measures, rule.bounds, rule.directions, rule.ceilings)
        if all(not among or one in among for one, among in zip(said, asked, strict=True)):
            return rule
    raise LookupError(f"no rule of verdicts.toml judges {said}")


def plain(number: Decimal) -> str:
    """Write the number without exponent or trailing zeros."""
    digits = format(number, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _written(ends: tuple[Decimal, Decimal]) -> str:
    return plain(ends[0]) if ends[0] == ends[1] else f"{plain(ends[0])}~{plain(ends[1])}"


def judge(target: Observation, outcome: Observation, direction: Direction) -> Judgement:
    """Judge a result by the target that was set for it; `direction` is the register's for the indicator."""
    if why := incomparable(target, outcome):
        return Judgement("not_comparable", "", why)
    ceiling = _is_ceiling(target, direction)
    rule = _rule(target, direction, ceiling)
    planned, stated = ends(target, target.unit), ends(outcome, target.unit)
    goal = planned[1] if ceiling else planned[0]
    slack = abs(goal) * vocabulary.verdicts().tolerance if rule.slack else Decimal(0)
    # How far each end of the result falls short of the goal; nothing or less where it was reached.
    short = [number - goal if rule.test == "at_most" else goal - number for number in stated]
    if rule.test == "near":
        short = list(map(abs, short))
    met = {distance <= slack for distance in short}
    if len(met) > 1:
        return Judgement("not_comparable", "", f"straddles:{_written(planned)}:{_written(stated)}")
    notes = [
        *(["within_tolerance"] if True in met and max(short) > 0 else []),
        *(["estimated"] if outcome.certainty == "estimated" else []),
    ]
    return Judgement(
        "met" if True in met else "missed", ",".join(notes), f"{rule.key}:{_written(planned)}:{_written(stated)}"
    )


def below_baseline(result: Observation, target: Observation, direction: Direction) -> bool:
    """Tell whether a target is worse than the result it starts from, a range by its better end; both are comparable."""
    before, planned = ends(result, result.unit), ends(target, result.unit)
    if direction == "band" and target.measure != "rank":
        return False
    return planned[0] > before[1] if falls(target, direction) else planned[1] < before[0]
