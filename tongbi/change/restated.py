"""Targets that a plan states again to explain them: `提出……增长8%左右，主要是强调好字当头`."""

from tongbi.change.targets import is_stretch
from tongbi.identity import normal_name
from tongbi.model import Observation, Report
from tongbi.units import base_unit


def _same_number(one: Observation, other: Observation) -> bool:
    return (one.value, one.measure, one.period, base_unit(one.unit)[0]) == (
        other.value,
        other.measure,
        other.period,
        base_unit(other.unit)[0],
    )


def _names(again: Observation, first: Observation) -> bool:
    """Whether the name is that of the first, or ends in it behind words that lead to it."""
    if again.indicator_id and again.indicator_id == first.indicator_id:
        return True
    return normal_name(again.indicator).endswith(normal_name(first.indicator))


def restated(report: Report) -> frozenset[str]:
    """Find the targets (ids) that say again, in another sentence, what a target before them has set."""
    found: set[str] = set()
    firsts: list[Observation] = []
    for target in report.observations:
        if target.role != "target" or target.value is None or is_stretch(target):
            continue
        if any(_same_number(target, first) and _names(target, first) for first in firsts):
            found.add(target.id)
        else:
            firsts.append(target)
    return frozenset(found)
