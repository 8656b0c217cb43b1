"""A floor and its stretch (`900亿元、力争1050亿元`) are one promise, judged once by its floor."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from tongbi import vocabulary
from tongbi.model import Observation, Span
from tongbi.observe.line import line
from tongbi.observe.predicates import bound_behind
from tongbi.text import any_of

_FARTHEST = 24


@cache
def leads_to_stretch() -> re.Pattern[str]:
    """Match what may stand between a floor with its bound and its stretch: no noun of another indicator."""
    stretch = any_of(vocabulary.modality().stretch)
    return re.compile(rf"[，、（]?(?:并|且|在[^，；]{{2,10}}中)?(?:{stretch})(?:实现|完成|达到|达|突破|超过|到|增长)?")


def grouped(text: str, observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Give floors and stretches their common group: the id of the floor's observation."""
    found = list(observations)
    for place in range(1, len(found)):
        floor, stretch = found[place - 1], found[place]
        if _one_promise(text, floor, stretch):
            found[place - 1] = replace(floor, group=floor.id)
            found[place] = replace(stretch, group=floor.id)
    return tuple(found)


def _one_promise(text: str, floor: Observation, stretch: Observation) -> bool:
    if floor.role != "target" or stretch.role != "target" or floor.indicator != stretch.indicator or floor.group:
        return False
    if (floor.unit, floor.measure) != (stretch.unit, stretch.measure) or stretch.start - floor.end > _FARTHEST:
        return False
    between = line(text, Span(floor.end, stretch.start)).text if floor.end < stretch.start else ""
    if not leads_to_stretch().fullmatch(between, bound_behind(between)[1]):
        return False
    return isinstance(floor.value, Decimal) and isinstance(stretch.value, Decimal) and floor.value != stretch.value
