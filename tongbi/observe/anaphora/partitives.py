"""Parts of a whole: `新增装机容量400万千瓦，其中水电90万千瓦`, `立案9件，其中办结的5件`."""

import re

from tongbi import vocabulary
from tongbi.observe.anaphora.substitution import OVER_IN
from tongbi.observe.anaphora.told import SHORTEST, Fragment, Told
from tongbi.observe.figures import Group
from tongbi.observe.nouns import core, doing_verb, measure_of, metric_stem
from tongbi.observe.phrases import ending

PART_OF_PLACE = re.compile(r"(?:中心|主|建成|老|新)?城区|市区|县城|城镇|农村|乡村|市本级|市直|本级|[一-鿿]{1,3}[县区]")
"""A part of the place, of which the same may be told."""
STAGE = re.compile(r"(?:开工|投产|竣工|建成|交付|完工|落地|开工建设)$")
"""How far things have come of which the amount before the last may tell."""
_SOME = r"(?:[困农住]户|人员|毕业生|学生|学员|农民工|劳动力|人口|群众|居民|职工|农民|军人|妇女|青年|老人|残疾人|儿童)"
_PEOPLE, _PEOPLE_IN = re.compile(rf"{_SOME}$"), re.compile(rf"[^，、]{{0,10}}?{_SOME}")
_IN_SEASON = re.compile("[春夏秋冬]季([一-鿿]{2})")


def part_of_whole(part: Fragment) -> tuple[str, ...] | None:
    """Name `其中水电90万千瓦` after `新增装机容量400万千瓦`: 新增水电装机容量; None where it has a full name."""
    told, group, subject = part.told, part.group, part.subject
    staged = _staged(group, subject, told.whole) if told.whole else ""
    goes_on = bool(told.whole) and bool(part.continued or staged or _IN_SEASON.fullmatch(subject))
    if not group.clause.startswith("其中") and not group.before.endswith("其中，") and not goes_on:
        told.whole = told.whole if subject in vocabulary.names().bare else ""
        return None
    if not goes_on:
        counted = told.counted_in(part.unit)
        staged = _staged(group, subject, counted)
        told.take_whole(counted if staged else part.last)
    name = staged or _described(part) or _of_kind(told, group, subject)
    return (name,) if name else None


def described(part: Fragment) -> tuple[str, ...] | None:
    """Name what is told of some of the things before (`立案9件，办结的5件、撤销的2件`)."""
    return (name,) if (name := _described(part)) else None


def _described(part: Fragment) -> str:
    if not part.group.clause.endswith("的") or part.group.figures[0].unit_class != "count" or part.group.measured:
        return ""
    thing = STAGE.sub("", core(part.told.counted_in(part.unit)).rpartition("的")[2])
    if over := OVER_IN.search(thing):
        thing = metric_stem(thing[: over.start()])
    told = len(part.subject) > 1 and not part.subject.endswith((thing, "其中"))
    return f"{part.subject}的{thing}" if told and len(thing) > 1 else ""


def _staged(group: Group, subject: str, whole: str) -> str:
    """Name how far some of the whole have come (`合作项目90个，其中签约项目40个`): 合作签约项目; "" of others."""
    head = subject[-2:]
    if not head or not whole.endswith(head) or head not in vocabulary.names().generic:
        return ""
    verb, kind = doing_verb(subject), core(whole)[:-2]
    counted = group.figures[0].unit_class == "count" and not group.measured
    # What begins like a deed (回迁房) would lose that where its measures are told.
    further = len(kind) > 1 and verb != doing_verb(whole) and not doing_verb(kind)
    return kind + subject if subject == verb + head and counted and further else ""


def _of_kind(told: Told, group: Group, subject: str) -> str:
    """Name a part by the verb and head of the whole, or ""."""
    whole, verb = told.whole, doing_verb(told.whole)
    if in_season := _IN_SEASON.fullmatch(subject):
        # `种植果树9万亩，其中秋季种植5万亩`.
        return subject + core(whole) if in_season[1] in vocabulary.names().doing else ""
    same_noun = subject[-SHORTEST:] == whole[-SHORTEST:] and not group.measured
    if same_noun and verb not in ("", "实施") and not doing_verb(subject):
        return verb + subject
    of_kind = group.figures[0].unit[-1:] in told.whole_units or group.measured
    if of_kind and PART_OF_PLACE.fullmatch(subject) and (not group.measured or whole.endswith("率")):
        # `改造危房90户，其中城区40户`, `处理率90%（其中市区95%）`: the same in a part of the place.
        return subject + whole
    if of_kind and not group.measured and _PEOPLE.search(subject) and not doing_verb(subject):
        # `新增就业9000人，其中毕业生3000人`: what is done is the same, for some of them.
        noun = core(whole)
        done = noun[people.end() :] if (people := _PEOPLE_IN.match(noun)) else noun
        return verb + subject + done if verb or done else ""
    if of_kind and subject.endswith("类") and not group.measured:
        # `重点项目90个，其中工业类30个`.
        return subject + core(whole)
    if len(subject) > SHORTEST + 1 or measure_of(subject) not in ("", subject) or subject.endswith("率"):
        return ""
    if subject.endswith(("占比", "比重")):
        return core(whole) + subject
    head = ending(whole, vocabulary.names().heads) if of_kind else ""
    return verb + subject + head if head and not subject.endswith((head[-1], head[:2])) else ""
