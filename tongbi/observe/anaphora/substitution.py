"""One constituent of the name told last, replaced: 出口 by 进口, 国家级 by 省级, 甲县 by 乙县, 超亿元 by 超2亿元."""

import re

from tongbi.observe.anaphora.told import LONGEST_BARE, SHORTEST, Fragment
from tongbi.observe.nouns import core, doing_verb, measure_of, of_level

_CARGO = "货物吞吐量"
# `而邻市为9%`: the same of another place.
_WHEREAS = re.compile(r"而([一-鿿]{2,6}?)(?:则|却|仅|只)?(?:为|是|达到?)$")
_CARRYING = re.compile(r"^[^，、]{2,12}?(?:发送|运送|承运|输送)(?=[一-鿿]{2,4}$)")
_SIDES = {"进口": "出口", "支出": "收入"}
# What came of what was agreed: 协议金额12亿美元，实际投资4亿美元.
_REALLY = re.compile(r"实际(?:投资|金额|使用金额|到位资金|到位金额)$")
_AGREED = re.compile(r"(?:协议|合同)[^，。]{0,6}$")
_SIZE_ONLY = re.compile(r"[\d.]+[万亿]?(?:美元|元|亩|人|平方米|吨)?及?(?:以上|以下)的?")
_THRESHOLD = re.compile(r"[\d.百千]+[万亿]*(?:美元|元)?及?以上")
# `超2亿元的35个` after `收入超亿元的县市66个`: the same of another size.
_OVER = re.compile(r"[超过](?:[\d.]+|[十百千])?[万亿]*(?:美元|元|亩|人|吨)的?")
OVER_IN = re.compile(r"[超过](?:[\d.]+|[十百千])?[万亿]*(?:美元|元|亩|人|吨)")
"""A size that something passed, within its name."""
# One stands for the other at the end of a name: 科技进步一等奖2项、二等奖5项; 铁路新线20公里、复线7公里.
_ONE_OF = re.compile(r"(?:[特一二三]等奖|[金银铜]奖|[新复]线|[国省市]控(?:点位|断面))$")
# Firms and trades, which have the measure that was told of others: `甲集团收入过9亿元，乙集团过8亿元`.
_FIRMS = re.compile(r"(?:集团|公司|企业|产业|行业|园区|开发区|[一-鿿、]{2,}、[一-鿿、]{2,})$")
_PLACES = re.compile(
    r"(?:[又已还]?有)?((?![一-鿿、]*的)[一-鿿、]{1,16}?[一-鿿](?<![社小园])(?:[市县区镇乡旗州盟](?:（区）|（市）)?))"
)
_PARKS = re.compile("(?:高新|开发|经开|示范|保税|试验|实验|功能|集聚|产业)区$")
_OF_PLACE = re.compile(r"^[一-鿿]{1,4}?[市县区旗州盟](?=[一-鿿]{2})")


def containers(part: Fragment) -> tuple[str, ...] | None:
    """Name containers beside the goods of a port (`港口货物吞吐量9亿吨、集装箱300万标箱`)."""
    if part.subject != "集装箱" or not part.last.endswith(_CARGO):
        return None
    return (part.last.removesuffix(_CARGO) + part.subject + _CARGO.removeprefix("货物"),)


def level(part: Fragment) -> tuple[str, ...] | None:
    """Name the same of another level."""
    return (same,) if (same := of_level(part.subject, part.last)) else None


def whereas(part: Fragment) -> tuple[str, ...] | None:
    """Name the same measure of another place (`而邻市为9%`)."""
    other = _WHEREAS.match(part.group.clause)
    return (other[1] + part.last,) if other and part.group.measured and not measure_of(other[1]) else None


def freight(part: Fragment) -> tuple[str, ...] | None:
    """Name what else was carried (`发送旅客90万人次、货物8万吨`)."""
    carrying = _CARRYING.match(part.last)
    listed = part.group.clause.startswith("、") and len(part.subject) <= LONGEST_BARE
    return (carrying[0] + part.subject,) if carrying and listed else None


def limit(part: Fragment) -> tuple[str, ...] | None:
    """Name the other limit."""
    return (part.last.removesuffix("上限") + part.subject,) if part.subject in ("上限", "下限") else None


def other_side(part: Fragment) -> tuple[str, ...] | None:
    """Name the other side of an account told before: 进口 after 货物出口, 支出 after 财政收入."""
    side = _SIDES.get(part.subject, "")
    account = side and part.last.endswith(side) and (part.subject != "支出" or "财政" in part.last)
    return (part.last.removesuffix(side) + part.subject,) if account else None


def came_of_agreed(part: Fragment) -> tuple[str, ...] | None:
    """Name what came of what was agreed (`协议金额12亿美元，实际投资4亿美元`)."""
    agreed = _AGREED.search(part.last) if _REALLY.match(part.subject) else None
    return (part.last[: agreed.start()] + part.subject,) if agreed and agreed.start() > 1 else None


def sized(part: Fragment) -> tuple[str, ...] | None:
    """Name a part of another size (`50亿元以上3个`, `超2亿元的9个`) after `引进10亿元以上项目`."""
    subject, last = part.subject, part.last
    size = _SIZE_ONLY.fullmatch(subject) or _OVER.fullmatch(subject)
    told = _THRESHOLD.search(last) or OVER_IN.search(last)
    if size and told:
        return (last[: told.start()] + size[0].removesuffix("的") + last[told.end() :],)
    if size and not _OVER.fullmatch(subject):
        return (doing_verb(last) + subject + core(last),)
    if told and (over := _OVER.match(subject)) and last.endswith(subject[over.end() :]):
        return (last[: told.start()] + subject,)
    if told and _THRESHOLD.match(subject) and subject[-SHORTEST:] == last[-SHORTEST:]:
        return (doing_verb(last) + subject,)
    return None


def one_of(part: Fragment) -> tuple[str, ...] | None:
    """Name another prize, line or grade (`科技进步一等奖2项、二等奖5项`)."""
    one, other = _ONE_OF.fullmatch(part.subject), _ONE_OF.search(part.last)
    return (part.last[: other.start()] + part.subject,) if one and other and one[0][-1] == other[0][-1] else None


def reached_by_others(part: Fragment) -> tuple[str, ...] | None:
    """Name what another place or firm reached of the same measure (`甲县财政收入过10亿元，乙区突破百亿元`)."""
    told, group, subject = part.told, part.group, part.subject
    if group.predicate.motion != "reach" and group.predicate.bound != "ge":
        return None
    if group.figures[0].unit_class == "count" and _PARKS.search(subject):
        return None  # parks are counted, and no places that count something
    places = _PLACES.fullmatch(subject)
    if not places and group.figures[0].unit_class == "money" and _FIRMS.search(subject):
        measure = measure_of(part.last)
        same = bool(told.amounts) and told.amounts[-1][1] == part.unit
        alone = measure and not measure_of(subject) and not doing_verb(subject)
        return (subject + measure,) if same and alone else None
    if not places:
        return None
    measure = part.last
    if over := OVER_IN.search(measure):
        same_unit, measure = over[0].rstrip("以上的").endswith(part.unit), measure[: over.start()]
    else:
        same_unit = not told.amounts or told.amounts[-1][1] == part.unit
    measure = _OF_PLACE.sub("", core(measure))
    return tuple(place + measure for place in places[1].split("、")) if same_unit and measure else None
