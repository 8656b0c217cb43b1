"""Targets that are held against another number: `与经济增长同步`, `正增长`, `高于全市平均`.

Such a target states no number of its own. Where the number it is held against is stated too, as a growth of the same
year, the result is judged by it; which words ask for what, and how many points are granted, are data (`references` in
verdicts.toml). The reasons, parameters joined by colons:

    in_step:O:R:S:ID         the growth O had to reach R less S points; R is stated by the observation ID
    about_in_step:O:R:S:ID   the same for 基本同步, with its own S
    above_growth:O:R:S:ID    O had to pass R; not_below_growth: to reach it
    above_city:O:R:S:ID      O had to pass R, the indicator's own growth in the government above (above_province, ...)
    positive:O:R:S:          O had to pass R, which is 0 and stated nowhere
    no_growth:O:R:S:         O was not to pass R, which is 0
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tongbi import vocabulary
from tongbi.identity import normal_name
from tongbi.model import Observation, Report
from tongbi.verdict import Judgement, plain
from tongbi.vocabulary.schema import Reference

Above = Mapping[str, Report]
"""Reports of the governments above for the year that is reviewed, by how they are called: 全市, 全省, 全国."""


def _asked(target: Observation) -> Reference | None:
    """Give the entry of verdicts.toml that a target without a number falls under."""
    if target.value is not None:
        return None
    fits = (one for one in vocabulary.verdicts().references if one.words.fullmatch(target.quote))
    return next(fits, None)


def _is_growth(one: Observation, period: str) -> bool:
    return one.role == "actual" and one.measure == "change_pct" and one.unit == "%" and one.period == period


def _stated(observations: Iterable[Observation], indicator: str, period: str) -> Observation | None:
    """Give the first growth that is stated of an indicator (id, or a name's common form) as one number."""
    named = (
        one
        for one in observations
        if _is_growth(one, period)
        and isinstance(one.value, Decimal)
        and indicator in (one.indicator_id, normal_name(one.indicator))
    )
    return next(named, None)


def judge_by_reference(target: Observation, outcome: Observation, reviewing: Report, above: Above) -> Judgement | None:
    """Judge a result by what its target is held against; None where that is unknown, or the target is no such one.

    `reviewing` is the report that states the result.
    """
    asked = _asked(target)
    if asked is None or not _is_growth(outcome, outcome.period) or not isinstance(outcome.value, Decimal):
        return None
    held, number = None, asked.value
    if asked.of == "same":
        of = target.indicator_id or normal_name(target.indicator)
        held = _stated(above[asked.above].observations, of, outcome.period) if asked.above in above else None
    elif asked.of and asked.of != outcome.indicator_id:
        held = _stated(reviewing.observations, asked.of, outcome.period)
    if asked.of:
        if held is None or not isinstance(held.value, Decimal):
            return None
        number = held.value
    short = outcome.value - number if asked.test == "at_most" else number - outcome.value
    met = short < 0 if asked.test == "more" else short <= asked.slack
    estimated = "estimated" in (outcome.certainty, held.certainty if held else "")
    notes = [*(["within_tolerance"] if met and short > 0 else []), *(["estimated"] if estimated else [])]
    said = (asked.key, plain(outcome.value), plain(number), plain(asked.slack), held.id if held else "")
    return Judgement("met" if met else "missed", ",".join(notes), ":".join(said))
