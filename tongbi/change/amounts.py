"""Whether two amounts may be of one thing, which growth they imply, and how far the ends of a range went."""

from decimal import Decimal

from tongbi.model import Observation
from tongbi.units import converted
from tongbi.verdict import ends


def like_amounts(one: Observation, other: Observation, ratio: float) -> bool:
    """Tell whether neither amount is more than `ratio` times the other; both must have one base unit."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    less, more = sorted((one.value, converted(other.value, other.unit, one.unit)))
    return less > 0 and more <= Decimal(str(ratio)) * less


def implied_growth(old: Observation, new: Observation) -> str:
    """Say which growth two amounts imply, as a reason: `implied:-14.3`; of 突破5000亿元 nobody knows by how much."""
    if not isinstance(old.value, Decimal) or not isinstance(new.value, Decimal) or not old.value:
        return "amounts_differ"
    if {old.bound, new.bound} & {"ge", "le"}:
        return "amounts_differ"
    growth = (converted(new.value, new.unit, old.unit) / old.value - 1) * 100
    return f"implied:{growth:.1f}"


def steps_of_ends(old: Observation, new: Observation) -> tuple[Decimal, Decimal] | None:
    """Tell how far the lower and the upper end went, in the old unit, where either number is a range; else None.

    Both must be comparable (`Link.comparable`): of one measure and one base unit.
    """
    if not isinstance(old.value, tuple) and not isinstance(new.value, tuple):
        return None
    (low, high), (next_low, next_high) = ends(old, old.unit), ends(new, old.unit)
    return next_low - low, next_high - high
