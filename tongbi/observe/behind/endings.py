"""What the end of a clause tells of all that it lists: `3条公路和4座桥梁建成通车`."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.observe.behind.tails import JOINED
from tongbi.observe.figures import Group
from tongbi.observe.nouns import BOUNDARY

_PROJECT = re.compile("项目|工程|[一二三四]期|技改|生产线|机组|装置")
_HONOURED = re.compile(r"(?:荣获|获得?|获评|被评为|被授予|进行了?|开展了?|实行了?)[^，。；、]{2,24}$")
_TO_ALL = re.compile(r"(?:完成了?|实施了?|推进|抓好|加快)(?:全[市县区省]|辖内|辖区)?$")


@cache
def ended_by() -> re.Pattern[str]:
    """Give the pattern of what a list of things came to, at the end of a clause."""
    verbs = "|".join(vocabulary.names().ended)
    return re.compile(rf"(?:全部|全面|如期|顺利|成功|实现|均|都|已)*((?:{verbs})[^，。；、]{{0,16}})$")


@cache
def acted_on() -> re.Pattern[str]:
    """Give the pattern of what was done to all of a list, at the end of a clause."""
    action = "|".join(vocabulary.names().action)
    return re.compile(rf"((?:标准化|规范化|信息化)?(?:(?:{action})[和、])?(?:{action}))(?:任务|工作|工程)?$")


def completed_thing(group: Group) -> bool:
    """Whether a size stands before the one thing that was built to it (`镇上400平方米仓库投入使用`)."""
    first = group.figures[0]
    sized = group.at_start and first.unit_class == "size"
    if first.unit.endswith(("吨", "瓦")) and _PROJECT.search(BOUNDARY.split(group.tail)[0]):
        # `某厂90万吨提质项目完工`: one thing called by its size.
        return False
    return sized and bool(ended_by().search(BOUNDARY.split(group.tail)[0]))


def with_shared_end(group: Group, noun: str, last: tuple[str, ...]) -> str:
    """Give a noun in a list what is told of the whole list at its end: `3条公路和4座桥梁建成通车`."""
    if not group.after or not group.tail.endswith((*JOINED, noun[-1:])):
        return noun
    listed = BOUNDARY.split(group.after)[0]
    if (ended := ended_by().search(listed)) and not ended_by().search(noun):
        return noun + ended[1]
    if group.tail.endswith("、") and not group.predicate.subject and (honour := _HONOURED.search(listed)):
        return noun + honour[0]
    acted = acted_on().search(listed) if _TO_ALL.search(group.clause) or group.clause in JOINED else None
    if acted and group.clause in JOINED and not (last and last[-1].endswith(acted[1])):
        return noun
    return noun + acted[1] if acted and not acted_on().search(noun) else noun
