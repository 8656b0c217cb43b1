"""How long a call takes, in seconds of processor time: on a shared machine, wall-clock time measures the others too."""

import resource
from collections.abc import Callable
from statistics import median
from typing import TypeVar

import tongbi.words

Result = TypeVar("Result")
_TIMES = 3
_LONG = 5.0


def _spent() -> float:
    """Give what this process and those that it started, git among them, have used so far."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def timed(run: Callable[[], Result]) -> tuple[Result, float]:
    """Run three times, or once where it takes more than five seconds; give a result and the median.

    What Tongbi remembers of words is forgotten before each run.
    """
    seconds: list[float] = []
    while True:
        tongbi.words._cut.cache_clear()
        start = _spent()
        result = run()
        seconds.append(_spent() - start)
        if len(seconds) == _TIMES or seconds[0] > _LONG:
            return result, median(seconds)
