"""Money by what it was spent on, whose it is and what for: `投资2亿元改造管网`."""

import re

from tongbi import vocabulary
from tongbi.observe.behind.endings import ended_by
from tongbi.observe.behind.tails import SHORT
from tongbi.observe.figures import Group
from tongbi.observe.naming import Named
from tongbi.observe.nouns import BOUNDARY, noun_at
from tongbi.observe.phrases import ending
from tongbi.observe.spending import as_money

# What the next of a list of things cost: `投资2亿元的桥、投资3亿元的路`.
NEXT_SPENT = re.compile(r"、(?:计划|总|计划总|年度)?投资$")
_DUE = re.compile(r"(?<=[一-鿿]{2})(?:已经?|要|将|共|计划|拟|累计)(?=[一-鿿]{2}$)")
_PAID_FOR = re.compile(r"(?:主要|重点|专项|全部)?(?:支持|用于)[^，。；]{3,32}$")
_PUT_TO = re.compile(r"^(?:(?:专项)?资金(?=用于|支持)|用于|对|实施|完成了?|开展|推进|的)+")


def spent_on(group: Group, verb: str) -> Named | None:
    """Name an amount of money by what it was spent on: `投资2亿元改造管网` is 改造管网投资."""
    noun = BOUNDARY.split(group.tail)[0]
    goes_on = bool(group.after) and not BOUNDARY.search(group.tail) and not NEXT_SPENT.search(group.tail)
    if goes_on and group.after.startswith("的"):
        noun = noun_at(group.after)[0]
    elif goes_on and len(noun) <= SHORT:
        noun += noun_at(group.after)[0]
    elif goes_on and noun.endswith("等"):
        noun = ended_by().sub("", noun + noun_at(group.after)[0])
    noun = NEXT_SPENT.sub("", _PUT_TO.sub("", noun).rstrip("、"))
    if not noun.endswith(("资金", "经费")):
        verb = as_money(verb)
    return Named((noun + verb,)) if len(noun) >= SHORT else None


def paid_for(group: Group, subject: str, tail: str) -> str:
    """Name money by whose it is and what for: `市财政投入9亿元支持渔业教育`, or ""."""
    paying = vocabulary.names().paying
    if group.figures[0].unit_class != "money" or not ending(subject, paying) or subject in paying:
        return ""
    purpose = _PAID_FOR.match(BOUNDARY.split(tail)[0])
    subject = _DUE.sub("", subject)
    return subject + purpose[0] if purpose and (not group.after or BOUNDARY.search(tail)) else ""
