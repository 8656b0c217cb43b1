"""What a figure of a line is, whoever it is of."""

from decimal import Decimal
from typing import Literal, NamedTuple

from tongbi.errors import TongbiError
from tongbi.model import Bound
from tongbi.numerals import number

Kind = Literal["amount", "rank", "streak", "doubling"]


class Quantity(NamedTuple):
    """A figure at `start..end` of a line, unit included. `values` has two members for a range.

    `unit` is as written with its magnitude, without 余 or 多 (`inner` is the bound that they set inside); `unit_class`
    is the key of units.toml, `bare` for a magnitude alone (`9.1万`), `none` for a number alone, `index` for one that
    is a proportion.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    unit: str
    unit_class: str
    kind: Kind
    inner: Bound
    arabic: bool


HAN = "零〇一二两三四五六七八九十百千"
"""The characters of a Chinese numeral below 万."""


IN_CHINESE = ("tenths", "times", "money")
"""The classes of units that a Chinese numeral below 万 may measure by; of others it counts things, or names them."""


def read_numeral(digits: str) -> Decimal | None:
    """Read a numeral; None where it is none."""
    try:
        return number(digits)
    except TongbiError:
        return None
