"""Shares by what they are a share of: `93%的新增用能投向…`."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.observe.behind.counted import counted_noun
from tongbi.observe.behind.tails import JOINED, verb_before
from tongbi.observe.figures import Group
from tongbi.observe.listing import told_of_all
from tongbi.observe.naming import Named
from tongbi.observe.nouns import BOUNDARY, doing_verb, noun_at, only_level, topic_of

_AIM = re.compile(r"的?[^，。；]{0,12}增长(?:预期|的)?目标")
_PASSING = ("超过", "达到", "低于", "高于", "突破")
_SCRAPS = frozenset("在由从是为均都已")
"""What a share told of nothing before begins with."""
_PART_OF_ALL = re.compile("(占全[国省市县区])$")


def share_of(group: Group, subject: str, tail: str, last: tuple[str, ...], verb_of_list: str) -> Named | None:
    """Name a share by what it is a share of (`93%的新增用能投向…`), or by the use that the rest of it is put to."""
    used = vocabulary.names().used.match(tail)
    if (aim := _AIM.match(tail)) and subject.endswith(("提出", "确定", "实现", "完成", "设定")):
        return Named((aim[0].removeprefix("的"),), len(aim[0]))
    if tail[0] == "的" and (whole := _PART_OF_ALL.search(subject or _last_listed(group, last))):
        # `创造出占全省14%的产值、25%的税收`: what is all of the whole stands behind each.
        noun = noun_at(tail)[0]
        return Named((noun + whole[1],), len(noun) + 1)
    if subject and tail[0] == "的" and doing_verb(subject) not in ("", subject) and not verb_before(group, subject):
        # `承办运动会35%的项目`.
        return Named((subject + noun_at(tail)[0],))
    if subject and not only_level(subject):
        return (
            Named((subject + used[0],))
            if used and not verb_before(group, subject)
            else _counted_share(group, subject, tail)
        )
    noun, consumed = noun_at(tail)
    if not noun:
        return None
    if tail.startswith("的") and group.after and not BOUNDARY.search(tail) and not _used_at_end().search(noun):
        shared = _used_at_end().search(BOUNDARY.split(group.after)[0])
        noun += shared[0] if shared else ""
    told = vocabulary.names().told.match(tail)
    if group.after and noun.endswith(_PASSING):
        # `70%的农户收入超过9000元`: whose the share is only the next number tells.
        return Named(())
    whose = last[-1] if last else topic_of(group.before) if told else ""
    if told and not whose and tail[0] in _SCRAPS:
        return Named(())
    done = verb_of_list if tail[0] == "的" and not subject else ""
    if not told and not done and not subject:
        noun += told_of_all(group, tail, noun)
    return Named(((whose if told else "") + done + subject + noun,), consumed)


def _last_listed(group: Group, last: tuple[str, ...]) -> str:
    """Give what was named last in the list that a group goes on in, or ""."""
    return last[-1] if last and group.clause in JOINED else ""


def _counted_share(group: Group, subject: str, tail: str) -> Named | None:
    verb = verb_before(group, subject)
    told = vocabulary.names().told.match(tail)
    of_all = tail[0] == "的" and subject != verb
    return counted_noun(group, subject, tail, verb, "") if verb and not told and not of_all else None


@cache
def _used_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{vocabulary.names().used.alternation})$")
