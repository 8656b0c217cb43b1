"""A floor and its stretch (`900亿元、力争1050亿元`) are one promise, judged once by its floor."""

from dataclasses import replace
from decimal import Decimal

from tongbi.model import Observation
from tongbi.vocabulary import load

_FARTHEST = 24


def grouped(text: str, observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Give floors and stretches their common group: the id of the floor's observation."""
    stretch_words = tuple(load("modality")["stretch"])
    found = list(observations)
    for place in range(1, len(found)):
        floor, stretch = found[place - 1], found[place]
        if _one_promise(text, floor, stretch, stretch_words):
            found[place - 1] = replace(floor, group=floor.id)
            found[place] = replace(stretch, group=floor.id)
    return tuple(found)


def _one_promise(text: str, floor: Observation, stretch: Observation, words: tuple[str, ...]) -> bool:
    if floor.role != "target" or stretch.role != "target" or floor.indicator != stretch.indicator or floor.group:
        return False
    if (floor.unit, floor.measure) != (stretch.unit, stretch.measure) or stretch.start - floor.end > _FARTHEST:
        return False
    between = text[floor.end : stretch.start]
    if not any(word in between for word in words) or any(mark in between for mark in "；。;"):
        return False
    return isinstance(floor.value, Decimal) and isinstance(stretch.value, Decimal) and floor.value != stretch.value
