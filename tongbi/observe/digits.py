"""Chinese numerals written in digits, so that every rule behind reads `百分之三点九` as it reads `3.9%`.

Old reports write all their numbers in Chinese, and names and slogans of any year are full of small ones (`三农`,
`十二个重点产业`). What is rewritten is what can hardly be a name: years, hundredths, decimals, sums with 百, 千,
万 or 亿; and smaller ones where the report or the sentence writes its amounts in Chinese.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from tongbi import vocabulary
from tongbi.numerals import MAGNITUDES, number
from tongbi.observe.quantity import read_numeral
from tongbi.text import any_of

_ONES = "一二两三四五六七八九"
_ALL = f"零〇○{_ONES}十百千万亿"
_MORE = "多余几"
_POINT = rf"点[零〇○{_ONES}]+"
_PART = rf"[{_ONES}十百千零〇○]+(?:{_POINT})?"
_FOUND = re.compile(
    rf"(?P<whole>[百千])分之(?P<part>{_PART})(?P<more>[{_MORE}]?)(?:(?P<to>[至到—-])(?P<upper>{_PART})(?![{_ALL}分个家项件年月]))?"
    rf"|(?<![{_ALL}])(?P<year>(?:一[八九]|二[〇零○])[〇零○一二三四五六七八九]{{2}})(?=[年和至到、比—-]|[两三]年)"
    rf"|(?<![{_ALL}])(?P<yuan>[{_ONES}十百千零]{{1,9}})元(?P<jiao>[{_ONES}])角(?:(?P<fen>[{_ONES}])分)?"
    rf"|(?<![第几数{_ALL}])(?P<sum>[{_ONES}十](?:(?!千[瓦米克卡伏])[{_ALL}]|[{_MORE}](?=[十百千万亿]))*(?:{_POINT})?|零{_POINT})(?P<size>[万亿]{{0,2}})"
)
LARGE_BEGINS = f"{_ONES}十百千零"
LARGE_GOES_ON = f"(?:[{_ALL}点元]|分之|[{_MORE}][十百千万亿])"
# Found fast, for most sentences hold none.
_MAY_BE_LARGE = re.compile(f"[{LARGE_BEGINS}]{LARGE_GOES_ON}")
_SOME = 3
_LONGEST = 24
# `七八个`, `三五年`: two digits side by side are a guess between them.
_GUESS = re.compile(rf"[{_ONES}]{{2}}")
_IN_DIGITS = re.compile(r"\d(?:[万亿余多个家项元吨亩米人公%‰]|\.\d)")
_SIGNS = {"百": "%", "千": "‰"}
_MEASURED = ("size", "money", "times")
"""Units that count even one (`三公里`), unlike a counter (`三座`)."""
_ORDINALS = "届期轮级类次位面条市县乡镇村环层对班道单样"
"""Counters that a small numeral mostly names things with."""
_LARGE = re.compile(r"[百千万亿点]")


@cache
def _unit(*classes: str) -> re.Pattern[str]:
    """Match a unit of one of the classes, behind 多 or 余 too."""
    lists = vocabulary.units().classes
    units = frozenset[str]().union(*(lists[name] for name in classes)) - frozenset(_ORDINALS)
    return re.compile(rf"[{_MORE}]?(?:{any_of(units)})(?!级)")


@lru_cache(maxsize=4)
def written_in_chinese(text: str) -> bool:
    """Whether a report writes nearly all its amounts in Chinese; asked of one text for each of its sentences."""
    hundredths = text.count("百分之")
    return hundredths >= _SOME and sum(1 for _ in _IN_DIGITS.finditer(text)) * _SOME < hundredths


def in_digits(text: str, *, in_chinese: bool = False) -> list[tuple[int, int, str]]:
    """Find the numerals of a line that are read as years or amounts: start, end and the digits, in order.

    `in_chinese`: the report of the line writes its amounts in Chinese.
    """
    found: list[tuple[int, int, str]] = []
    done = 0
    for start in _MAY_BE_LARGE.finditer(text):
        one = _FOUND.match(text, start.start()) if start.start() >= done else None
        if one and (written := _large(one, text)):
            found.append((*one.span(), written))
            in_chinese = in_chinese or not one["year"]
        done = max(done, one.end() if one else 0)
    if in_chinese and not _IN_DIGITS.search(text):
        found = sorted({*found, *_counts(text)})
    return found


def _large(one: re.Match[str], text: str) -> str:
    """Write in digits what can hardly be a name; "" for the rest. `五十多个` is none either."""
    large = not one["sum"] or _LARGE.search(one[0]) or (len(one[0]) > 1 and text[one.end() : one.end() + 1] in _MORE)
    if not large or (one["sum"] and not _has_unit(text, one.end())):
        return ""
    return _written(one)


def _has_unit(text: str, place: int) -> bool:
    """Whether a unit stands at `place`, or the other end of a range that has one (`九千万至九千二百万吨`)."""
    unit = _unit("count", *_MEASURED)
    if unit.match(text, place):
        return True
    upper = _FOUND.match(text, place + 1) if text[place : place + 1] in ("至", "到", "—") else None
    return bool(upper and upper["sum"] and _LARGE.search(upper[0]) and unit.match(text, upper.end()))


def _counts(text: str) -> list[tuple[int, int, str]]:
    """Find the smaller numerals of a line that writes its amounts in Chinese."""
    found = []
    for one in _FOUND.finditer(text):
        if one["sum"] and not _LARGE.search(one[0]) and (written := _written(one)):
            classes = ("count", *_MEASURED) if len(written) > 1 else _MEASURED
            if _unit(*classes).match(text, one.end()):
                found.append((*one.span(), written))
    return found


def _written(one: re.Match[str]) -> str:
    """Write a numeral in digits; "" where it is none."""
    if one.end() - one.start() > _LONGEST:
        return ""
    if one["whole"]:
        return _hundredths(one)
    if one["year"]:
        return _plain(number(one["year"]))
    if one["yuan"]:
        whole = read_numeral(one["yuan"])
        tenths = number(one["jiao"]) / 10 + (number(one["fen"]) / 100 if one["fen"] else 0)
        return f"{_plain(whole + tenths)}元" if whole is not None else ""
    return _sum(one["sum"], one["size"])


def _hundredths(one: re.Match[str]) -> str:
    part, upper, sign = read_numeral(one["part"]), read_numeral(one["upper"] or ""), _SIGNS[one["whole"]]
    if part is None or (one["upper"] and upper is None):
        return ""
    first = f"{_plain(part)}{one['more']}{sign}"
    return first if upper is None else f"{first}{one['to']}{_plain(upper)}{sign}"


def _sum(numeral: str, size: str) -> str:
    """`三亿六千万` is 3.6亿, `一千二百多万` 1200多万, `十几万` 10多万."""
    exact = re.sub(rf"几[十百千]?|[{_MORE}]", "", numeral)
    more = "多" if exact != numeral else ""
    if len(exact) == 2 and _GUESS.fullmatch(exact):
        return ""
    value = read_numeral(exact)
    if value is None:
        return ""
    size = size or ("亿" if "亿" in exact else "万" if "万" in exact else "")
    return f"{_plain(value if '点' in exact else value / MAGNITUDES[size])}{more}{size}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
