"""A noun or a whole name left out: `开工住房90套、筹集30套`, `上市企业新增3家、累计达21家`, a number alone."""

import re

from tongbi import vocabulary
from tongbi.observe.anaphora.antecedents import LAST_CLAUSE
from tongbi.observe.anaphora.partitives import STAGE
from tongbi.observe.anaphora.told import Fragment, Told
from tongbi.observe.coordination import parts_of
from tongbi.observe.figures import Group
from tongbi.observe.naming import Named
from tongbi.observe.nouns import core, doing_verb, measure_of, strip_front, topic_of
from tongbi.observe.phrases import ending

# Who did it, in front of the deed: 市本级受理案件.
_LEVEL = re.compile("[省市县区州]本级|[省市县区州]直")
# What stands, of which some is new: `新增灌溉面积9万亩，累计达到90万亩`.
_STOCK = re.compile(r"(?:面积|里程|装机|容量|能力|规模|用户|床位|库容|泊位|企业|平台|机构|基地|商标|品牌|产品)$")
# `企业的增长速度保持在9%，三年翻一番`: what doubles is no speed.
_GROWTH_NOUN = re.compile(r"(?<=[一-鿿]{2})的?(?:年均|平均)?(?:增长速度|发展速度|增速|增幅)$")
# `甲收入增幅高于经济增速`: what is compared is listed in front.
_COMPARED_WITH = re.compile(r"(?:增幅|增速|增长)?[高低快慢]于")


def same_noun(part: Fragment) -> tuple[str, ...] | None:
    """Complete a verb alone by the noun before it, where the unit is the same: `开工住房90套、筹集30套`."""
    told, group, subject, doing = part.told, part.group, part.subject, vocabulary.names().doing
    already = group.clause.startswith(("已", "现已", "目前已"))
    if subject not in doing or not (part.continued or already or group.before.endswith("，")):
        return None
    one = len({name for name, _ in told.amounts}) == 1
    looked = told.amounts if one or STAGE.search(subject) else told.amounts[-1:]
    last = next((name for name, said in reversed(looked) if said == part.unit), "")
    if not last:
        return None
    if (place := _LEVEL.match(last)) and doing_verb(last[place.end() :]):
        last = last[place.end() :]
    if already and group.before in ("", "，"):
        # `30项任务已完成12项`: those of them that were done.
        return (subject + core(last),)
    if doing_verb(last) and core(last) != last:
        return (subject + core(last),)
    verb = ending(last, doing)
    head = "" if verb else ending(last, vocabulary.names().heads)
    return (last[: -len(verb)].removesuffix("已") + subject,) if verb else (subject + head,) * bool(head)


def carried(told: Told, group: Group) -> Named:
    """Name a number before which no name stands."""
    topic = topic_of(group.before) if group.before and (group.at_start or not told.last) else ""
    if topic:
        return Named(tuple(parts_of(topic, len(group.figures), shared=group.predicate.shared, measured=False)))
    if listed := _listed_before(group):
        return Named(listed)
    if not told.last:
        return Named(())
    return Named(_stock(told, group) or _of_list(told, group) or _unchanged(told, group))


def _listed_before(group: Group) -> tuple[str, ...]:
    """Give the measures that the clause before lists, one for each figure (`甲收入和乙收入，分别增长9%和8%`), or ()."""
    count = len(group.figures)
    clause = LAST_CLAUSE.search(group.before) if count > 1 and group.predicate.shared else None
    told = _COMPARED_WITH.split(clause[1])[0] if clause else ""
    listed = parts_of(told, count, shared=True, measured=True) if told else []
    return tuple(map(strip_front, listed)) if len(listed) == count and all(map(measure_of, listed)) else ()


def _stock(told: Told, group: Group) -> tuple[str, ...]:
    """Name what there is in all of what was told to be new (`新增9万亩，累计达到90万亩`), or ()."""
    one_each = len(group.figures) == len(told.last) and not group.moved
    last, reaching = told.last[-1], group.predicate.motion == "reach"
    if one_each and (group.predicate.summed or reaching) and last.endswith("新增"):
        # `上市企业新增3家、累计达21家`: what there is in all is not new.
        return tuple(name.removesuffix("新增") for name in told.last)
    stock = last.removeprefix("新增")
    if one_each and reaching and stock != last and _STOCK.search(stock):
        return (*told.last[:-1], stock)
    if not group.predicate.summed or len(told.last) != 1:
        return ()
    verb = doing_verb(last)
    # `新注册企业5家，累计达72家`; `新增9家，累计新增` stays.
    return (last[len(verb) :],) if verb.startswith("新") and (verb != "新增" or reaching) else ()


def _of_list(told: Told, group: Group) -> tuple[str, ...]:
    """Name what is said of all of a list or of the last amounts, or ()."""
    count, amounts = len(group.figures), tuple(name for name, _ in told.amounts)
    if group.predicate.shared and count == 1:
        if len(told.run) > 1:
            return tuple(dict.fromkeys(told.run))
        if len(amounts) > 1 and told.amounts[-1][1] == told.amounts[-2][1]:
            return amounts[-2:]
    if count == len(amounts) > len(told.last):
        return amounts
    return tuple(told.run) if count == len(told.run) > len(told.last) else ()


def _unchanged(told: Told, group: Group) -> tuple[str, ...]:
    if group.moved or group.figures[0].kind == "doubling":
        return tuple(_GROWTH_NOUN.sub("", name) for name in told.last)
    return told.last


def insured(told: Told, name: str) -> bool:
    """Whether people that take part in an insurance are counted (`参加养老保险9万人、增长3%；医疗保险8万人`)."""
    if not name.endswith("保险") or name.startswith("参加"):
        return False
    return any(before.startswith("参加") and before.endswith("保险") for before in told.measures[-4:])
