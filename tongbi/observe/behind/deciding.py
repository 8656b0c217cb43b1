"""Whether the noun stands behind the number, and which of the ways to read it there applies."""

import re

from tongbi import vocabulary
from tongbi.observe.behind.counted import counted_noun
from tongbi.observe.behind.described import acts_on_noun, example_of_works, thing_described
from tongbi.observe.behind.endings import completed_thing, ended_by
from tongbi.observe.behind.money import paid_for, spent_on
from tongbi.observe.behind.parts import of_part
from tongbi.observe.behind.shares import share_of
from tongbi.observe.behind.tails import JOINED, tail_of, verb_before
from tongbi.observe.figures import Group
from tongbi.observe.naming import Named
from tongbi.observe.nouns import BOUNDARY, doing_verb, noun_at, strip_light, topic_of
from tongbi.observe.phrases import ending

_COUNTS = ("count", "heading", "bare")
_MOVES_ON = re.compile(r"(?:[上提下降增减扩缩升发精整合压调优撤裁跃攀拓延][^，。；]{0,4}[到至为])")
_PLACE_WORD = re.compile("位次|名次")
_LENGTHS = frozenset({"全长", "总长"})
_PLACES = ("县市", "县区", "县", "市", "区", "乡", "镇", "村")
_BECAME = re.compile(r"(?:全部|稳定|如期|顺利|实现)*(脱贫|出列)")
_CAME_TO = re.compile(r"(?:均|已|全部|基本|实现)*(通车|竣工|完工|建成|投产|投入使用|投用)(?=[，。；]|$)")
_LIST_BEFORE = re.compile(r"(?:[、和与]|(?<![惠涉普波提])及)$")
# Who set a task: `完成省下达9万亩水稻种植任务`.
_SET_BY = re.compile(r"(?:国家|中央|上级|省|市|州)级?(?:政府|委|里)?(?:下达|下|交办|安排)?的?")
_ENDS_SET_BY = frozenset("家央级省市州府委里达下办排的")
# Things called by their size, of which others follow: `甲厂3万辆轿车、乙厂5万吨钢管等一批项目`.
_MANY = frozenset("万亿台套辆")
_AFTER_MONEY = re.compile(r"\d[余多]?[万亿]*元(?:以上)?，(?:使|有|让)?$")


def noun_behind(group: Group, subject: str, last: tuple[str, ...], verb_of_list: str, topic: str) -> Named | None:
    """Name a group by the noun behind it; None where the noun stands before it.

    `subject` is what stands before the number, `last` the names given before, `verb_of_list` the verb
    that a list goes on with, `topic` what the clause before the list told of (`参加改制的企业中，…`).
    """
    first = group.figures[0]
    if _LIST_BEFORE.search(subject) or (group.clause.startswith("的") and group.clause.endswith(JOINED)):
        # `河道拓展和3700米护墙建设`: what stands before is another member of the list, with its verb.
        verb_of_list, subject = verb_of_list or doing_verb(subject), ""
    if first.unit_class == "size" and subject[-1:] in _ENDS_SET_BY and _SET_BY.fullmatch(strip_light(subject)):
        subject = ""
    tail = tail_of(group, subject)
    if first.kind == "amount" and group.tail.startswith("、") and (described := thing_described(group, subject, last)):
        return described
    if first.unit_class == "count" and first.unit[0] in _MANY and example_of_works(group, subject):
        return Named(())
    if first.kind != "amount" or not tail or BOUNDARY.match(tail) or tail[0] in "、（）":
        return None
    if group.predicate.before and _MOVES_ON.match(tail):
        # `比重从12%上升到19%`: what it moved to is no noun.
        return None
    if vocabulary.names().step.match(tail) or (group.moved and first.unit_class in ("share", "points", "times")):
        return None
    if described := thing_described(group, subject, last):
        return described
    if last and "位次" not in last[-1] and first.unit_class == "count" and (place := _PLACE_WORD.match(tail)):
        # `列全省第6位，前移3个位次`: of what was ranked.
        return Named((last[-1].removesuffix(place[0]) + place[0],), len(place[0]))
    if first.unit_class == "size" and (long := ending(subject, _LENGTHS)) and not vocabulary.names().told.match(tail):
        return Named((noun_at(tail)[0] + long,))
    if subject in vocabulary.names().spending and first.unit_class == "money":
        return spent_on(group, subject)
    if first.unit_class in ("share", "tenths"):
        return share_of(group, subject, tail, last, verb_of_list)
    if subject == "给予":
        tail = tail.removeprefix("以")
    told = vocabulary.names().told.match(tail)
    if told and subject and first.unit in _PLACES and group.at_start:
        # `北部7县市纳入规划`: where they lie is part of what is counted.
        return Named((subject + first.unit + noun_at(tail)[0],))
    counted = first.unit_class in _COUNTS
    if told and not (counted and acts_on_noun(subject, tail)):
        return _told_behind(group, subject, tail, last, topic)
    return _counted(group, subject, tail, last, verb_of_list)


def _told_behind(group: Group, subject: str, tail: str, last: tuple[str, ...], topic: str) -> Named | None:
    """Name a group behind which stands what is told of it, and no noun; None where the noun stands before it."""
    first = group.figures[0]
    counted = first.unit_class in _COUNTS
    if purpose := paid_for(group, subject, tail):
        return Named((purpose,))
    if counted and subject and (became := _BECAME.match(tail)):
        # `贫困户9户稳定脱贫`: what became of them is what is told.
        return Named((strip_light(subject) + became[1],))
    if counted and not subject and last and group.clause.startswith("其中") and (became := _CAME_TO.match(tail)):
        # `9条道路开工，其中4条实现通车`.
        return Named((ended_by().sub("", last[-1]) + became[1],))
    if counted and subject.endswith("帮助") and first.unit[-1] in "人户家名":
        # `帮助9万人实现创业`: they are helped to it.
        return Named((subject + BOUNDARY.split(tail)[0].partition("并")[0],))
    if not counted or subject:
        return None
    if last and first.unit[-1] in "人户名" and _AFTER_MONEY.search(group.sentence_before):
        # `投入9亿元，8万人解决温饱`: the people are not what the money was.
        return Named((noun_at(tail)[0],))
    if last and group.clause in ("其中", "其中有", "其中已有") and (part := of_part(group, tail, last[-1])):
        return Named((part,))
    if last and not group.at_start and group.before.endswith("，") and vocabulary.names().awarded.match(tail):
        # `，3人获全国冠军`: the honour is what is counted, not what was counted before.
        return Named((noun_at(tail)[0],))
    if tail.startswith("受益") and first.unit[-1] in "人户":
        return Named(("受益" + first.unit[-1],))
    topic = topic if last else topic_of(group.before)
    return Named((topic + noun_at(tail)[0],), topic=topic) if topic else None


def _counted(group: Group, subject: str, tail: str, last: tuple[str, ...], verb_of_list: str) -> Named | None:
    """Name a count or size by the noun behind it where a verb or nothing stands before it; None where a name does."""
    first, verb = group.figures[0], verb_before(group, subject)
    if tail[0] == "的" and subject and not subject.endswith("等"):
        measure, noun = ending(subject, vocabulary.names().bare), noun_at(tail)[0]
        if measure and noun:
            return Named((noun + measure,))
        if not verb and (noun and doing_verb(subject)):
            # `争取到国家9亿元的资金支持`.
            return Named((subject + noun,))
        if not verb:
            return None
    if (
        subject
        and not verb
        and not subject.endswith("等")
        and first.unit_class not in _COUNTS
        and not completed_thing(group)
    ):
        # `某厂后续15万吨电解铝`: a size that describes what follows, of a name that goes on.
        return Named(()) if first.unit_class == "size" and not ending(subject, vocabulary.names().bare) else None
    return counted_noun(group, subject, tail, verb, verb_of_list, last)
