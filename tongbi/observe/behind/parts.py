"""Some of what was counted before, by what became of them: `企业90家，其中35家通过认证`."""

import re

from tongbi.observe.behind.endings import ended_by
from tongbi.observe.figures import Group
from tongbi.observe.nouns import BOUNDARY, core

# What is told of some of them and is no deed or state of theirs.
_NO_PART = re.compile(r"[占比较与和及、]|同比|环比|增长|下降|分别|均|都")
_TOLD_OF = re.compile(r"(?<=[一-鿿]{2})(?:达到|填补|通过|列入|纳入|入选|获).*$")
_LONGEST_PART = 20


def of_part(group: Group, tail: str, whole: str) -> str:
    """Name some of what was counted by what became of them (`企业90家，其中35家通过认证`), or ""."""
    became = BOUNDARY.split(tail)[0]
    open_end = bool(group.after) and not BOUNDARY.search(tail)
    if open_end or len(became) > _LONGEST_PART or _NO_PART.match(became):
        return ""
    return thing_of(whole) + became


def thing_of(whole: str) -> str:
    """Give what was counted, without what was done to it or told of it."""
    return _TOLD_OF.sub("", ended_by().sub("", core(whole)))
