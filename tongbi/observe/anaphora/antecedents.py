"""Names completed by the clause before, where the statement has named nothing yet: `推进旧区改造，新开工90套`."""

import re

from tongbi import vocabulary
from tongbi.observe.coordination import parts_of
from tongbi.observe.figures import Group
from tongbi.observe.nouns import measure_of, metric_stem, object_of, strip_front, topic_of
from tongbi.observe.phrases import beginning
from tongbi.observe.predicates import PER
from tongbi.observe.spending import DEED

LAST_CLAUSE = re.compile(r"(?:^|[，。；：\d])([^，。；：\d]{4,40})，$")
"""The clause right before."""
LISTED_OWNER = re.compile(r"[一-鿿]{2}(?:[区园市县镇业]|集团|公司|景区)$")
"""Who may have a measure that is told of a list."""
_AND = re.compile("[、和及与]")
_GRANTED = ("力度", "补贴", "补助", "奖励")
_AS_WORK = re.compile(r"(?:任务|工作|力度|步伐)$")
# `甲业、乙业、丙业三大主导产业，`
_LISTED = re.compile(
    r"(?:^|[，。；])([^，。；\d]{4,60}?)等?(?:[\d一二三四五六七八九十两]+[大个])?[^，。；、\d大个]{0,6}(?:产业|行业|集群|园区|企业)，$"
)
_MADE_STRONG = re.compile(r"^(?:做[优强大精]|做大做强|重点)+")
# Measures of what the clause before furthers, where nothing was named yet.
_OF_OBJECT = frozenset({"规模", "总规模", "覆盖率", "覆盖面"})


def of_clause(group: Group, subject: str) -> tuple[str, ...]:
    """Complete a subject by the clause before; () where it stands alone."""
    if subject in PER and (granting := granted(group)):
        return (granting,)
    names = vocabulary.names()
    of_topic = subject in names.bare or beginning(subject, names.of_topic) or beginning(subject, names.of_all)
    topic = topic_of(group.before) if of_topic else ""
    if not topic and subject in _OF_OBJECT and (clause := LAST_CLAUSE.search(group.before)):
        topic = _furthered(clause[1])
    if group.predicate.shared and (listed := _owners_listed(group, subject)):
        return tuple(owner + subject for owner in listed)
    if not topic and subject in names.doing and (deeds := _deeds_before(group)):
        return tuple(deed + subject for deed in deeds)
    if subject in names.yields:
        topic = topic.removesuffix("生产")
    if subject == "参保人数":
        topic = metric_stem(topic)
    owners = parts_of(topic, len(group.figures), shared=group.predicate.shared, measured=False) if topic else ()
    return tuple(owner + subject for owner in owners)


def trades_listed(group: Group, subject: str) -> tuple[str, ...]:
    """Share a measure of trades out over those that the clause before lists (`做强甲业、乙业两大产业，`), or ()."""
    of_trades = group.predicate.shared and subject in vocabulary.owners().trade.measures
    listed = _LISTED.search(group.before) if of_trades and len(group.figures) > 1 else None
    if not listed:
        return ()
    for joint in ("、", "[、和]"):
        first, *more = re.split(joint, listed[1])
        trades = [_MADE_STRONG.sub("", object_of(first) or first), *more]
        if len(trades) == len(group.figures) and all(len(trade) > 1 for trade in trades):
            return tuple(trade + subject for trade in trades)
    return ()


def granted(group: Group) -> str:
    """Name so much for each by what the clause before grants (`加大补贴力度，人均280元`), or ""."""
    clause = LAST_CLAUSE.search(group.before)
    granting = object_of(clause[1]) if clause and group.figures[0].unit_class == "money" else ""
    return granting.removesuffix("力度") + group.predicate.subject if granting.endswith(_GRANTED) else ""


def _owners_listed(group: Group, subject: str) -> list[str]:
    """Give those whom the clause before lists, one for each figure (`甲区、乙区加快发展，税收分别…`), or []."""
    if len(group.figures) == 1 or not measure_of(subject) or _AND.search(subject):
        return []
    owners = _AND.split(topic_of(group.before))
    return owners if len(owners) == len(group.figures) and all(map(LISTED_OWNER.search, owners)) else []


def _furthered(clause: str) -> str:
    """Give what a clause that begins with a verb does something to (`壮大经纪人队伍`), or ""."""
    verb = beginning(strip_front(clause), vocabulary.names().verbs)
    return object_of(clause) if verb else ""


def _deeds_before(group: Group) -> list[str]:
    """Give the deeds that the clause before a verb alone tells of (`推进旧区改造，新开工90套`), one for each figure."""
    clause = LAST_CLAUSE.search(group.before)
    if not clause or group.figures[0].unit_class not in ("count", "size"):
        return []
    told = _AS_WORK.sub("", object_of(clause[1]))
    deeds = re.split("[、和]", told) if len(group.figures) > 1 else [told]
    return deeds if len(deeds) == len(group.figures) and all(map(DEED.search, deeds)) else []
