"""The period of one number, from the time under discussion and from how the number was reached."""

import re

from tongbi import vocabulary
from tongbi.model import Measure
from tongbi.observe.figures import Group
from tongbi.observe.nouns import doing_verb
from tongbi.observe.predicates import Predicate
from tongbi.observe.times import NAMED_PLAN, Time, plan_years

# A number whose own clause, or what stands right before it, names its years: 五年投入, 三年来，新建.
_OF_YEARS = re.compile(
    r"(?:[两二三四五六七八九2-9]年(?!前)(?:来|间|内|共|合计|累计|时间|(?=[\u4e00-\u9fff]))|”(?:时期|期间))[^，。；]{0,2}，?[^，。；]*$"
)
# An amount that is measured against one year is of one year: `15万人，比2002年增加3万人`.
_MEASURED_AGAINST = re.compile(
    r"[^，。；、（]{0,2}[，、（]?(?:均|都|分别)?(?:[比较是为]|相当于)(?:(?:19|20)\d\d年|“[^”]{1,3}五”期?末)"
)
_PLAN_BASE = re.compile(r"[比较]" + NAMED_PLAN.pattern + r"期?末[^，。；]*$")
_TIMES_A_PLAN = re.compile(
    rf"[是为当于][^，。；]{{0,2}}(?:{NAMED_PLAN.pattern}(?:(?:时期|期间)[^，。；]{{0,3}}|的)|[前上]一?个?(?:[五5]|\d{{2}})年[^，。；]{{0,4}})$"
)
# What a number is held against is of its own year: 比2025年的12亿元增长9%.
_HELD_AGAINST = re.compile(r"[比较](?:((?:19|20)\d\d)年|上年|去年)(?:同期)?的$")
_FROM_YEAR = re.compile(r"[由从][^，。；、]{0,4}?((?:19|20)\d\d)年(?!起|开始|以来)")
# `由一季度的9%回落到全年的7%`: the quarter is of the year that is told of.
_FROM_PART = re.compile(r"[由从][^，。；、]{0,6}(?:季度|半年|\d月份?)的?[^，。；、\d]{0,6}$")
# `在上年增长9%的基础上再增长7%`, also within a review of years.
_ON_LAST_YEAR = re.compile(r"在(?:上年|去年)[^，。；、\d]{0,4}$")
# An amount whose yearly growth follows is that of the last year: 收入64亿元，年均增长9%.
_GREW_YEARLY = re.compile(r"[余多]?(?:左右|以上)?[，、（(](?:[五5]年)?[^，。；、\d]{0,4}年均[^，。；、\d]{0,6}[增递提]")
# What came of a sum just told: 累计合同利用外资42亿美元，实际到位31亿美元.
_GOT_OF = re.compile(r"^实际|到[位资账]")
_ALL_YEARS_SAID = re.compile(r"累计|[五5]年(?:来|间)?[，共累安投完]|五”(?:时期|期间)，?[^年]")
_SUMMED_BEFORE = re.compile(r"(?:[五5]年(?:来|间)?|”期间)?(?:累计|共)[^。；]{2,30}\d[^。；]{1,8}，[^，。；]*$")
# Some of a known set: 已有44户, 的58户.
_EXISTING = re.compile(r"(?:已有|现有|全[市省县区国]有|试点的|组建的)$")
# Who a standing system reaches is a state; works reach ever more: `改造工程惠及市民`.
_STANDING = re.compile("(?:制度|教育|保险|合作医疗)惠及")
# What is there is told of a whole list: 现有A16个，B41家; what is so now of all its statement tells: 目前有A在B投资了C.
_LIST_OF_EXISTING = re.compile(r"(?:[现已]有|，有(?![效力序关机\d]|$)|拥有|全[市省县区州国]共有)[^；。]*$")
_NOW = re.compile(r"(?:(?:^|[；。])(?:到|截至|至)?目前(?!为止|止)[^；。]*|[，；。]现已[^，；。]*)$")
# A part of what was reached is a state, as is what the list goes on with: 里程达到9公里，其中A4公里，B3公里.
_PART_OF_REACHED = re.compile(
    r"(?:达到?|[增升降提发长][展高]?[至到])[^，。；\d]{0,4}\d[\d.]{0,11}[^，。；\d]{0,8}，其中[^。；]*$"
)
_OVER_ALL_YEARS = re.compile(r"[五5]年(?:来|间)?(?:累计|共|实际)?(?:增|下降|降|提|上升|扩大|减少)")
_SHORT_TAIL = 16
_SHARED_OUT = re.compile("[^，。；、]{0,2}，(?:均|都|分别)")
_TOTAL_WITH_NEW = re.compile(r"新增[^，。；]{0,12}[，、](?:累计|总数|总量)(?:已?达到?)?$")
# So is what is listed on behind what was reached: 实验室达到8个、研发机构45家.
_LISTED_WITH_REACHED = re.compile(
    r"(?:达到?|[增升降提发长][展高]?[至到])[^，。；、\d]{0,4}\d[\d.]{0,11}[^，。；、\d]{1,6}"
    r"(?:、[^，。；、\d]{2,16}\d[\d.]{0,11}[^，。；、\d]{1,4}){0,6}、(?![^，。；、]*[净新])[^，。；、\d]{2,16}$"
)
# How much it was from one year to another: 由2017年的690亿元增加到2021年的903亿元，净增213亿元.
_MOVED_OVER = re.compile(
    r"[由从]((?:19|20)\d\d)年的?[^，。；]{1,20}[到至]((?:19|20)\d\d)年的?[^，。；]{1,14}，"
    r"(?:净增|增加|增长|提高|年均增长|年均增加|下降|减少)[^，。；\d]{0,2}$"
)
_ADDED_UP = re.compile(r"累计|[五5]年|共")
_WORKS = ("项目", "工程")
"""Works are done over a span, however many they are said to exceed."""
# A share that comes from somewhere is told, not aimed at, in a plan too: 收入的60%以上来自工业.
_COMES_FROM = re.compile(r"(?:以上|左右|多)?的?[^，。；]{0,8}来自")
_LONGEST_BASE = 6
"""A growth on a base year further back than this is told of the year reached, not of a span."""


def settled(time: Time, group: Group, name: str, measure: Measure, year: int, discussed: Time) -> Time:
    """Give the period of one number of `group` in a report of `year`.

    `time` is what the words near it say, `discussed` what the passage is about. A base moved from is a time of its own;
    in a span, what flows takes the span and what stands its end; a target for a later year that adds up begins now.
    """
    predicate, said = group.predicate, group.sentence_before
    if time.role == "target" and measure == "ratio" and _COMES_FROM.match(group.tail):
        return Time("actual", year - 1, year - 1)
    changed = measure in ("change_pct", "change_abs")
    if (reached := predicate.at_year) and changed and reached - _LONGEST_BASE <= (predicate.base_year or 0) < reached:
        return Time("actual" if reached < year else time.role, (predicate.base_year or 0) + 1, reached)
    if changed and "年" in said and (moved := _MOVED_OVER.search(said)) and int(moved[1]) < int(moved[2]) < year:
        return Time("actual", int(moved[1]) + 1, int(moved[2]))
    if predicate.at_year:
        return Time("actual" if predicate.at_year < year else time.role, predicate.at_year, predicate.at_year)
    if predicate.before and time.part and _FROM_PART.search(said):
        return time
    if predicate.before and _ON_LAST_YEAR.search(said):
        return Time("actual", time.last - 1, time.last - 1)
    if predicate.before:
        named = _FROM_YEAR.findall(said)
        within = discussed.span and discussed.last == time.last and discussed.role == "actual"
        start = int(named[-1]) if named else (discussed if within and not time.span else time).first - 1
        return Time("actual", start, start)
    of_other = group.clause.endswith("的") and not changed and group.figures[0].unit_class != "times"
    if of_other and (held := _HELD_AGAINST.search(group.clause)):
        against = int(held[1]) if held[1] else time.last - 1
        return Time("actual", against, against)
    base = predicate.base_year or _end_of_plan(said)
    if changed and base and base < time.last - 1:
        # A plan of some years begins with its first, though it is compared with the end of an earlier one.
        first = max(base + 1, time.first) if time.span and time.role == "target" else base + 1
        return Time(time.role, first, time.last) if time.last - _LONGEST_BASE <= base else time.end()
    if changed and predicate.years_ago and not time.span:
        return Time(time.role, time.last - predicate.years_ago + 1, time.last)
    summed = predicate.summed and not time.part and not _is_total(name, said)
    if changed and discussed.span and _OVER_ALL_YEARS.search(group.clause):
        return time if time.span else discussed
    if (predicate.yearly or "年均" in name or "年均" in group.clause or summed) and discussed.span:
        return time if time.span else discussed
    if time.span and (_of_every_year(predicate, name, measure, said) or _TIMES_A_PLAN.search(said)):
        return time
    flows = changed or (measure == "level" and _flows(name, predicate, time, said, _behind(group)))
    if time.span:
        return time if flows else time.end()
    if time.last > year and flows and not time.part and (predicate.summed or doing_verb(name)):
        return Time(time.role, year, time.last)
    return time


def _exists(said: str, verb: str) -> bool:
    """Whether what is named after `said` is told as being there now, not as what came about."""
    if _NOW.search(said):
        return True
    if verb:
        return False
    part = _PART_OF_REACHED.search(said) or ("、" in said and _LISTED_WITH_REACHED.search(said)) or None
    return bool(_LIST_OF_EXISTING.search(said) or (part and not _ADDED_UP.search(said, 0, part.start())))


def _end_of_plan(said: str) -> int | None:
    """Give the last year of the plan at whose end a change begins: 比“X五”末."""
    found = _PLAN_BASE.search(said) if "五”" in said else None
    return plan_years(found[1])[1] if found else None


def _of_every_year(predicate: Predicate, name: str, measure: Measure, said: str) -> bool:
    """What was kept, or which share of what was spent, over a span."""
    lists = vocabulary.periods()
    if predicate.motion_word in lists.kept or name.endswith(lists.service_rates):
        return True
    if predicate.motion_word == "控制在":
        return "始终" in said
    share = measure == "ratio" and not name.endswith(("比重", "占比"))
    return share and ("占" in name or "用于" in name) and bool(lists.spent.search(name))


def _behind(group: Group) -> str:
    """Give what stands behind the figures; of a first of two, what stands behind both (`9亿元、支出8亿元，均是`)."""
    shared = len(group.tail) < _SHORT_TAIL and _SHARED_OUT.match(group.after)
    return group.after if shared else group.tail


def _is_total(name: str, said: str) -> bool:
    """Whether 总计 or 累计 adds up what there is, not what came about: 在校学生总计, 新增9家、累计达到40家."""
    lists = vocabulary.periods()
    there = lists.stock.search(name) and not doing_verb(name) and not lists.came_about.search(name)
    return bool(there or _TOTAL_WITH_NEW.search(said))


def _flows(name: str, predicate: Predicate, time: Time, said: str, tail: str) -> bool:
    """Whether an amount adds up over a span, or is the state at its end."""
    verb = doing_verb(name)
    if predicate.summed:
        return not _is_total(name, said)
    if time.span and _GOT_OF.search(name) and _SUMMED_BEFORE.search(said):
        return True
    # 五年间的目标是：生产总值突破一万亿元 is to be so in the last year.
    passed_at_end = time.role == "target" and predicate.bound and vocabulary.periods().of_a_year.search(name)
    if (
        time.span
        and _OF_YEARS.search(said)
        and (predicate.motion != "reach" or vocabulary.periods().spent.search(name))
        and not passed_at_end
    ):
        return True
    if time.span and _GREW_YEARLY.match(tail):
        spent = vocabulary.periods().spent.search(name) and not name.endswith("余额")
        summed_up = name.endswith("投入") or ("民生" in name and name.endswith("支出")) or _ALL_YEARS_SAID.search(said)
        return bool(spent and predicate.motion != "reach" and summed_up)
    came_about = vocabulary.periods().came_about.search(name)
    against = not came_about and _MEASURED_AGAINST.match(tail)
    if (said.endswith(("有", "的")) and _EXISTING.search(said)) or (time.span and (against or _exists(said, verb))):
        return False
    if came_about:
        return True
    if predicate.motion == "reach" or verb in vocabulary.periods().state_verbs or _STANDING.search(name):
        return False
    if verb in vocabulary.periods().state_verbs_of_targets:
        return time.role == "actual" or time.span
    works = name.endswith(_WORKS)
    lists = vocabulary.periods()
    return bool(verb) or works or not (predicate.bound or lists.stock.search(name) or lists.of_a_year.search(name))
