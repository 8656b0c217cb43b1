"""How a figure measures: a level, a growth, a share, a place."""

import re
from decimal import Decimal
from typing import NamedTuple

from tongbi import vocabulary
from tongbi.model import Measure
from tongbi.observe.figures import Group
from tongbi.observe.nouns import REVENUES
from tongbi.observe.phrases import beginning, ending
from tongbi.observe.quantity import Quantity

_SHORTEST = 5
# 经济增长速度的调控目标 is 经济增长速度.
_AIM = re.compile(r"(?:的?(?:调控|计划|预期|年度|控制)?目标|预期)$")
# Which share of an aim is done: 投资完成全年目标.
_OF_AIM = ("完成全年目标", "完成年度目标", "完成年目标", "占全年目标", "占年度目标", "为年度计划目标")
_AIMED_AT = re.compile(r"的(?:预期|年度|增长)*目标")
# `收入增长可达9%` is a growth of 9 %.
_GREW_TO = re.compile(r"(?:增长|上涨|(?P<fell>下降|下跌))(?:可|预计|有望|将|均|都|分别)*(?:高?达到?|接近)$")
_PRICES = ("价格指数", "价格总指数", "物价指数", "物价总指数", "价格总水平", "物价总水平")
"""Indices told by their growth, where the number is none of an index (`居民消费价格指数控制在3%`)."""
_LOWEST_INDEX = 50
_FLOWS = ("生产总值", "增加值", "零售总额", "收入", "投资")
"""Sums of which a share can only be a growth, where it is an aim (`生产总值实现6%的预期目标`)."""
# A sector has no size of its own: 三次产业由20：40：40 are their shares.
_SECTOR = re.compile("第[一二三]产业比?")
_SHARE_NAMED = re.compile("占|(?:率|比重|比例)$")
_BRINGING = ("带动", "拉动", "推动", "促进")
_MADE_BETTER = ("提升", "改善", "优化", "增强")
_PLACES = ("排位", "位次", "排名", "名次")


class Reading(NamedTuple):
    """A figure with its sign and measure; `name` without a noun that only says growth (`涨幅`)."""

    values: tuple[Decimal, ...]
    unit: str
    measure: Measure
    name: str


def measured(figure: Quantity, group: Group, name: str) -> Reading:
    """Read what a figure of `group`, whose name is `name`, measures."""
    if figure.kind == "rank":
        return Reading(figure.values, "第", "rank", name)
    if figure.kind == "streak":
        return Reading(figure.values, figure.unit, "streak", name)
    if figure.kind == "doubling":
        return Reading(figure.values, "%", "change_pct", name)
    moved, sign = group.moved, -1 if group.predicate.motion == "fall" else 1
    values, unit, kind = figure.values, figure.unit, figure.unit_class
    if unit == "位" and name.endswith(_PLACES) and not moved:
        return Reading(values, "第", "rank", name)
    if kind == "tenths":
        values, unit, kind = tuple(value * 10 for value in values), "%", "share"
    if kind == "share":
        name, moved, sign = _of_growth_noun(name, moved, sign)
        if not moved and (verb := beginning(name, vocabulary.measures().cuts)) and not _SHARE_NAMED.search(name):
            name, moved, sign = name[len(verb) :], True, -1
        moved = moved or (name.endswith(_FLOWS) and bool(_AIMED_AT.match(group.tail)) and "占" not in name)
        if not moved and (grown := _GREW_TO.search(group.clause)):
            moved, sign = True, -1 if grown["fell"] else 1
        moved = moved or (name.endswith(_PRICES) and values[-1] < _LOWEST_INDEX)
        if moved and name.startswith(_BRINGING) and name[2:] in REVENUES:
            # `带动社会消费品零售总额增长5%` tells how the sum grows; of points it is a share in its growth.
            name = name[2:]
        measure: Measure = "change_pct" if moved else "ratio"
    elif kind == "times":
        measure = "change_pct" if moved else "ratio"
        if moved:
            values, unit = tuple(value * 100 for value in values), "%"
    elif kind == "points":
        measure = "change_abs"
    elif kind in ("none", "index"):
        measure = "level" if name.endswith("指数") else "ratio"
    else:
        # 净增 counts what came into being, as 新增 does; of money and the like it is a rise.
        if moved and kind == "count" and group.predicate.motion_word == "净增":
            name, moved = name + "净增", False
        # `提升9万亩林地效益` tells how much was made better.
        moved = moved and not (kind in ("count", "size") and name.startswith(_MADE_BETTER))
        measure = "change_abs" if moved else "level"
    if measure == "ratio" and _SECTOR.fullmatch(name):
        name = name.removesuffix("比") + "比重"
    return Reading(tuple(sign * value for value in values) if moved else values, unit, measure, name)


def _of_growth_noun(name: str, moved: bool, sign: int) -> tuple[str, bool, int]:
    """Take a noun of growth from the end of a name: `消费价格涨幅` of 2 % is 消费价格, grown by 2 %."""
    if not name.endswith(_OF_AIM):
        name = (_AIM.sub("", name) if name.endswith(("目标", "预期")) else name).removesuffix("在")
    if name.startswith("年均") and len(name) > _SHORTEST:
        name = name.removeprefix("年均")
    if ending(name, vocabulary.measures().rates):
        return name, moved, sign
    if word := ending(name, vocabulary.measures().fall_nouns):
        return name[: -len(word)].removesuffix("平均") or name, True, -1
    if word := ending(name, vocabulary.measures().rise_nouns):
        kept = name[: -len(word)].removesuffix("平均")
        name, moved = (kept if len(kept) > 2 or (kept == "物价" and word != "增长") else name), True
    # What grows where nothing else is named is the economy.
    return ("经济增长" if moved and name in ("增长", "经济", "经济增长速度", "经济增速") else name), moved, sign
