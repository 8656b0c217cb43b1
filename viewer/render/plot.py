"""Where targets and results of a series lie in a picture: numbers, drawn as HTML by the viewer, as SVG for the docs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from warehouse.answers import SeriesRow

MAGNITUDES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
STEPS = (1, 2, 2.5, 5, 10)
TICKS = 5
"""About how many lines cross a picture."""

HAIR = 1e-9
FROM_ZERO = 0.6
"""Amounts of which the smallest is at least this part of the greatest are drawn without zero: else all looks flat."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a picture's lower and upper edge stand for, its lines, and the unit that labels are counted in."""

    low: float
    high: float
    ticks: tuple[float, ...]
    factor: float
    unit: str

    def place(self, value: float) -> float:
        """How high a value lies, from 0 at the lower edge to 1 at the upper."""
        return (value - self.low) / (self.high - self.low)

    def label(self, value: float) -> str:
        """A line's number as it is written beside it."""
        return f"{value / self.factor:.6g}".replace("-", "−")


def scale(rows: Sequence[SeriesRow]) -> Scale | None:
    """The scale for a series; None where nothing is stated."""
    values = [value for row in rows for ends in (row.target_ends, row.outcome_ends) if ends for value in ends]
    if not values:
        return None
    low, high = min(values), max(values)
    if low > 0 and (low < FROM_ZERO * high or low == high):
        low = 0
    elif low == high:
        low, high = min(low, 0), max(high, 0) or 1
    step = _step((high - low) / TICKS)
    # 4.1 / 0.1 is a hair below 41
    first, last = floor(low / step + HAIR), ceil(high / step - HAIR)
    factor, word = next(((size, word) for size, word in MAGNITUDES if max(abs(low), abs(high)) >= size), (1, ""))
    ticks = tuple(count * step for count in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, factor, word + rows[0].base_unit)


def _step(least: float) -> float:
    """The smallest round step that is no smaller."""
    power: float = 10.0 ** floor(log10(least))
    return next(power * one for one in STEPS if power * one >= least * 0.999)


def is_broken(before: SeriesRow, after: SeriesRow) -> bool:
    """Whether two neighbouring years do not compare: a definition or the territory changed between them."""
    return bool(after.break_note) or before.territory != after.territory


def lines(rows: Sequence[SeriesRow], shown: Scale) -> Iterator[tuple[int, float, float]]:
    """The lines between results of neighbouring years: the first year's place among the rows, and both heights.

    No line is drawn over a year without a result, or where two years do not compare.
    """
    for place, (before, after) in enumerate(pairwise(rows)):
        if before.outcome_ends and after.outcome_ends and not is_broken(before, after):
            yield place, shown.place(before.outcome_ends[1]), shown.place(after.outcome_ends[1])
