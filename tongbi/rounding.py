"""How exactly a report states a number: the last digit that it writes may stand for half a step more or less."""

from decimal import Decimal

from tongbi.model import Observation
from tongbi.units import converted


def half_step(value: Decimal) -> Decimal:
    """Give half of one in the last digit written: 0.05 for 14.2, 0.5 for 302."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def ends_of(observation: Observation, unit: str) -> tuple[Decimal, Decimal] | None:
    """Give the least and the most that a figure may stand for, in `unit`; None for a range, a bound, or no number.

    Raises ValueError where the figure is in a unit of another base.
    """
    if not isinstance(observation.value, Decimal) or observation.bound not in ("", "eq"):
        return None
    half = half_step(observation.value)
    ends = (observation.value - half, observation.value + half)
    return converted(ends[0], observation.unit, unit), converted(ends[1], observation.unit, unit)


def agree(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Tell whether two figures, each with its ends, may be the same number rounded."""
    return one[0] <= other[1] and other[0] <= one[1]
