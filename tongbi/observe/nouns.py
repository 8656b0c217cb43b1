"""Surgery on noun phrases: what stands around a name and is no part of it."""

import re

from tongbi import vocabulary
from tongbi.observe.phrases import beginning, ending
from tongbi.observe.predicates import without_circumstance

_SOME_YEARS = r"(?:[五三四两二一十]|[2-9]|1[0-5])年"
_YEAR = r"(?:(?:19|20)\d\d|[二一][〇零九○][〇零一二三四五六七八九○]{2})年"
_WHEN = "|".join(
    (
        rf"(?:{_YEAR}[和、](?={_YEAR}))?{_YEAR}(?:[底末]?以?前|底|末|初|以来|全年|来(?![华访穗京沪港自我])|度|\d{{1,2}}月(?:底|末|份)?)?(?:止|时|开始|起)?",
        r"“[十一二三四五六七八九]+五”(?:期间|时期|末|以来|期末)?",
        rf"近?{_SOME_YEARS}(?:来|间|内|累计|中(?=城|农|全|新|累|共|相|先|[建培]))|近[两三]年|近?十年来|(?:本|20|二十)世纪末|[上下]半年|第?[一二三四]季度|前三季度|[一1]年内",
        r"1[—\-~至到]\d{1,2}月份?|\d{1,2}月底?前?",
        rf"{_SOME_YEARS}(?!规划|计划|行动|期|以上|制|级|左右|[多均度龄折前后来内]|义务|免费|禁|树)",
    )
)
_CIRCUMSTANCE = (
    r"(?:在[^，。；]{2,18}(?:基础|情况|背景|前提)|在?正常年景)[上下]"
    r"|(?:不?考虑|剔除|扣除|除去|不计|排除|调整)[^，。；、]{1,14}因素(?:影响)?(?:以?外|后)?"
)
# When and under what circumstances: `用3年时间`, `今后五年`, `正常年景下`, `剔除价格因素`.
_TIME = re.compile(
    rf"(?:{_CIRCUMSTANCE}|(?:计划|争取|力争)?用{_SOME_YEARS}(?:左右)?的?时间|(?:今后|未来)(?:几年|{_SOME_YEARS})[内里间]?"
    rf"|争取(?=全年|今年|年内|当年)|(?:到|至|截至|截止|在|从|自)?(?:{_WHEN}))，?"
)
# Tried only where a phrase starts with one of these.
_TIME_STARTS = frozenset("在正不考剔扣除排调计争力用今未到至截从自0123456789一二两三四五十“近本上下第前")
BOUNDARY = re.compile(r"[，。；：！？]")
_CLAUSE_END = re.compile("[，：；。]")
_ADVERB = re.compile(
    r"(?:全部|全面|如期|顺利|成功|相继|陆续|已经|均已|已|正式|基本(?!医|公共|养|农|生|药|建|社))(?=[一-鿿]{2})"
)
# Who did it, where that is told with 已 or 共 (`各级监察机关共立案查处案件`, `省政府已公布取消项目`).
_AGENT = re.compile(
    r"[^，。；、\d已共]{1,12}(?:机关|部门|政府|法院|检察院)(?:已经?|共|累计)(?:公布|宣布)?(?=[一-鿿]{4})"
)
# Who set an aim: 中央提出今年经济增长预期目标.
_AIM_SET_BY = re.compile(
    r"(?:中央|国家|国务院|[省市县区州自治]委|党委|政府)(?:会议)?(?:提出|确定|要求)的?(?:今年|全年|全[国省市县区])?(?=[一-鿿]{4})"
)
# Of a list in sentences (`（三）建成`, `九是发放`, `10.改造`); tried only where a phrase starts with one of these.
_ITEM_STARTS = frozenset("（(一二三四五六七八九十0123456789")
_ITEM = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}是|\d{1,2}[.．、](?!\d)")
# 累计 and 共 in front of any verb, and not as part of a word (共享, 共同).
_IN_ALL = re.compile(r"(?:累计|共(?![同产青享建性有和通富治识创轨管]))(?=[一-鿿]{4})")
# `在全市率先推行`, `使城乡居民收入`: particles that bring in a place or what is acted on.
_WITHIN = re.compile(r"在全[国省市区县州](?:范围内?)?(?=[一-鿿]{4})")
_CAUSED = re.compile(r"使(?!用|馆|命|者|领|得)(?=[一-鿿、]{2,14}(?:收入|产值|产量|总额|生产率|面积|人数)$)")
# 拟开工项目 are not those that were begun.
_PLANNED = re.compile(r"拟(?:新?开工|投产|竣工|签约|上市|新?建)的?(?:项目|企业|工程)")
_TASK = re.compile(r"(?:建设任务|改造任务|任务|工作|等工作)$")
_PASSIVE = re.compile(r"(?:均|都|已)(?:取得|得到|按|在|被|有|实现|整改)")
# `在抓好9户企业的同时，再抓好…`.
_MEANWHILE = re.compile(r"(?<=[一-鿿]{2})的(?:基础上|同时|前提下|过程中)$")
_OF = re.compile(r"的(?=(?:改造|建设|修复|设置|整治|提升|实施|治理|更新|安装|亮化|绿化))")
_LEVEL = re.compile(r"(?:(?:国家|省部|省|自治区|市|县|区|州|地市)级(?:及?以上)?|[省市县区]定)")
_LEVEL_ABOVE = re.compile(r"(?:国家|省部|省|自治区|市|县|区|州|地市)级及?以上")
# `新增省级重点实验室3个、工程研究中心7个`: what a level of government names is of that level in all its list.
_OF_SCIENCE = (
    "实验室",
    "技术中心",
    "研究中心",
    "工程中心",
    "创新中心",
    "孵化器",
    "众创空间",
    "研究院",
    "研发机构",
    "创新平台",
)
_LEVEL_GIVEN = re.compile(
    r"(?:[一-鿿]{0,5}?)((?:国家|省|自治区|市|区)级)(?:[一-鿿“”]{2,})(?<=实验室|术中心|究中心|程中心|新中心|孵化器|创空间|研究院|发机构|新平台)$"
)
# Titles that are given by no level of government, or by one: 高新技术企业, 规上工业企业, 单项冠军.
_TITLE = re.compile(r"高新技术企业|科技型|规上|规模以上|限(?:额以)?上|上市|小巨人|独角兽|瞪羚|冠军|国家|全国|中国|世界")
_MEASURE_END = re.compile(r"(?:值|额|量|率|收入|投资|占比|比重|比例|余额|总数|人数|支出|价格|指数|面积|规模)$")
# 外贸出口增长迅速 tells of 外贸出口; 经济增长 is a name.
_GROWTH = re.compile(r"(?<=[一-鿿]{4})增长$")
# 价格涨幅比去年有明显回落 tells of 价格涨幅.
_COMPARED = re.compile(r"(?:比|较)(?:去年|上年|前年|同期)[^，]{0,4}$")
_SERVES = re.compile(r"(?:支持|用于)")
_DONE_BY_TRADES = frozenset({"出口", "进口", "服务", "生产", "销售", "投资", "加工", "消费", "旅游", "流通", "接待"})
_SERVING_NOUNS = ("项目", "区", "企业", "建设", "事项", "政策", "措施", "机构", "人才", "清单")
_KIND = 2
"""A noun no longer than this names only a kind: 品牌, 平台."""
_COUNT_BEFORE = re.compile(r"^.*\d[多余]?[个户项处座所条届]?")
_WIDER = ("领域", "行业", "方面")
_OF_RANK = ("义务", "教育", "职业", "专业", "技术", "师范", "收入", "规模", "城市", "医学")
_AND = ("和", "及", "、")
_SHORT_HEAD = 8
"""各项 and a measure no longer than this is of the examples before it (`养老、失业保险等各项待遇发放率`)."""
_SHORT_EXAMPLES = 17
"""Examples no longer than this stay with a noun of four characters or fewer (`打掉某某等犯罪团伙`)."""
# … but their own names do not: `新建某校等公办学校`.
_NAMED_ONES = ("学校", "道路", "医院", "平台", "工程", "桥梁", "公路")
# Measures of a place that hold a shorter one: 甲县财政总收入 is of 甲县.
REVENUES = frozenset(
    {
        "财政总收入",
        "财政收入",
        "地方财政收入",
        "一般公共预算收入",
        "公共财政预算收入",
        "生产总值",
        "地区生产总值",
        "社会消费品零售总额",
        "经济总量",
    }
)
_CLAUSE_MARKS = "，。；：！？、"


def _verb_at(phrase: str) -> bool:
    names = vocabulary.names()
    return bool(beginning(phrase, names.predicates)) and not beginning(phrase, names.no_verbs)


def strip_front(phrase: str) -> str:
    """Cut from the front of a phrase what is no part of a name: times, own scope, hedges, adverbs before verbs."""
    rest = phrase
    if rest[:1] in _ITEM_STARTS and (found := _ITEM.match(rest)):
        rest = rest[found.end() :]
    while True:
        before = rest
        if rest[:1] in _TIME_STARTS and (found := _TIME.match(rest)):
            rest = rest[found.end() :]
        if ("已" in rest or "共" in rest) and (found := _AGENT.match(rest)) and _verb_at(rest[found.end() :]):
            rest = rest[found.end() :]
        if rest.endswith("目标") and (found := _AIM_SET_BY.match(rest)):
            rest = rest[found.end() :]
        opener = beginning(rest, vocabulary.names().openers)
        if opener == "拟" and _PLANNED.match(rest):
            return rest
        rest = rest[len(opener) :]
        word = beginning(rest, vocabulary.names().adverbs)
        if word and _verb_at(rest[len(word) :]) and not rest.startswith(("安全生产", "可再生", "再就业", "基本建设")):
            rest = rest[len(word) :]
        elif word in ("累计", "共") and (found := _IN_ALL.match(rest)):
            rest = rest[found.end() :]
        if rest[:1] in ("在", "使") and (found := _WITHIN.match(rest) or _CAUSED.match(rest)):
            inner = rest[found.end() :]
            rest = inner if rest[0] == "使" or _verb_at(strip_front(inner)) else rest
        if rest == before:
            return rest


def strip_light(phrase: str) -> str:
    """Cut verbs that only say that something happened, where a name of three characters or more is left behind them."""
    rest = phrase
    while True:
        word = beginning(rest, vocabulary.names().light)
        if not word:
            return rest
        longer = beginning(rest, vocabulary.names().doing)
        kept = rest[len(word) :]
        short = len(kept) < 3 and not (len(kept) == 2 and _stands_alone(word, kept))
        thing = word == "实施" and kept.endswith("项目")
        if len(longer) > len(word) or thing or short or kept[0] in "度性化率额量":
            return rest
        rest = strip_front(kept)


def _stands_alone(verb: str, noun: str) -> bool:
    """Whether a noun of two characters can do without its verb: 造林, 产值; not 项目."""
    names = vocabulary.names()
    return verb in ("完成", "实现") and noun not in names.generic and verb + noun not in names.bare


def doing_verb(phrase: str) -> str:
    """Give the verb of doing that a phrase starts with, or two joined; 服务业 and 出口额 start with none (then "")."""
    verb = beginning(phrase, vocabulary.names().doing)
    if not verb or phrase.startswith("性", len(verb)) or beginning(phrase, vocabulary.names().no_verbs):
        return ""  # 保护性耕作 is a noun.
    if phrase[len(verb) : len(verb) + 1] in _AND:
        second = beginning(phrase[len(verb) + 1 :], vocabulary.names().doing)
        return phrase[: len(verb) + 1 + len(second)] if second else verb
    # Both of `培养引进教师`; of `建设安置房` the second is part of the noun.
    return verb + beginning(phrase[len(verb) :], vocabulary.names().joined)


def core(name: str) -> str:
    """Cut the doing verb in front of a name: what was counted, without what was done to it."""
    verb = doing_verb(name)
    return name[len(verb) :] if len(name) - len(verb) >= 2 else name


def noun_at(tail: str) -> tuple[str, int]:
    """Read the noun at the start of `tail`, as far as the clause goes; give it with the length it takes."""
    end = BOUNDARY.search(tail)
    noun = tail[: end.start()] if end else tail
    if (bracket := noun.find("（")) > 0 and not 0 < noun.find("）") - bracket <= 6:
        noun = noun[:bracket]
    noun = noun.rstrip("、和及与")
    consumed = len(noun)
    noun = noun.removeprefix("的")
    for told in (_PASSIVE.search(noun), vocabulary.names().goes_on.search(noun, 3), _SERVES.search(noun, 2)):
        if told and told.start() >= 2 and not noun[told.end() :].endswith(_SERVING_NOUNS):
            noun = noun[: told.start()]
    noun = _ADVERB.sub("", noun)
    if "的" in noun:
        noun = _MEANWHILE.sub("", _OF.sub("", noun))
    shorter = _TASK.sub(lambda found: found[0][:2] if found[0][:2] in ("建设", "改造") else "", noun)
    return (shorter if len(shorter) >= 3 else noun), consumed


def without_examples(subject: str) -> str:
    """Take the noun after 等 for the name where examples come first (`办好甲、乙等赛事`), with the verb before them."""
    if "等" not in subject[1:-2]:
        return subject
    head = subject[subject.rindex("等") + 1 :]
    if head.startswith(_WIDER) or head in vocabulary.names().spending:
        return subject  # 甲、乙等领域企业
    if head.startswith(_OF_RANK) and subject[-len(head) - 2 : -len(head) - 1] in ("中", "高", "初"):
        return subject  # 中等专业学校
    if (
        head.startswith(("各项", "各类", "各种"))
        and len(head) <= _SHORT_HEAD
        and len(subject) <= _SHORT_EXAMPLES + len(head)
    ):
        return subject
    if len(head) <= 2 or head[:1] in ("级", "化", "教", "职", "学", "院", "候"):
        return subject
    verb = doing_verb(subject)
    if not verb or verb in vocabulary.names().dropped_before_noun:
        return head if len(head) >= 4 else verb + head
    short = len(head) <= 4 and len(subject) - len(verb) - len(head) <= _SHORT_EXAMPLES
    return subject if short and not head.endswith(_NAMED_ONES) else with_level(verb + head, verb, subject)


def _acts(phrase: str) -> bool:
    """Whether a phrase begins with what somebody did; 出口 and 服务 are done by nobody."""
    verb = beginning(phrase, vocabulary.names().verbs)
    return bool(verb) and verb not in _DONE_BY_TRADES and not beginning(phrase, vocabulary.names().no_verbs)


def topic_of(before: str) -> str:
    """Give the noun that the clause before tells of (`境外企业不断壮大，已达…`, `参加改制的企业中，`), or ""."""
    clauses = [clause for clause in _CLAUSE_END.split(before) if clause]
    for place, clause in enumerate(reversed(clauses)):
        if place == 0 and clause.endswith("中") and len(clause) > 3:
            return strip_light(strip_front(clause[:-1]))[:24]
        found = vocabulary.names().progress.search(clause)
        told = clause[: found.start()] if found else clause
        bare = _GROWTH.sub("", _COMPARED.sub("", without_circumstance(told)))
        topic = strip_light(strip_front(bare))
        if place == 0 and len(topic) < 3 and _MEASURE_END.search(clause):
            topic = strip_light(strip_front(clause))
        if place == 0 and topic in vocabulary.names().adverbs:
            # `大力发展水运，货运量…`: what is furthered is what is told of.
            topic = object_of(clause)
        # `稻谷生产在天旱的情况下，总产…`: what the circumstances are of is what is told of.
        under = place == 0 and bare != told
        if not found and not under and not _MEASURE_END.search(topic):
            continue
        if found and "、" not in topic and _acts(topic):
            continue  # 出台支持制造业发展的政策 tells of no trade.
        if 2 <= len(topic) <= 24 and (place == 0 or _MEASURE_END.search(topic)):
            return topic
    return ""


def object_of(clause: str) -> str:
    """Give what a clause with a verb in front does something to: `继续推进旧区改造工程` is 旧区改造工程."""
    phrase = strip_light(strip_front(clause))
    verb = beginning(phrase, vocabulary.names().verbs)
    if phrase.startswith("性", len(verb)):
        return phrase  # 保障性安居工程 begins with no verb.
    return phrase[len(verb) :] if len(phrase) - len(verb) >= 3 else ""


def fuller(noun: str, text: str, longest: int = 16) -> str:
    """Give the last mention in `text` of a longer name that ends with `noun` (`改造` after `旧区改造`), or ""."""
    place = text.rfind(noun)
    while place > 0:
        start = max(text.rfind(mark, 0, place) for mark in _CLAUSE_MARKS) + 1
        longer = place - start >= 2
        phrase = (
            core(strip_light(strip_front(_COUNT_BEFORE.sub("", text[start : place + len(noun)])))) if longer else ""
        )
        if (
            phrase.endswith(noun)
            and len(noun) + 2 <= len(phrase) <= longest
            and not phrase.startswith(("的", "了", "和", "在", "对", "以", "由", "为", "与"))
        ):
            return phrase
        place = text.rfind(noun, 0, place)
    return ""


def with_level(name: str, verb: str, earlier: str) -> str:
    """Let a list share its level: after `新增省级以上平台3家`, `中心2家` is 新增省级以上中心."""
    if (found := _LEVEL_ABOVE.search(earlier[:10])) and not _LEVEL.search(name) and not _TITLE.search(name):
        return verb + found[0] + name.removeprefix(verb)
    if name.endswith(_OF_SCIENCE) and not _LEVEL.search(name) and not _TITLE.search(name):
        found = _LEVEL_GIVEN.match(earlier)
        return verb + found[1] + name.removeprefix(verb) if found else name
    return name


def only_level(noun: str) -> bool:
    """Whether a noun is a level and nothing else (`4个省级、12个市级示范村`)."""
    return bool(_LEVEL.fullmatch(noun))


def without_level(noun: str) -> str:
    """Cut the level in front of a noun."""
    found = _LEVEL.match(noun)
    return noun[found.end() :] if found else noun


def of_level(level: str, earlier: str) -> str:
    """Name `其中省级2家` or `省级平台2家` after `新增市级农业平台5家`: 新增省级农业平台. "" where it is no level."""
    own, found = _LEVEL.match(level), _LEVEL.search(earlier)
    noun = level[own.end() :] if own else level
    if own and found and (not noun or (len(noun) == _KIND and earlier.endswith(noun))):
        return earlier[: found.start()] + own[0] + earlier[found.end() :]
    return ""


def measure_of(name: str) -> str:
    """Give the measuring noun that a name ends with, or ""."""
    told = ending(name, REVENUES) or ending(name, vocabulary.names().bare)
    return max(told, ending(name, vocabulary.owners().actor.measures), key=len)


def metric_stem(name: str) -> str:
    """Cut a measuring noun from the end of a name, where one stands: 粮食产量 is 粮食."""
    metric = measure_of(name)
    if metric.startswith("加工") and name.endswith("深" + metric):
        metric = metric.removeprefix("加工")  # 精深加工 is one word.
    return name[: -len(metric)] if metric and len(name) - len(metric) >= 2 else name
