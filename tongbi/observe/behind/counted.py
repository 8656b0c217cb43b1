"""Counts and sizes by the noun behind them, with the verb before: `新建2所幼儿园`."""

import re

from tongbi import vocabulary
from tongbi.observe.behind.endings import acted_on, ended_by, with_shared_end
from tongbi.observe.behind.parts import thing_of
from tongbi.observe.behind.tails import JOINED, SHORT, WORK, before_next, with_next
from tongbi.observe.figures import Group
from tongbi.observe.listing import passing, told_of_all
from tongbi.observe.naming import Named
from tongbi.observe.nouns import (
    BOUNDARY,
    doing_verb,
    measure_of,
    noun_at,
    only_level,
    strip_front,
    strip_light,
    without_level,
)
from tongbi.observe.phrases import ending
from tongbi.observe.predicates import cut_predicate

_LONGEST_LEAD = 12
_LONGEST_EXAMPLES = 26
_WORKS = ("项目", "工程")
# 实施6个小区改造 is 小区改造; 实施6个项目 stays.
_CARRIED_OUT = ("实施", "实施了", "推进")
# What those who were taken in or sent out do next: 接收学生到我市就读 is 接收学生.
_GOES = re.compile(r"(?:到|赴)[^，。；、]{1,16}(?:就读|就学|上学|入学|挂职|任职|工作|学习|培训|就业|任教|支教)")
_SERVING = re.compile(
    "提供|实施|发放|开展|安装|办理|配[备发置送]|建立|免费|落实|解决|引进|减免|赠送|购买|新增贷款|争取|颁发"
)
_RATED = re.compile(r"率|亏损面|比例|比重|增速|均值|浓度|价格|市值|份额")
_RATE = re.compile(rf"(?:{_RATED.pattern})$")
_PASSED_BY = re.compile(
    r"[^，。；、\d]{0,8}(?:超过|[过超])?[\d.百千]+[万亿]*元(?:以上)?(?:、\d+[个家户](?:超过|[过超])[\d.百千]+[万亿]*元(?:以上)?)*的?([^，。；、\d的]{2,12})"
)
# … or in sizes: `7个50亿元以上，15个亿元以上项目`.
_SIZED_TOO = re.compile(
    r"(?:[\d.一两三五十百千]*[万亿][元级]以上、\d+[个家户项])*[\d.一两三五十百千]*[万亿][元级]以上([^，。；、\d]{2,14})"
)
# How some of what was counted were rated: `取得成果90项，12项填补国内空白`.
_RATED_AS = re.compile(r"(?:填补|(?:国[内际]|省内|世界)(?:领先|先进|首创))")
_WHOSE_PRODUCT = re.compile(r"(?:国内|国民|地区)$")
_ALL_MEASURES = re.compile("[、和及与].*(?:分别|均|都)")


def counted_noun(
    group: Group, subject: str, tail: str, verb: str, verb_of_list: str, last: tuple[str, ...] = ()
) -> Named | None:
    """Name a count or size by the noun behind it, with the verb before it."""
    if not verb and tail is group.tail and group.after and not BOUNDARY.search(tail) and _RATED.search(tail):
        # `12个断面水质优良比例达80%`: how many there are only tells whose share it is.
        left = cut_predicate(tail).subject
        if left != tail and _RATE.search(left):
            return Named(())
    if tail is group.tail and group.after and (owner := _of_measures(tail)):
        # `9家企业产值、税收分别达到8亿元和1亿元`: the measures are of the amounts behind.
        return Named((_lead(subject, verb) + owner,) if len(owner) > 1 else (), verb="")
    if tail is group.tail and (passed := passing(group)):
        return Named(
            ((_lead(subject, verb or verb_of_list) if not subject.endswith("等") else "") + passed,), verb=verb
        )
    if group.after.startswith("的") and "的" not in tail and not BOUNDARY.search(tail):
        tail = group.after
    elif tail is group.tail and group.after and not BOUNDARY.search(tail):
        tail = before_next(tail)
    noun, consumed = noun_at(tail)
    if not noun:
        return None
    if last and not subject and group.before.endswith("，") and _RATED_AS.match(noun):
        return Named((thing_of(last[-1]) + noun,), consumed)
    if noun.endswith("中") and group.clause.startswith("在"):
        # `在9个工地中，…` counts 工地.
        return Named((strip_front(group.clause).removeprefix("在") + noun[:-1],), consumed)
    if group.clause == "在" and len(noun) <= SHORT and group.tail.startswith(noun + "，"):
        # `在72座寺庙，…` only tells where.
        return Named(())
    noun = with_next(group, tail, noun)
    if group.adjacent and last and WORK.search(noun) and last[-1].endswith(noun):
        # `实施5条支线20公里改造`: both tell how much is done of one work.
        return Named(last, consumed)
    if not group.tail.startswith(tail):
        consumed = 0
    if only_level(noun) and group.after:
        noun += without_level(noun_at(group.after)[0])
    if ending(verb, vocabulary.names().moving) and (goes := _GOES.search(noun, 2)):
        noun = noun[: goes.start()]
    noun = with_shared_end(group, _with_head(group, noun), last)
    if not verb and not verb_of_list and not subject:
        noun += told_of_all(group, tail, noun)
    if subject.endswith("等"):
        return Named((_with_examples(group, subject, noun),), consumed)
    verb = verb or verb_of_list if not subject else verb
    if (
        group.clause in ("为", "并为", "还为", "已为", "共为")
        and group.figures[0].unit_class == "count"
        and _SERVING.search(noun, 2)
    ):
        # `为9万名渔民提供检查`: they are served, and do not serve.
        return Named(("为" + noun,), consumed, level=True)
    # Of `全面完成` 完成 was cut, which only says that it happened.
    how = subject in vocabulary.names().adverbs and not group.clause.endswith(subject)
    lead = "" if how or (verb in _CARRIED_OUT and acted_on().search(noun)) else _lead(subject, verb)
    if noun.startswith("对") and not lead:
        lead = strip_front(subject)  # whom it has to do with is told only by what was done
    return Named((lead + noun,), consumed, level=bool(subject), verb=verb)


def _with_head(group: Group, noun: str) -> str:
    """Give things told by their size alone the noun that stands with the last of them."""
    if noun.endswith(("元以上", "级以上")) and (head := _SIZED_TOO.match(group.after)):
        return noun + head[1]
    if noun.endswith(("元", "元以上")) and (head := _PASSED_BY.match(group.after)):
        # `10个产值过5亿元、20个过1亿元的企业`: the noun stands with the last.
        return noun + "的" + head[1]
    return noun


def _with_examples(group: Group, subject: str, noun: str) -> str:
    """Name things of which examples stand before the number (`实施甲湖修复等5个项目`)."""
    generic = noun in vocabulary.names().generic or (len(noun) <= SHORT + 2 and noun.startswith(_WORKS))
    if generic and len(subject) <= _LONGEST_EXAMPLES:
        # `实施甲湖修复等5个项目`, `力促甲厂等5个项目开工`: which they are only the example tells.
        which = subject if noun in vocabulary.names().generic else strip_light(subject).lstrip("的")
        return which + noun
    done = doing_verb(strip_front(subject))
    # `建成甲湖等5座公园`, but `争取甲厂等5个项目建成`: of those the end of the clause tells what they did.
    rest = BOUNDARY.split(group.tail)[0].removeprefix("的").removeprefix(noun)
    whole = (not rest or rest.startswith((*JOINED, "工作", "任务"))) and not ended_by().search(noun)
    kept = len(noun) < SHORT or (whole and done not in vocabulary.names().dropped_before_noun)
    return (done if kept and not doing_verb(noun) else "") + noun


def _of_measures(tail: str) -> str:
    """Give who has the measures that `tail` lists for the next figures (`企业产值、税收分别为`), or ""."""
    if not _ALL_MEASURES.search(tail) or BOUNDARY.search(tail):
        return ""
    told = cut_predicate(tail)
    first = re.split("[、和及与]", told.subject)[0]
    measure = measure_of(first)
    shared = told.shared and measure and measure_of(told.subject)
    return _WHOSE_PRODUCT.sub("", first.removesuffix(measure)) if shared else ""


def _lead(subject: str, verb: str) -> str:
    """Give what of the words before a number stays in front of the noun behind it."""
    lead = strip_light(subject) if subject else verb
    if verb in vocabulary.names().dropped_before_noun:
        kept = subject[: -len(verb)] if subject.endswith(verb) and len(subject) > len(verb) else ""
        lead = "" if kept in vocabulary.names().adverbs else strip_light(kept)
    if len(lead) <= _LONGEST_LEAD:
        return lead
    opening = doing_verb(lead)
    return verb or ("" if opening in vocabulary.names().dropped_before_noun else opening)
