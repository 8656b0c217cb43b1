"""Numbers that are no observation, and why: thresholds, sizes in a name, quoted slogans, numbering, times."""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Literal

from tongbi import vocabulary
from tongbi.observe.line import Line
from tongbi.observe.quantity import IN_CHINESE, Quantity

Trap = Literal[
    "quoted",
    "ordinal",
    "no_unit",
    "heading_count",
    "part_of_word",
    "chinese_count",
    "describes",
    "compared_with",
    "time",
    "threshold",
    "policy_count",
]
"""Why a figure is no observation."""

_NEAR = 24
_ENDS_CLAUSE = re.compile(r"$|[，。；、]")
# `由68岁提高到71岁` is told of the one and the other.
_MOVED_ON = re.compile("(?:提高|增加|上升|延长|提升|增长|下降|降低|缩短|减少)[到至为]")
_STARTS_NOUN = re.compile(r"(?:以上|以下|及以下|及以上)?[^，。；、]")
_PASSING_NOUN = re.compile(r"[^，。；、：！？的以左元]|的(?:有)?\d")
_PASSED = ("超", "过", "逾")
# `年成交额上亿元的市场`: 上 between an amount and its size is above.
_AMOUNT_ABOVE = re.compile(r"[额值入利税]上$")
_PASSED_END = re.compile(r"$|[，。；、]|大关|关口|(?:新|大)*台阶|以上(?:$|[，。；、并])")
_WAYS = re.compile("[路街线河渠]|新建|建成|改造")
_GUESSED = re.compile(r"[一二两三四五六七八九]、$")
# `与周边6市58个项目`: how many places, told before what is counted.
_PLACES = frozenset("市县区旗镇乡")
# `6家企业入围民营企业100强` counts the firms.
_COUNTS_WHO = re.compile(r"\d[余多]?[家户个名所][^，。；、\d]{0,16}$")
# `培植一批销售收入过10亿元的企业`.
_SOME_OF = re.compile(r"(?:一批|若干|多家|更多)[^，。；、\d]{2,12}[过超]$")
# `甲厂等7个50亿元以上，乙厂等15个亿元以上项目`: what is counted stands with the last.
_COUNT_OF_SIZE = re.compile(r"\d[余多]?[个家户项]$")
_COUNT_OF_MEASURE = re.compile(r"\d[余多]?[个家户项](?:年|总)?(?:(?:主营业务|营业|销售)收入|销售额|产值|税收|投资)$")
_SIZE_AND_COUNT = re.compile(r"以上、\d+[个家户项]")
_SIZE_ALONE = re.compile(r"以上(?:$|[，、；])")
# `获得感倍增的五年` tells how the years were.
_OF_TIME = re.compile("的[一二三四五六七八九十两]年|的时期")
# `对非税收入超过50%的县`: which of them are meant.
_OF_SOME = re.compile(r"的(?:贫困)?(?:县|市|区|乡镇|村|企业|地区|单位|项目)(?=$|[，、；（])")
_MEASURE_PASSED = re.compile(r"(?:率|收入|占比|比重|强度|投入)(?:超过?|高于|低于|不足|大于|小于)$")
_MANY_TIMES = 100
_NUMBERED = 10
_INSTITUTE = re.compile(
    "(?:[一二三四五六七八九十]院|中电科|中国电科|中船(?:重工|集团)?|中核(?:集团)?|兵器(?:工业|集团)?|航天科[工技])$"
)
# Amounts in Chinese that call a thing by its size: 落户百亿元产业项目24个.
_ROUND = (1, 10, 100, 1000)
_FOR_OPENS = re.compile(r"(?:^|[，；])以[^，；]*$")
_FOR_CLOSES = re.compile(r"[^，；]{0,20}为(?:重点|核心|主线|抓手|契机|目标)")
# A list of thresholds before one noun: `10个产值过5亿元、20个过1亿元的企业`; and what each of so many things passed.
_AMOUNT = r"(?:超过|[过超])?[\d.百千]+[万亿]*元(?:以上)?"
_SO_MANY = r"(?:\d+[个家户][^，。；、\d]{0,8})?"
_REST = (
    rf"(?:、{_SO_MANY}{_AMOUNT})*的?"
    r"(?![\d，。；、左以的]|$|[两三四五多几]?个?大?台阶|大关|关口|目标|任务|规模|水平)"
)
_MORE_PASSED = re.compile(rf"、{_SO_MANY}{_AMOUNT}{_REST}")
_REST_PASSED = re.compile(rf"(?:以上)?{_REST}")
_PASSED_BEFORE = re.compile(rf"(?:超过|[过超])[\d.百千]+[万亿]*元(?:以上)?、{_SO_MANY}(?:超过|[过超])?$")
_EACH_PASSED = re.compile(
    r"\d[余多]?[家户个](?![^，。；、]*(?:投资|资金|贷款|融资|实现|累计|合计|总计|共))"
    r"[^，。；、\d]{1,14}(?:超过|突破|[过超])$"
)
_PASSING = ("超过", "突破", "高于", "低于")
_EACH_SHARE = re.compile(
    r"\d[余多]?个(?:[市县区州旗镇乡]|县市|市县|县区|区县|乡镇)[^，。；、\d]{2,16}(?:超过|突破|高于|低于)$"
)
_STANDARD = re.compile(r"的?(?:建筑|设计|节能)*标准")
_PLACED = re.compile(r"[居列位排]")
_TENTHS_END = re.compile(r"$|[，。；、！）的以左]|多[，。；、！）的]|(?:多)?$")
_TIME_GOES_ON = re.compile(r"(?:以上|以下|内|左右)?[^，。；、以左上下]")
_MEDALS = re.compile(r"$|[，。；、\d]")
_ENDS_DOUBLING = re.compile(r"$|[，。；、！）的至到达]|以上|多[，。；、]")


def trap(line: Line, quantity: Quantity) -> Trap | None:
    """Why the figure is no result and no target; None where it is one."""
    if _is_chinese_count(quantity):
        return "chinese_count"
    before = line.text[max(0, quantity.start - _NEAR) : quantity.start]
    after = line.text[quantity.end : quantity.end + _NEAR]
    if quantity.kind == "streak":
        name_alone = before.endswith("“") and after.startswith("”")
        return "quoted" if within_quotes(line, quantity.start, quantity.end) and not name_alone else None
    if within_quotes(line, quantity.start, quantity.end):
        return "quoted"
    if quantity.kind == "rank":
        return "ordinal" if _no_rank(quantity, before, after) else None
    if quantity.kind == "doubling":
        named = before.endswith("个") or _OF_TIME.match(after)
        return None if _ENDS_DOUBLING.match(after) and not named else "part_of_word"
    for reason, holds in _CHECKS:
        if holds(quantity, before, after):
            return reason
    return None


def _is_chinese_count(quantity: Quantity) -> bool:
    """Whether a Chinese numeral is of a kind that never counts, as most are: 一个, 三项, 四大."""
    if quantity.arabic or quantity.kind != "amount" or quantity.unit.startswith(("万", "亿")):
        return False
    return quantity.unit_class not in IN_CHINESE or quantity.unit == "元"


def within_quotes(line: Line, start: int, end: int) -> bool:
    """Whether `start..end` of a line stands within “” or 《》: part of a name or a slogan."""
    place = bisect_right(line.quoted, (start, len(line.text))) - 1
    return place >= 0 and end <= line.quoted[place].end


def _no_rank(quantity: Quantity, before: str, after: str) -> bool:
    """第三届, 第一书记, 质量第一; 前三 without a field. Not: 居全省第三, 增速第一."""
    told = vocabulary.traps()
    if quantity.unit_class == "among":
        return not (told.among_before.search(before) and _ENDS_CLAUSE.match(after))
    if quantity.unit_class == "best":
        entered = told.entered_before.search(before) and _ENDS_CLAUSE.match(after)
        return not entered or bool(_COUNTS_WHO.search(before))
    shared_out = after.startswith("、第") and "分别" in before
    if (told.ordinal_behind.match(after) and not shared_out) or (
        not quantity.arabic and told.creed_before.search(before)
    ):
        return True
    placed = re.match(r"$|[，。；、）]", after) and _PLACED.search(before)
    return not (told.rank_before.search(before) or placed)


def _no_unit(quantity: Quantity, before: str, after: str) -> bool:
    """A bare number. Not: an index (`系数0.35`)."""
    if quantity.unit_class != "none":
        return False
    told = vocabulary.traps()
    return not (quantity.arabic and told.index_before.search(before) and told.index_behind.match(after))


def _counts_headings(quantity: Quantity, before: str, _after: str) -> bool:
    """做好6个方面工作; every so many (`每3个`)."""
    return quantity.unit_class == "heading" or before.endswith(("每", "个方面") if quantity.unit == "项" else "每")


def _glued(quantity: Quantity, before: str, after: str) -> bool:
    """Part of a longer sign or word: `1+4`, `100周年`, `亿级`, `“8`."""
    told = vocabulary.traps()
    if quantity.unit_class == "bare" and told.magnitude_glued_behind.match(after):
        return True
    if str(quantity.values[0]) in told.hotlines:
        return True
    if quantity.unit in ("金", "银", "铜") and not _MEDALS.match(after):
        return True
    if quantity.unit == "所" and quantity.values[0] >= _NUMBERED and _INSTITUTE.search(before):
        return True  # 某院209所 is the 209th.
    if quantity.unit.endswith("亿项目"):
        return True  # 十亿项目 is called by its size.
    if quantity.unit == "届" and quantity.values[0] >= _NUMBERED and not _ENDS_CLAUSE.match(after):
        return True  # 28届奥运会 is the 28th; 承办3届赛事 counts.
    return bool(told.glued_behind.match(after)) or before[-1:] in ("第", "“", "《", "+", "G", "S", "×")


def _chinese(quantity: Quantity, before: str, after: str) -> bool:
    """Chinese numerals count only in tenths, in money, and where a magnitude was passed."""
    told = vocabulary.traps()
    if quantity.arabic:
        return False
    if quantity.unit_class in ("tenths", "times"):
        # `两、三倍` is a guess, 信心百倍 no amount.
        rhetoric = quantity.unit == "倍" and quantity.values[0] >= _MANY_TIMES and not after.startswith(("以上", "，"))
        return rhetoric or bool(_GUESSED.search(before)) or not _TENTHS_END.match(after)
    if quantity.unit_class == "money" and quantity.unit != "元":
        passed = before[-1:] in ("过", "超", "近", "破", "税", "收") or bool(_AMOUNT_ABOVE.search(before))
        named = passed or (quantity.values[0] in _ROUND and _PASSING_NOUN.match(after))
        return bool(named) and not _PASSED_END.match(after)
    return not (told.passed_before.search(before) and _PASSED_END.match(after))


def _describes(quantity: Quantity, before: str, after: str) -> bool:
    """A size that only describes the thing named behind it: `35蒸吨锅炉`, `产值超5亿元企业`, `以12公里岸线为重点`."""
    told = vocabulary.traps()
    kind = quantity.unit_class
    if quantity.unit in _PLACES and after[:1].isdigit():
        return True
    if quantity.unit.startswith(told.attribute_units) and _STARTS_NOUN.match(after):
        return True
    if kind in ("money", "size") and told.sized_behind.match(after) and told.sized_before.search(before):
        return True
    if kind == "money" and _describes_in_money(quantity, before, after):
        return True
    if kind == "share" and before.endswith(_PASSING) and _ENDS_CLAUSE.match(after) and _EACH_SHARE.search(before):
        return True
    if kind == "share" and before.endswith("节能") and _STANDARD.match(after):
        return True
    if kind == "size" and told.circle_behind.match(after):
        return True
    if quantity.unit.endswith("吨") and told.ship_sized_behind.match(after):
        return True
    return "为" in after and bool(_FOR_CLOSES.match(after) and _FOR_OPENS.search(before))


def _describes_in_money(quantity: Quantity, before: str, after: str) -> bool:
    """A sum that describes what stands behind it or what was counted before it."""
    if len(quantity.values) > 1 and before.endswith("投资") and _STARTS_NOUN.match(after):
        return True
    if vocabulary.traps().counted_behind.match(after):
        return True
    if after.startswith("以上") and (
        (_SIZE_ALONE.match(after) and _COUNT_OF_SIZE.search(before))
        or (_SIZE_AND_COUNT.match(after) and _COUNT_OF_MEASURE.search(before))
    ):
        return True
    if after.startswith("的") and _SOME_OF.search(before):
        return True
    if before.endswith(_PASSED) and _PASSING_NOUN.match(after):
        return True
    return _in_list_of_passed(quantity, before, after)


def _in_list_of_passed(quantity: Quantity, before: str, after: str) -> bool:
    if before.endswith(_PASSED) and _MORE_PASSED.match(after):
        return True
    if _PASSED_BEFORE.search(before) and _REST_PASSED.match(after):
        return True
    is_round = len(quantity.values[0].normalize().as_tuple().digits) == 1
    return is_round and bool(_EACH_PASSED.search(before) and _ENDS_CLAUSE.match(after))


def _told_beside(quantity: Quantity, before: str, after: str) -> bool:
    """What a result is compared with (`低于8%的预定目标`), a source (`据30个单位统计`), steps (`7个百亿元台阶`)."""
    told = vocabulary.traps()
    if quantity.unit_class == "count" and told.peers_before.search(before) and told.peers_behind.match(after):
        return True
    if quantity.unit in ("位", "名") and before.endswith("后"):
        return True
    if quantity.unit_class == "count" and told.one_of_behind.match(after):
        return True
    if quantity.unit_class == "points" and told.above_before.search(before):
        return True
    if quantity.unit_class in ("points", "share") and told.exceeded_before.search(before):
        return True
    if told.compared_before.search(before) and told.compared_behind.match(after):
        return True
    if quantity.unit_class == "count" and (told.step_behind.match(after) or told.source_before.search(before)):
        return True
    one_of_steps = before.endswith("个") and after.startswith("大关")
    step = not quantity.arabic and (one_of_steps or told.step_behind.match(after))
    return bool(step) and not told.passed_before.search(before)


def _time(quantity: Quantity, before: str, after: str) -> bool:
    """Hours, days, ages in a name. Not: time that is measured itself (`平均寿命达80岁`)."""
    told = vocabulary.traps()
    if quantity.unit_class != "time":
        return False
    goes_on = _TIME_GOES_ON.match(after) and not before.endswith(("从", "由")) and not _MOVED_ON.match(after)
    return not told.time_measured_before.search(before) or bool(goes_on)


def _threshold(quantity: Quantity, before: str, after: str) -> bool:
    """以上 and a noun behind a size. Not behind a count (`10个以上项目`) or share, unless what it names is counted."""
    told = vocabulary.traps()
    if (quantity.unit_class == "share" or quantity.unit == "人") and told.counted_above_behind.match(after):
        return True
    if (
        quantity.unit_class == "share"
        and after.startswith("的")
        and _OF_SOME.match(after)
        and _MEASURE_PASSED.search(before)
    ):
        return True
    if quantity.unit_class == "count" and told.below_behind.match(after):
        return True
    if quantity.unit.endswith(("户", "人")) and told.villages_above_behind.match(after):
        return True
    return quantity.unit_class in ("money", "size", "bare") and bool(told.threshold_behind.match(after))


def _counts_words(quantity: Quantity, before: str, after: str) -> bool:
    """Counts slogans or the articles of a policy."""
    told = vocabulary.traps()
    if quantity.unit == "个" and after.startswith("“") and told.slogan_before.search(before):
        return True
    if quantity.unit != "条":
        return False
    if told.policy_before.search(before) and _ENDS_CLAUSE.match(after):
        return bool(told.policy_verb.search(before))
    article = told.article_before.search(before) and told.article_behind.match(after)
    return bool(article) and not _WAYS.search(before)


_CHECKS: tuple[tuple[Trap, Callable[[Quantity, str, str], bool]], ...] = (
    ("part_of_word", _glued),
    ("no_unit", _no_unit),
    ("heading_count", _counts_headings),
    ("chinese_count", _chinese),
    ("threshold", _threshold),
    ("describes", _describes),
    ("compared_with", _told_beside),
    ("time", _time),
    ("policy_count", _counts_words),
)
"""What an amount may be instead, in the order in which a reader would see it."""
