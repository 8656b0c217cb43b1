"""Numbers with their units: what is written, its value, and what kind of figure it is; not whose number it is."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.numerals import ARABIC, MAGNITUDES
from tongbi.observe.line import Line
from tongbi.observe.notations import notations
from tongbi.observe.phrases import beginning
from tongbi.observe.quantity import HAN, IN_CHINESE, Quantity, read_numeral
from tongbi.text import any_of

_MAGNITUDE = "万亿|千亿|百亿|千万|百万|万|亿|千|百"
_SMALLER = {"万": ("千", "百"), "亿": ("千万", "百万", "万")}
"""What may follow an amount in 万 or 亿 that is written by its magnitudes."""
_MORE = "[余多几来]"
# A unit that begins a noun counts nothing: 42万市民, 五百亿园区, 6县城区, 9条次干道.
_PART_OF_NOUN = (
    "(?![民口区城园铺校士庭干位](?:(?<=个点位)|(?<=次干)(?=道)|(?<=[人市村]民)|(?<=人口)(?!大)|(?<=[园社镇校]区)"
    "|(?<=县城|校园|店铺|院校|院士|家庭)))"
)
_RANGE = r"(?:至|到|—{1,2}|-{1,2}|~)"
# What holds none of these has no figure, not even a doubling (翻番, 倍增).
_MAY_BE_FIGURE = re.compile(rf"[0-9万亿{HAN}翻倍]")


@cache
def unit_classes() -> dict[str, str]:
    """Give each unit its class; the first list that names it decides."""
    found: dict[str, str] = {}
    for name, units in vocabulary.units().classes.items():
        for unit in units:
            found.setdefault(unit, name)
    return found


@cache
def _unit() -> str:
    lists = vocabulary.units()
    per, bracketed = any_of(lists.per), any_of(lists.bracketed)
    return rf"(?:{any_of(unit_classes())})(?:/(?:{per}))?(?:（(?:{bracketed})）)?(?!级){_PART_OF_NOUN}"


@cache
def _arabic() -> re.Pattern[str]:
    """Match an Arabic number or range with its unit, else with a magnitude or alone; none within a word or sum."""
    lower = rf"(?:(?P<low>{ARABIC})(?:{_MAGNITUDE})?(?:{_unit()})?{_RANGE}(?=\d))?"
    # 3万多亿元 are more than 3万亿元.
    size = rf"(?P<size>{_MAGNITUDE})??(?P<more2>{_MORE})?(?P<size2>(?<=万[余多])亿)?"
    with_unit = rf"(?P<more>{_MORE})?{size}(?P<unit>{_unit()})"
    alone = rf"(?P<baremore>{_MORE})?(?P<baresize>{_MAGNITUDE})?(?P<baremore2>[余多几])?"
    return re.compile(rf"(?<![A-Za-z0-9.+×/\-])(?:{lower}(?P<number>{ARABIC}){with_unit}|(?P<bare>{ARABIC}){alone})")


@cache
def _chinese() -> re.Pattern[str]:
    """Match a Chinese numeral with its unit; a magnitude that was passed or all but reached needs none (`破千亿`)."""
    numeral = rf"(?<![第几数])(?P<number>[{HAN}]{{1,8}})(?P<more>{_MORE})?(?P<size>万亿|万|亿)?(?P<more2>{_MORE})?"
    passed = r"(?<=[近超破过在到达上])"
    alone = rf"{passed}(?P<round>[百千万])亿(?=$|[，。；、]|大关|台阶)"
    return re.compile(rf"{alone}|(?:{numeral}|{passed}(?P<one>万亿|亿))(?P<unit>{_unit()})")


@cache
def _digits(*, counts: bool) -> re.Pattern[str]:
    """Match Arabic digits (`arabic`), or Chinese ones with what may be a unit (`unit`) or a magnitude (`size`) behind.

    Without `counts` a Chinese numeral below 万 needs a unit that it may measure by: most only count (一个, 三项). The
    pattern begins with the characters it may begin with, so that a search passes quickly over all others; 0-9 are
    looked for faster than every digit of Unicode.
    """
    every, measuring = (
        re.escape("".join(sorted({unit.lstrip(HAN)[:1] for unit, kind in unit_classes().items() if kind in kinds})))
        for kinds in (vocabulary.units().classes, IN_CHINESE)
    )
    unit = f"[{every if counts else measuring}余多几来万亿]"
    arabic, size = r"(?<=\d)\d*+(?P<arabic>)", rf"(?<=[万亿])(?=[亿{every}])(?P<size>)"
    return re.compile(rf"[0-9万亿{HAN}](?:{arabic}|{size}|(?<=[{HAN}])[{HAN}]*+(?:(?={unit})(?P<unit>)|))")


def _amounts(text: str, *, counts: bool) -> list[Quantity]:
    found: list[Quantity] = []
    done = 0
    for digits in _digits(counts=counts).finditer(text):
        if digits.start() < done or not digits.lastgroup:
            continue
        arabic = digits.lastgroup == "arabic"
        match = (_arabic() if arabic else _chinese()).match(text, digits.start())
        if match:
            done = match.end()
            for amount in _amount(match, arabic=arabic):
                whole = _written_in_two(found[-1], amount) if found and found[-1].end == amount.start else None
                found[len(found) - bool(whole) :] = [whole or amount]
    return found


def _written_in_two(first: Quantity, rest: Quantity) -> Quantity | None:
    """Put together an amount that is written by its magnitudes (`1万2千公里` is 1.2万公里); None where they are two."""
    size = first.unit
    smaller = beginning(rest.unit, frozenset(_SMALLER.get(size, ())))
    if not smaller or rest.unit.startswith("万亿") or first.inner or len(first.values) + len(rest.values) > 2:
        return None
    value = first.values[0] + rest.values[0] * MAGNITUDES[smaller] / MAGNITUDES[size]
    unit = rest.unit.removeprefix(smaller)
    return rest._replace(
        start=first.start, values=(value,), unit=size + unit, unit_class=rest.unit_class if unit else "bare"
    )


def _amount(match: re.Match[str], *, arabic: bool) -> list[Quantity]:
    if arabic:
        low, digits, bare, unit = match.group("low", "number", "bare", "unit")
        digits, size = digits or bare, (match["size"] or match["baresize"] or "") + (match["size2"] or "")
        more = any(match.group("more", "more2", "baremore", "baremore2"))
    else:
        digits, size, unit = (
            match["number"] or match["round"] or "一",
            match["size"] or match["one"] or "",
            match["unit"],
        )
        if match["round"]:
            digits, size = {"百": "100", "千": "1000", "万": "10000"}[match["round"]], "亿"
        low, more = None, any(match.group("more", "more2"))
    value = read_numeral(digits)
    if value is None:
        return []
    lower = read_numeral(low) if low else None
    values = (value,) if lower is None else (lower, value)
    return [
        Quantity(
            match.start(),
            match.end(),
            values,
            size + (unit or ""),
            _class_of(unit, size),
            "amount",
            "ge" if more else "",
            arabic,
        )
    ]


def _class_of(unit: str | None, size: str) -> str:
    alone = "bare" if size else "none"
    if not unit:
        return alone
    classes = unit_classes()
    return classes.get(unit) or classes.get(re.split("[/（]", unit)[0], alone)


def _with_shared_unit(amounts: list[Quantity], text: str) -> list[Quantity]:
    """Give a number without a unit that of the next in its list: `分别达到16.1和27.2平方米`."""
    for place in range(len(amounts) - 2, -1, -1):
        one, following = amounts[place], amounts[place + 1]
        if one.unit == "个" and following.unit == "个百分点" and text[one.end : following.start] in ("、", "和"):
            # `分别提高3个、2个百分点`.
            amounts[place] = one._replace(unit=following.unit, unit_class=following.unit_class)
            continue
        if one.unit_class not in ("none", "bare") or following.unit_class in ("none", "bare", "time", "heading"):
            continue
        if (
            text[one.end : following.start] in ("和", "、", "与", "及")
            and "分别" in text[max(0, one.start - 40) : one.start]
        ):
            unit = following.unit if one.unit_class == "none" else one.unit + following.unit.lstrip("十百千万亿")
            amounts[place] = one._replace(unit=unit, unit_class=following.unit_class)
    return amounts


def quantities(line: Line, *, counts: bool = False) -> tuple[Quantity, ...]:
    """Find every figure of a line, in order, none overlapping another.

    With `counts` also what Chinese numerals count (一个, 三项, 四大), which is never a result.
    """
    text = line.text
    if not _MAY_BE_FIGURE.search(text):
        return ()
    amounts = _with_shared_unit(_amounts(text, counts=counts), text)
    special = notations(text)
    if not special:
        return tuple(amounts)
    taken = {place for one in special for place in range(one.start, one.end)}
    amounts = [one for one in amounts if not taken.intersection(range(one.start, one.end))]
    return tuple(sorted(special + amounts, key=lambda one: one.start))
