"""Places told alone, which have a part of what was told of the whole: `增长4.9%（甲县增长10%）`, `其中甲市38个`."""

import re
from collections.abc import Sequence

from tongbi.observe.figures import Group
from tongbi.observe.nouns import core, doing_verb

_ALONE = re.compile(
    r"(?!.*(?:[园小社街战景]区|^[山林矿库灾牧农老]区|开发区|高新区|经开区|新区|示范|试点|先行|试验|功能|合作|集聚|保[税护]区|贫困|保障|文明|[强大百上城]市|强县|大县|[千百万亿]|我[市县区]|全[市县区]|各|本[市县区]|个))"
    r"(?:其中)?(?P<place>[一-鿿]{1,5}[市县区旗州盟]|[一-鿿]{2,4}地区|[州市县地区]直|[市县区州]本级)(?:[预均分别计]*)"
)
_OF_PLACE = re.compile(
    r"^(?!地区|市区|县区|区县)(?:在各)?(?:[一-鿿]{1,5}?[市县区旗州盟]|[一-鿿]{2,4}?地区|[州市县地]直)(?=[一-鿿]{2})"
)
ENDS_PLACE = frozenset("市县区旗州盟直级预均别计")
"""What the name of a place alone may end with."""
ENDS_SIDE = frozenset("镇市区村均")
_MEASURE = re.compile(r"(?:[值额量率]|收入|支出|投资|总产|贷款|存款|余额|用电|面积|指数|消费|价格)$")
_SHORT = 2
_SIDES = "城镇|城市|城区|农村|乡村"
_SIDE = re.compile(rf"(?:{_SIDES}|城乡)")
_SIDE_ALONE = re.compile(rf"({_SIDES})(?:[年月]?人均)?")
_SIDE_AT_END = re.compile(
    rf"的?(?:城乡)?(?P<of>(?!的)[^，。；、\d]{{2,20}}(?:水平|标准|收入|支出|消费))(?:分别|达到|达)*(?P<side>{_SIDES})"
)
_HAS_SIDES = re.compile(r"(?:水平|标准|收入|支出|消费|低保金|养老金)$")
# `提高城乡低保补差水平，城镇提高到190元`: what the clause before raises.
_RAISED = re.compile(
    r"(?:进一步|继续|适当|逐步|大幅)*(?:提高|上调|调整|落实|增加|完善)?了?(?:城乡)?"
    r"(?P<of>[^的，、\d]{2,12}?(?:水平|标准|收入|支出|消费|低保金|养老金))(?!从|由|达)"
)
_CLAUSE = re.compile("[，。；：]")
_IN_BRACKET = re.compile(r"（[^（）]{0,160}$")


def of_place(subject: str, group: Group, last: Sequence[str], amounts: Sequence[tuple[str, str]], place: str) -> str:
    """Name what a place alone has of the measure told before, or "".

    `last` are the names given last, `amounts` the last amounts with their units, `place` the one told before, if any.
    """
    found = _ALONE.fullmatch(subject)
    if not found or not last or doing_verb(subject):
        return ""
    of_part = bool(place) or group.clause.startswith("其中") or bool(_IN_BRACKET.search(group.sentence_before))
    if group.moved or group.figures[0].unit_class in ("share", "points"):
        whole = last[-1] if group.moved and _MEASURE.search(last[-1]) else ""
    else:
        unit = group.figures[0].unit[-1:]
        whole = next((name for name, said in reversed(amounts) if said == unit), "") if of_part else ""
    whole = whole.removeprefix(place) if place else whole
    if group.figures[0].unit_class == "count":
        head = whole[whole.rfind("的") + 1 :]
        whole = core(head if len(head) > _SHORT else whole)
    whole = _OF_PLACE.sub("", whole)
    return found["place"] + whole if len(whole) > 1 and found["place"] not in whole else ""


def of_side(subject: str, group: Group, last: Sequence[str]) -> tuple[str, ...]:
    """Name what town or country alone has of a measure told before (`低保标准城市610元、农村420元`), or ()."""
    if at_end := _SIDE_AT_END.fullmatch(subject):
        return (at_end["side"] + at_end["of"],)
    alone = _SIDE_ALONE.fullmatch(subject)
    if not alone or not (group.moved or group.figures[0].unit_class == "money"):
        return ()
    others = [name for name in last if _SIDE.search(name) and _HAS_SIDES.search(name)]
    if others:
        if len(others) != len(group.figures):
            others = others[-1:]
        return tuple(_SIDE.sub(alone[1], name, count=1) for name in others)
    clause = _CLAUSE.split(group.before.rstrip("，"))[-1]
    told = _RAISED.match(clause)
    return (alone[1] + told["of"],) if told else ()


def place_of(name: str) -> str:
    """Give the place that a name begins with, or ""."""
    found = _OF_PLACE.match(name)
    return found[0] if found else ""


def with_measure(names: tuple[str, ...]) -> tuple[str, ...]:
    """Share the measure behind the last of a list of places (`甲旗、乙旗和丙区经济`) out over them all."""
    *places, last = names
    places = [name.removesuffix("增速") for name in places]
    own = place_of(last)
    if not places or not own or last[len(own) :] in ("", "增速") or not all(map(_ALONE.fullmatch, places)):
        return names
    return (*(place + last[len(own) :] for place in places), last)
