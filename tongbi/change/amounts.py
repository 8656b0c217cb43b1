"""Whether two amounts are near enough to be of one thing."""

from decimal import Decimal

from tongbi.model import Observation
from tongbi.units import converted


def like_amounts(one: Observation, other: Observation, ratio: float) -> bool:
    """Tell whether neither amount is more than `ratio` times the other; both must have one base unit."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    less, more = sorted((one.value, converted(other.value, other.unit, one.unit)))
    return less > 0 and more <= Decimal(str(ratio)) * less
