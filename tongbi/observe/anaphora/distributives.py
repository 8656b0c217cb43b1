"""What is said of each of several names told before: 均, 分别, 两者, and shares of a goal behind a list."""

import re

from tongbi import vocabulary
from tongbi.observe.anaphora.antecedents import LISTED_OWNER
from tongbi.observe.anaphora.told import Fragment, Told
from tongbi.observe.figures import Group
from tongbi.observe.nouns import measure_of
from tongbi.observe.phrases import beginning

_BOTH = ("城镇居民", "农村居民")
_RATIOS = ("倍差", "收入比", "比值")
_CONTRIBUTION = re.compile("贡献(?:率|份额)?$")


def owners(told: Told, group: Group) -> list[str]:
    """Give the names that a measure said of all (均, 分别) is of: the list or the last two amounts."""
    if len(group.figures) == len(told.last) > 1:
        return list(told.last)
    if not group.predicate.shared:
        return list(told.last[-1:])
    if len(told.run) > 1:
        return told.run
    return [name for name, _ in told.amounts] if len(told.amounts) > 1 else list(told.last[-1:])


def ratio_of_both(part: Fragment) -> tuple[str, ...] | None:
    """Name the ratio of town and country after the income of each."""
    both = len(part.told.last) == len(_BOTH) and part.last.startswith(_BOTH[1])
    return ("城乡居民收入" + part.subject,) if part.subject in _RATIOS and both else None


def both(part: Fragment) -> tuple[str, ...] | None:
    """Name what 两者 stands for."""
    amounts = part.told.amounts
    each = part.subject in ("两者", "二者") and len(amounts) == len(part.group.figures)
    return tuple(name for name, _ in amounts) if each else None


def for_town_and_country(part: Fragment) -> tuple[str, ...] | None:
    """Share a measure out over town and country (`城乡居民消费分别…，人均住房分别由20和46…`): of both again."""
    told, group = part.told, part.group
    if not (part.subject.startswith("人均") and len(group.figures) == len(told.last) == len(_BOTH)):
        return None
    first, second = told.last
    again = group.predicate.shared and first.startswith(_BOTH[0]) and second.startswith(_BOTH[1])
    return tuple(whose + part.subject for whose in _BOTH) if again else None


def shares_of_amounts(part: Fragment) -> tuple[str, ...] | None:
    """Name the share that each of the last amounts has of something (`分别占…`)."""
    amounts = part.told.amounts
    each = part.subject.startswith("占") and part.group.predicate.shared and len(part.group.figures) == len(amounts)
    return tuple(name + part.subject for name, _ in amounts) if each else None


def contribution(part: Fragment) -> tuple[str, ...] | None:
    """Name what those told before contributed (`对增长的贡献率`)."""
    if not part.subject.startswith("对") or not _CONTRIBUTION.search(part.subject):
        return None
    return tuple(owner.partition("占")[0] + part.subject for owner in owners(part.told, part.group))


def of_all(part: Fragment) -> tuple[str, ...] | None:
    """Name shares of a whole or a goal by what they are told of (`完成任务的`, `占`)."""
    names, amounts = vocabulary.names(), part.told.amounts
    if not beginning(part.subject, names.of_all):
        return None
    if len(part.group.figures) == len(amounts) > 1 and beginning(part.subject, names.of_goal):
        return tuple(name + part.subject for name, _ in amounts)
    return tuple(owner + part.subject for owner in owners(part.told, part.group))


def of_listed_owners(part: Fragment) -> tuple[str, ...] | None:
    """Share another measure out over the same (`甲区、乙区工业增加值分别增长9%和8%，税收分别增长7%和6%`)."""
    last, subject = part.told.last, part.subject
    each = part.group.predicate.shared and len(part.group.figures) == len(last) > 1
    if not each or measure_of(subject) != subject:
        return None
    same = [name.removesuffix(measure_of(name)) for name in last]
    return tuple(owner + subject for owner in same) if all(map(LISTED_OWNER.search, same)) else None
