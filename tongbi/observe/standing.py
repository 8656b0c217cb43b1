"""How far ahead a number looks, how sure it is, and on which basis it was reckoned."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.model import Certainty, Horizon
from tongbi.observe.times import Time
from tongbi.text import any_of

_IN_BRACKETS = re.compile(r"[^，；。、]{0,4}（([^）]{2,10})）")


@cache
def _estimated() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.standing().estimated))


@cache
def _basis() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.standing().basis))


def horizon(time: Time, year: int) -> Horizon:
    """Give how far a number's period reaches, in a report of `year`."""
    if time.part:
        return "part_year"
    return "multi_year" if time.span or time.last > year else "annual"


def certainty(sentence: str, place: int) -> Certainty:
    """Give whether the number at `place` is said to be an estimate."""
    return "estimated" if _estimated().search(sentence[:place]) else "final"


def basis(sentence: str, start: int, end: int) -> str:
    """Give the basis on which the number at `start..end` was reckoned, "" where none is named near it."""
    statement = max(sentence.rfind("；", 0, start), sentence.rfind("。", 0, start), sentence.rfind("，", 0, start)) + 1
    found = _basis().search(sentence, statement, start)
    if not found and "（" in sentence and (behind := _IN_BRACKETS.match(sentence, end)):
        found = _basis().search(behind[1])
    return found[0].removesuffix("增长") if found else ""
