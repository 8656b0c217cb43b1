"""Figures that are no plain number with its unit: runs of years, places, doublings, fractions, proportions."""

import re
from decimal import Decimal

from tongbi.observe.quantity import HAN, Quantity, read_numeral

# Each pattern begins with the characters it may begin with, so that a search passes quickly over all others.
_STREAK = re.compile(
    rf"(?<=连续)(?P<count>\d{{1,3}}|[{HAN}]{{1,4}})(?P<years>个?(?:年|次|届|个?季度|个?月))"
    rf"|(?P<run>\d{{1,3}}|[{HAN}]{{1,4}})(?P<kept>连(?:冠|优|创|增|升|丰|胜|快|涨|降|跃|先))"
)
_RANK = re.compile(
    rf"第(?P<place>\d{{1,3}}|[{HAN}]{{1,4}})(?:位|名)?"
    rf"|(?<=[居列排位第名前])(?P<ordinal>\d{{1,3}})(?:位|名)(?![的以次])"
    r"|(?:(?<=第\d[、和])|(?<=第\d\d[、和]))(?P<listed>\d{1,3})(?:位|名)"
    rf"|前(?P<among>\d{{1,3}}|[{HAN}]{{1,3}})(?:位|名|强)?"
    r"|(?P<best>\d{2,3})强"
)
_MAY_RANK = re.compile(rf"[居列排位第名前强](?:(?<!强)[\d{HAN}]|(?<=\d强))")
# 翻了一番, 翻两番半, 翻近一番; 成倍增加 doubles nothing exactly.
_DOUBLING = re.compile(r"翻(?:了|了?将?近|了?约)?(?P<times>[一两二三四五]|\d)番(?P<half>半)?|翻番|(?<!成)倍增|翻倍")
# The parts of the three sectors (`三次产业结构为8.2：45.1：46.7`); how many times one is the other (`收入比1.8：1`).
_PART = r"\d{1,2}(?:\.\d{1,3})?"
_SECTORS = re.compile(rf"(?<![\d.：])({_PART})(%?)：({_PART})(%?)：({_PART})(%?)(?![\d.：])")
_TO_ONE = re.compile(rf"(?<![\d.：])(?P<times>{_PART})：1(?![\d.：])")
_SECTORS_BEFORE = re.compile(r"产业[^，。；]{0,56}$")
_MAY_BE_PROPORTION = re.compile(r"[\d%]：\d")
_RATIO_BEFORE = re.compile(r"(?:比|差距?|倍差)[^，。；\d]{0,8}$")
# Years of schooling are no time of year: `平均受教育年限由10.8年提高到11.2年`.
_SCHOOLING = re.compile(r"(?<![\d.])(?P<years>\d{1,2}(?:\.\d{1,2})?)年")
_SCHOOLED = re.compile(r"年限[^，。；、]{0,14}$")
# 三分之二, 1/3: a part told as a fraction. Dates (`9/10`) and signs have more digits, or letters around.
_FRACTION = re.compile(
    r"(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])|(?<![\d/.A-Za-z])(?P<up>\d)/(?P<down>\d{1,2})(?![\d/.A-Za-z])"
)


def notations(text: str) -> list[Quantity]:
    """Find the figures of a line that are no plain number with its unit; in no order, none overlapping another."""
    found = _streaks(text) if "连" in text else []
    if _MAY_RANK.search(text):
        found += _ranks(text)
    if "翻" in text or "倍增" in text:
        found += _doublings(text)
    if "分之" in text or "/" in text:
        found += _fractions(text)
    if "：" in text and _MAY_BE_PROPORTION.search(text):
        found += _proportions(text)
    if "年限" in text:
        found += _schooling(text)
    return found


def _streaks(text: str) -> list[Quantity]:
    found = []
    for match in _STREAK.finditer(text):
        value = read_numeral(match["count"] or match["run"])
        unit = (match["years"] or match["kept"]).removeprefix("个")
        if value is not None:
            arabic = (match["count"] or match["run"]).isdigit()
            found.append(Quantity(match.start(), match.end(), (value,), unit, "streak", "streak", "", arabic))
    return found


def _ranks(text: str) -> list[Quantity]:
    found = []
    for match in _RANK.finditer(text):
        digits = match["place"] or match["ordinal"] or match["listed"] or match["among"] or match["best"]
        value = read_numeral(digits)
        if value is not None:
            kind = "among" if match["among"] else "best" if match["best"] else "rank"
            found.append(Quantity(match.start(), match.end(), (value,), "第", kind, "rank", "", digits.isdigit()))
    return found


def _doublings(text: str) -> list[Quantity]:
    found = []
    for match in _DOUBLING.finditer(text):
        times = (
            (read_numeral(match["times"]) or Decimal(1)) + (Decimal("0.5") if match["half"] else 0)
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


def _proportions(text: str) -> list[Quantity]:
    found = []
    for match in _SECTORS.finditer(text):
        if _SECTORS_BEFORE.search(text, max(0, match.start() - 64), match.start()):
            for part in (1, 3, 5):
                end, unit = match.end(part + 1), match[part + 1]
                values = (Decimal(match[part]),)
                found.append(
                    Quantity(match.start(part), end, values, unit, "share" if unit else "index", "amount", "", True)
                )
    found += [
        Quantity(*match.span(), (Decimal(match["times"]),), "", "index", "amount", "", True)
        for match in _TO_ONE.finditer(text)
        if _RATIO_BEFORE.search(text, max(0, match.start() - 12), match.start())
    ]
    return found


def _schooling(text: str) -> list[Quantity]:
    found = []
    for match in _SCHOOLING.finditer(text, text.index("年限")):
        value = read_numeral(match["years"])
        if value is not None and value < 100 and _SCHOOLED.search(text, max(0, match.start() - 24), match.start()):
            found.append(Quantity(*match.span(), (value,), "年", "count", "amount", "", True))
    return found


def _fractions(text: str) -> list[Quantity]:
    """A part told as a fraction, in percent to a tenth: `四分之一` is 25 %."""
    found = []
    for match in _FRACTION.finditer(text):
        above, below = read_numeral(match["above"] or match["up"]), read_numeral(match["below"] or match["down"])
        if above and below and above < below:
            value = (above / below * 100).quantize(Decimal("0.1"))
            value = value.to_integral_value() if value == value.to_integral_value() else value
            found.append(Quantity(*match.span(), (value,), "%", "share", "amount", "", True))
    return found
