"""Units of measurement: which can be subtracted from each other, and by which factor."""

import re
from decimal import Decimal
from functools import cache

from tongbi import vocabulary
from tongbi.text import fold

_MAGNITUDE = re.compile(r"[十百千万亿]+")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}


@cache
def base_unit(unit: str) -> tuple[str, Decimal]:
    """Take a unit as written apart into its base unit and how many of those it is: `亿元` -> (`元`, 1E+8).

    A kilometre is 1000 of the base `米`; a count without a unit (`万`) has the base "".
    Generic counters (`个`, `家`, `项`) share the base `个`.
    """
    table = vocabulary.bases()
    base, factor = fold(unit), Decimal(1)
    magnitude = _MAGNITUDE.match(base)
    while magnitude and not base.startswith(table.whole):
        factor *= Decimal(10) ** _POWERS[base[0]]
        base = base[1:]
        magnitude = _MAGNITUDE.match(base)
    base = table.same.get(base, base)
    if base in table.scaled:
        base, times = table.scaled[base]
        factor *= times
    return ("个" if base in table.counters.generic else base), factor


def converted(number: Decimal, unit: str, into: str) -> Decimal:
    """Give the number in another unit of the same base; raises ValueError where the bases differ."""
    (base, factor), (other, divisor) = base_unit(unit), base_unit(into)
    if base != other:
        raise ValueError(f"{unit} is not convertible into {into}")
    return number * factor / divisor
