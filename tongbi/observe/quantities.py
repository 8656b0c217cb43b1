"""Numbers with their units: what is written, its value, and what kind of figure it is; not whose number it is."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from tongbi import vocabulary
from tongbi.errors import TongbiError
from tongbi.model import Bound
from tongbi.numerals import ARABIC, number
from tongbi.observe.line import Line
from tongbi.observe.phrases import any_of

Kind = Literal["amount", "rank", "streak", "doubling"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure at `start..end` of a line, unit included. `values` has two members for a range.

    `unit` is as written with its magnitude, without 余 or 多 (`inner` is the bound that they set inside); `unit_class`
    is the key of units.toml, `bare` for a magnitude alone (`9.1万`), `none` for a number alone.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    unit: str
    unit_class: str
    kind: Kind
    inner: Bound
    arabic: bool


_MAGNITUDE = "万亿|千亿|百亿|千万|百万|万|亿|千|百"
_MORE = "[余多几来]"
_RANGE = r"(?:至|到|—{1,2}|-{1,2}|~)"
_HAN = "零〇一二两三四五六七八九十百千"


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
    return rf"(?:{any_of(unit_classes())})(?:/(?:{per}))?(?:（(?:{bracketed})）)?(?!级)"


@cache
def _arabic() -> re.Pattern[str]:
    """Match an Arabic number or range with its unit, else with a magnitude or alone; none within a word or sum."""
    lower = rf"(?:(?P<low>{ARABIC})(?:{_MAGNITUDE})?(?:{_unit()})?{_RANGE}(?=\d))?"
    with_unit = rf"(?P<more>{_MORE})?(?P<size>{_MAGNITUDE})??(?P<more2>{_MORE})?(?P<unit>{_unit()})"
    alone = rf"(?P<baremore>{_MORE})?(?P<baresize>{_MAGNITUDE})?(?P<baremore2>{_MORE})?"
    return re.compile(rf"(?<![A-Za-z0-9.+×/\-])(?:{lower}(?P<number>{ARABIC}){with_unit}|(?P<bare>{ARABIC}){alone})")


@cache
def _chinese() -> re.Pattern[str]:
    """Match a Chinese numeral with its unit; a magnitude that was passed or all but reached needs none (`破千亿`)."""
    numeral = rf"(?<![第几数])(?P<number>[{_HAN}]{{1,8}})(?P<more>{_MORE})?(?P<size>万亿|万|亿)?(?P<more2>{_MORE})?"
    passed = r"(?<=[近超破过在到达上])"
    alone = rf"{passed}(?P<round>[百千万])亿(?=$|[，。；、]|大关|台阶)"
    return re.compile(rf"{alone}|(?:{numeral}|{passed}(?P<one>万亿|亿))(?P<unit>{_unit()})")


# Each pattern begins with the characters it may begin with, so that a search passes quickly over all others.
_DIGITS = re.compile(rf"[\d万亿{_HAN}](?:(?<=\d)\d*|(?<!\d)[{_HAN}]*)")
_STREAK = re.compile(
    rf"(?<=连续)(?P<count>\d{{1,3}}|[{_HAN}]{{1,4}})(?P<years>个?(?:年|次|届|个?季度|个?月))"
    rf"|(?P<run>\d{{1,3}}|[{_HAN}]{{1,4}})(?P<kept>连(?:冠|优|创|增|升|丰|胜|快|涨|降|跃|先))"
)
_RANK = re.compile(
    rf"第(?P<place>\d{{1,3}}|[{_HAN}]{{1,4}})(?:位|名)?"
    rf"|(?<=[居列排位第名前])(?P<ordinal>\d{{1,3}})(?:位|名)(?![的以次])"
    rf"|前(?P<among>\d{{1,3}}|[{_HAN}]{{1,3}})(?:位|名|强)?"
    r"|(?P<best>\d{2,3})强"
)
_MAY_RANK = re.compile(rf"[居列排位第名前][\d{_HAN}]|\d强")
# 翻了一番, 翻两番半, 翻近一番; 成倍增加 doubles nothing exactly.
_DOUBLING = re.compile(r"翻(?:了|了?将?近|了?约)?(?P<times>[一两二三四五]|\d)番(?P<half>半)?|翻番|(?<!成)倍增|翻倍")
# Years of schooling are no time of year: `平均受教育年限由10.8年提高到11.2年`.
_SCHOOLING = re.compile(rf"(?P<years>{ARABIC})年")
_SCHOOLED = re.compile(r"年限[^，。；、]{0,14}$")
# 三分之二, 1/3: a part told as a fraction. Dates (`9/10`) and signs have more digits, or letters around.
_FRACTION = re.compile(
    r"(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])|(?<![\d/.A-Za-z])(?P<up>\d)/(?P<down>\d{1,2})(?![\d/.A-Za-z])"
)


def _read(digits: str) -> Decimal | None:
    try:
        return number(digits)
    except TongbiError:
        return None


def _amounts(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    done = 0
    for digits in _DIGITS.finditer(text):
        if digits.start() < done:
            continue
        arabic = digits[0][0].isdigit()
        match = (_arabic() if arabic else _chinese()).match(text, digits.start())
        if match:
            done = match.end()
            found += _amount(match, arabic=arabic)
    return found


def _amount(match: re.Match[str], *, arabic: bool) -> list[Quantity]:
    if arabic:
        digits, size, unit = match["number"] or match["bare"], match["size"] or match["baresize"] or "", match["unit"]
        low, more = match["low"], match["more"] or match["more2"] or match["baremore"] or match["baremore2"]
    else:
        digits, size, unit = (
            match["number"] or match["round"] or "一",
            match["size"] or match["one"] or "",
            match["unit"],
        )
        if match["round"]:
            digits, size = {"百": "100", "千": "1000", "万": "10000"}[match["round"]], "亿"
        low, more = None, match["more"] or match["more2"]
    value = _read(digits)
    if value is None:
        return []
    lower = _read(low) if low else None
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


def _streaks(text: str) -> list[Quantity]:
    found = []
    for match in _STREAK.finditer(text):
        value = _read(match["count"] or match["run"])
        unit = (match["years"] or match["kept"]).removeprefix("个")
        if value is not None:
            arabic = (match["count"] or match["run"]).isdigit()
            found.append(Quantity(match.start(), match.end(), (value,), unit, "streak", "streak", "", arabic))
    return found


def _ranks(text: str) -> list[Quantity]:
    found = []
    for match in _RANK.finditer(text):
        digits = match["place"] or match["ordinal"] or match["among"] or match["best"]
        value = _read(digits)
        if value is not None:
            kind = "among" if match["among"] or match["best"] else "rank"
            found.append(Quantity(match.start(), match.end(), (value,), "第", kind, "rank", "", digits.isdigit()))
    return found


def _doublings(text: str) -> list[Quantity]:
    found = []
    for match in _DOUBLING.finditer(text):
        times = (
            (_read(match["times"]) or Decimal(1)) + (Decimal("0.5") if match["half"] else 0)
            if match["times"]
            else Decimal(1)
        )
        value = (Decimal(2) ** times * 100 - 100).quantize(Decimal("0.1") if match["half"] else Decimal(1))
        found.append(
            Quantity(
                match.start(), match.end(), (value,), "%", "share", "doubling", "le" if "近" in match[0] else "", False
            )
        )
    return found


def _schooling(text: str) -> list[Quantity]:
    found = []
    for match in _SCHOOLING.finditer(text, text.index("年限")):
        value = _read(match["years"])
        if value is not None and value < 100 and _SCHOOLED.search(text, max(0, match.start() - 24), match.start()):
            found.append(Quantity(*match.span(), (value,), "年", "count", "amount", "", True))
    return found


def _fractions(text: str) -> list[Quantity]:
    """A part told as a fraction, in percent to a tenth: `四分之一` is 25 %."""
    found = []
    for match in _FRACTION.finditer(text):
        above, below = _read(match["above"] or match["up"]), _read(match["below"] or match["down"])
        if above and below and above < below:
            value = Decimal(str(round(above / below * 100, 1))).normalize()
            found.append(Quantity(*match.span(), (value,), "%", "share", "amount", "", True))
    return found


def _with_shared_unit(amounts: list[Quantity], text: str) -> list[Quantity]:
    """Give a number without a unit that of the next in its list: `分别达到16.1和27.2平方米`."""
    for place in range(len(amounts) - 2, -1, -1):
        one, following = amounts[place], amounts[place + 1]
        if one.unit_class not in ("none", "bare") or following.unit_class in ("none", "bare", "time", "heading"):
            continue
        if (
            text[one.end : following.start] in ("和", "、", "与", "及")
            and "分别" in text[max(0, one.start - 40) : one.start]
        ):
            unit = following.unit if one.unit_class == "none" else one.unit + following.unit.lstrip("十百千万亿")
            amounts[place] = replace(one, unit=unit, unit_class=following.unit_class)
    return amounts


def quantities(line: Line) -> tuple[Quantity, ...]:
    """Find every figure of a line, in order, none overlapping another."""
    text = line.text
    special = _streaks(text) if "连" in text else []
    if _MAY_RANK.search(text):
        special += _ranks(text)
    if "翻" in text or "倍增" in text:
        special += _doublings(text)
    if "分之" in text or "/" in text:
        special += _fractions(text)
    if "年限" in text:
        special += _schooling(text)
    amounts = _with_shared_unit(_amounts(text), text)
    if not special:
        return tuple(amounts)
    taken = {place for one in special for place in range(one.start, one.end)}
    amounts = [one for one in amounts if not taken.intersection(range(one.start, one.end))]
    return tuple(sorted(special + amounts, key=lambda one: one.start))
