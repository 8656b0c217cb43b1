"""What of the text behind a number belongs to it, and what to the next one."""

import re

from tongbi import vocabulary
from tongbi.observe.figures import Group
from tongbi.observe.nouns import BOUNDARY, core, measure_of, noun_at, only_level, strip_light
from tongbi.observe.phrases import ending
from tongbi.observe.predicates import cut_predicate

JOINED = ("、", "和", "及", "与")
"""What joins the members of a list."""
_ALREADY = re.compile(
    r"(?<=[一-鿿]{2})(?:目前|现)?已经?(?:全部)?(?:完成|完工|建成|开工|竣工|办结|落实|整改|投产|投用){1,2}$"
)
# What is done to whom, or how far all came: the next figure only counts those.
_TOWARDS = re.compile(r"(?:(?<![成作认分面针应])[对为向]|实现)$")
WORK = re.compile(r"(?:工程|建设|改造|治理|整治|修复|硬化|绿化|亮化|提升|加固)(?:工程|项目|任务)?$")
"""What is done to things, told as a noun."""
SHORT = 4
"""A noun of fewer characters, or no more, needs what stands around it."""
# 省、市重点项目 and 国家和地区 are one noun each.
_NO_JOINT = re.compile(r"(?:(?:[国省市][考控]|[省市县区]|国家|省级|市级)[、和]|[^、和]{0,6}国有及)$")
_BRINGING = re.compile(r"(?:(?:共|累计|全年)?(?:实现|完成)(?:加工|工业|销售|总)?|共|累计)$")


def tail_of(group: Group, subject: str) -> str:
    """Give what stands behind a group; in a list of numbers before one noun (`8户、9万平方米旧房`) that of the last."""
    goes_on = group.tail[1:]
    more = group.tail[:1] == "、" and (
        not goes_on or only_level(goes_on) or (bool(subject) and goes_on in vocabulary.names().doing)
    )
    listed = more and group.after and group.figures[0].unit_class in ("count", "size")
    bare = not subject or subject in vocabulary.names().doing or only_level(core(strip_light(subject)))
    if listed and bare and not BOUNDARY.match(group.after):
        return group.after
    return group.tail


def verb_before(group: Group, subject: str) -> str:
    """Give the verb of doing right before a number, also one that was read as its motion, or ""."""
    doing = vocabulary.names().doing
    moved = ending(subject + group.predicate.motion_word, doing) if group.moved else ""
    verb = moved or ending(subject, doing)
    # Both of `培养引进9名教师`, `改造和新建9所医院`.
    first = subject[: -len(verb)].rstrip("和及与、") if verb else ""
    return subject if first in doing and first not in vocabulary.names().dropped_before_noun else verb


def before_next(tail: str) -> str:
    """Cut from `tail`, behind which the next figure stands, what is that one's: its lead in a list, or its measure."""
    if already := _ALREADY.search(tail):
        # `30项任务已完成12项`: how far it has come is of the next.
        return tail[: already.start()]
    joint = max(tail.rfind(mark) for mark in JOINED)
    if joint > 0 and not _NO_JOINT.match(tail[: joint + 1]):
        return tail[: joint + 1]
    left = cut_predicate(tail).subject
    measure = measure_of(left)
    if measure and len(left) - len(measure) >= 2:
        return _BRINGING.sub("", left[: -len(measure)])
    return left if len(left) >= SHORT - 1 else tail


def with_next(group: Group, tail: str, noun: str) -> str:
    """Give a noun what it goes on with behind the next figure: `5条支线20公里改造`, `8家企业对14个村开展帮扶`."""
    if not group.after or tail != group.tail or BOUNDARY.search(tail) or BOUNDARY.match(group.after):
        return noun
    following = noun_at(group.after)[0]
    if _TOWARDS.search(tail):
        return noun.removesuffix("实现") + following
    told = noun != tail or ending(tail, vocabulary.names().doing) or cut_predicate(tail).subject != tail
    return noun + following if not told and WORK.search(following) else noun
