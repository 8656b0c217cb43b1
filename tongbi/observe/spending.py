"""Money named by what it is for: `投资2亿元改造管网`, `投入专项资金9亿元，新建4所学校`."""

import re

from tongbi import vocabulary
from tongbi.observe.figures import Group
from tongbi.observe.nouns import noun_at, object_of, strip_front
from tongbi.observe.phrases import beginning

DEED = re.compile(r"(?:建设|改造|工程|项目|整治|治理|修复|行动|攻坚战?|大会战|设施|造林|搬迁|提升)”?$")
"""What money is spent on and deeds are done to."""
NEXT_CLAUSE = re.compile(r"(?:专项)?(?:资金)?，(?!其中)([^，。；]*)")
"""The clause behind a number, which may tell what it is for."""
SPENT_AHEAD = ("投资", "投入", "累计投资", "累计投入")
"""Money of which the clause behind tells first what it is for."""
_FOR = re.compile(r"以(?P<topic>[^，。；]{2,24})为(?:重点|抓手|契机|核心|主线|载体)，$")
# Whose purse money comes from, where it is the government's own: 自治区安排资金.
_OWN_PURSE = re.compile(
    r"(?:(?:自治区|[省市县区州])(?:本级|级)?(?:财政)?(?=安排资金|筹措资金|投入资金)"
    r"|(?:中央|国家|自治区|[省市县区州])(?:本级|级)?财政(?:和地方财政|预算)?(?:拟|将|共|已)?(?=安排$|投入$|支出$|拨款$|安排资金$|投入资金$)"
    r"|(?:[省市县区州]本级|各级(?:财政|政府)?|各[市县区地])(?:已|要|将|共|计划|累计)?(?=投资$|投入$|筹资$|出资$|投入资金$))"
)
_PURSES_BEGIN = frozenset("自省市县区州中国各")
_MORE_SPENT = ("投入", "扶持力度", "支持力度")
# `把危房改造放在首位，投入9亿元`.
_PUT_FIRST = re.compile(r"把([^，。；]{4,16}?)(?:放在|摆在|作为|列为)")
_COMPARES = re.compile(r"(?:[是为占比较]|相当于|同比|超过)")
_MEANT = re.compile(r"[^，。；\d]{0,4}，(?:主要|重点|专项|全部)?((?:用于|支持)[^，。；]{3,20})")
_FROM_PURSE = frozenset(
    {"财政投入", "财政出资", "投入专项资金", "投入财政资金", "财政累计投入", "投入各类资金", "财政投资"}
)
"""Money of the public purse, which still does not tell what it is for."""
_RAISED = frozenset({"筹措", "筹集", "拨付", "拨款", "拿出", "增拨", "下拨"})
_PAID = ("投入", "资金", "补助")
_OF_YEAR = ("年度投资", "年度完成投资", "年度计划投资")
# `投资9亿元，治理海湾污染`: the money is for the deed, not for what it is done against.
_AGAINST = re.compile(r"(?:治理|整治|防治|消除|控制|防控)[^，。；]{0,12}污染(?:源|企业)?$")
# How far the deed has come is no part of it: 配套工程基本完成.
_STATE = re.compile(r"(?<=[一-鿿]{4})(?:全部|全面|如期|基本|顺利|主体)*(?:完成|完工|建成|竣工|开工)$")
# 甲路、乙桥等一批重大项目 are 重大项目.
_EXAMPLES = re.compile(r"^.*等(?:一大?批)?(?=[一-鿿]{4,}$)")
_SHORTEST = 3
_LONGEST = 16


def is_spending(name: str) -> bool:
    """Whether a name tells only that it is money."""
    return name in vocabulary.names().spending or name in _OF_YEAR or name in _FROM_PURSE


def _acts(clause: str, tail: str) -> bool:
    """Whether a clause tells what was done, whole; the first of a list that counts deeds takes no purse for itself."""
    names, phrase = vocabulary.names(), strip_front(clause)
    return bool(beginning(phrase, names.verbs)) and not beginning(phrase, names.no_verbs) and not tail.endswith(clause)


def as_money(verb: str) -> str:
    """Give the noun of a verb by which money was raised or paid: 筹措 is 筹措资金."""
    return verb + "资金" if verb in _RAISED else verb


def of_purse(name: str) -> str:
    """Give a name without the government's own purse in front."""
    purse = _OWN_PURSE.match(name) if name[:1] in _PURSES_BEGIN else None
    return name[purse.end() :] if purse else name


def _counted_next(group: Group, verb: str) -> str:
    """Give what the next figure counts, with its verb, where nothing else stands between (`投入2亿元，改建4所学校`)."""
    names = vocabulary.names()
    verb = strip_front(verb).removesuffix("的")
    used = verb.endswith("用于") and len(verb) <= len("主要用于")
    if verb not in names.doing and not used:
        return ""
    noun = noun_at(group.after)[0]
    noun = noun if noun.endswith(("项目", "工程")) else re.split("[、和]", noun)[0]
    noun = _STATE.sub("", noun)
    if not _SHORTEST <= len(noun) <= _LONGEST:
        return ""
    return noun if used or verb in names.dropped_before_noun else verb + noun


def meant_for(group: Group) -> str:
    """Give what money is for where the next clause, or that behind a comparison, says so (`，用于教育`), or ""."""
    following = NEXT_CLAUSE.match(group.tail)
    compared = following and _COMPARES.match(following[1])
    meant = _MEANT.match(group.after if compared else group.tail)
    return meant[1] if meant else ""


def spent_on(name: str, group: Group, before: str) -> str:
    """Name an amount of money by what the clauses around it say it is for."""
    if found := _FOR.search(group.before):
        return found["topic"] + name
    told = before.removesuffix(group.clause)
    clauses = [clause for clause in re.split("[，。；：]", told) if clause and not clause.endswith(_OF_YEAR)]
    deed = object_of(clauses[-1]) if clauses else ""
    deed = _EXAMPLES.sub("", deed) if len(deed) > _LONGEST else deed
    if name not in SPENT_AHEAD and deed.endswith(_MORE_SPENT):
        return deed.removesuffix("投入").removesuffix("力度") + name
    following = NEXT_CLAUSE.match(group.tail)
    if name in _FROM_PURSE and following and (group.predicate.motion or not _acts(following[1], group.tail)):
        following = None
    if name not in SPENT_AHEAD and clauses and (first := _PUT_FIRST.search(clauses[-1])):
        return first[1] + name
    if following and following[1].endswith("等") and group.after and (examples := object_of(following[1])):
        # `投资9亿元，完成甲校等3所学校改造`: what it is for goes on behind the next number.
        return examples + noun_at(group.after)[0] + name
    if (
        following
        and name not in _OF_YEAR
        and not _COMPARES.match(following[1])
        and not (purpose := object_of(following[1])).endswith(_PAID)
        and purpose
    ):
        if (against := _AGAINST.search(following[1])) and against[0].endswith(purpose):
            return against[0] + name
        return _STATE.sub("", purpose.removeprefix("好")) + name
    if _SHORTEST < len(deed) <= _LONGEST and DEED.search(deed):
        return deed + name
    return (_counted_next(group, following[1]) if following else "") + name
