"""Arabic and Chinese numerals, exact: `1,234.5`, `１２`, `二〇二五`, `一百零三`, `1.4万亿`, `四分之一` to `Decimal`.

Written for reports: percentages of tenths (`三成`), doublings (`翻两番`) and the like are readings of a quantity, not
numerals, and are read in `tongbi.observe.quantities`.
"""

import re
from decimal import Decimal

from tongbi.errors import TongbiError
from tongbi.text import fold

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
MAGNITUDES = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
    "": Decimal(1),
}
ARABIC = r"(?>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)"
"""An Arabic numeral in folded text, thousands separators included."""
CHINESE = r"[零〇○一二三四五六七八九十百千两]+"
"""A run of Chinese digits below 万; magnitudes from 万 up belong to the unit, as the reports write them."""

_PLAIN = re.compile(rf"({ARABIC})(万亿|千亿|百亿|亿|千万|百万|万|千|百)?")
_DIVISION = re.compile(r"(\d+)/(\d+)")
_PARTS = re.compile(r"([零〇一二三四五六七八九十百千万亿两]+)分之([零〇一二三四五六七八九十百千万亿两]+)")
_POINT = re.compile(r"([零〇○一二三四五六七八九十百千万亿两]*)点([零〇○一二三四五六七八九]+)")
_INTEGER = re.compile(r"[零〇○一二三四五六七八九十百千万亿两]+")
_LONGEST = 40


def number(text: str) -> Decimal:
    """Read one numeral, whole: Arabic (separators, full width, a magnitude behind) or Chinese.

    Raises `TongbiError` (`not_a_number`) where `text` is anything else, or a numeral of more than 40 characters.
    """
    folded = (text if text.isascii() else fold(text)).replace(" ", "")
    if len(folded) <= _LONGEST:
        value = _arabic(folded)
        if value is None:
            value = _chinese(folded)
        if value is not None:
            return value
    raise TongbiError("not_a_number", detail=text[:_LONGEST])


def _arabic(text: str) -> Decimal | None:
    if plain := _PLAIN.fullmatch(text):
        digits, size = plain.groups()
        value = Decimal(digits.replace(",", ""))
        return value * MAGNITUDES[size] if size else value
    if (division := _DIVISION.fullmatch(text)) and int(division[2]):
        return Decimal(division[1]) / Decimal(division[2])
    return None


def _chinese(text: str) -> Decimal | None:
    if parts := _PARTS.fullmatch(text):
        below, above = _integer(parts[1]), _integer(parts[2])
        return Decimal(above) / Decimal(below) if below and above is not None else None
    if point := _POINT.fullmatch(text):
        whole = _integer(point[1]) if point[1] else 0
        tail = "".join(str(DIGITS[char]) for char in point[2])
        return None if whole is None else Decimal(f"{whole}.{tail}")
    if _INTEGER.fullmatch(text):
        whole = _integer(text)
        return None if whole is None else Decimal(whole)
    return None


def _integer(text: str) -> int | None:
    """Read a Chinese integer, a run of bare digits by place (`二〇二五`); None where parts are out of order."""
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    for char, size in (("亿", 10**8), ("万", 10**4)):
        above, found, below = text.rpartition(char)
        if found:
            high = _integer(above) if above else None
            low = _integer(below.lstrip("零〇")) if below.lstrip("零〇") else 0
            return None if high is None or low is None or low >= size else high * size + low
    return _thousands(text)


def _thousands(text: str) -> int | None:
    """Read what lies below 万: 十九, 一百零三, 两千."""
    total, digit, last = 0, None, 10_000
    for char in text:
        if char in _SMALL:
            size = _SMALL[char]
            if size >= last or digit == 0 or (digit is None and total and char != "十"):
                return None
            total += (1 if digit is None else digit) * size
            digit, last = None, size
        elif digit is not None and digit != 0:
            return None
        else:
            digit = DIGITS[char]
    return total + (digit or 0)


def chinese(value: int) -> str:
    """Write a whole number from 0 to 10^16 in Chinese, so that `number` reads it back."""
    if not 0 <= value < 10**16:
        raise TongbiError("not_a_number", detail=str(value))
    for char, size in (("亿", 10**8), ("万", 10**4)):
        if value >= size:
            high, low = divmod(value, size)
            between = "零" if 0 < low < size // 10 else ""
            return chinese(high) + char + between + (chinese(low) if low else "")
    written, pending = "", False
    for char, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            written += ("零" if pending and written else "") + "零一二三四五六七八九"[digit] + char
            pending = False
        else:
            pending = True
    return written or "零"
