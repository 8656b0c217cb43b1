"""How a name that was found is written: its words as in the text, without what only ties them into their sentence."""

import re

from tongbi import vocabulary
from tongbi.observe.nouns import REVENUES, strip_front

_SHORTEST = 3
# What ties a clause to the one before or makes a thing its object: 但赤字率, 使公园总数, 把标准; not 使用, 将军, 对外.
_TIES_BEGIN = frozenset("但而仅使把将对仍再只")
_TIED = re.compile(
    r"(?:但是?(?!保)|而(?!立)|仅(?!次)|使得?(?![用者命馆团领])|把(?![手关控])|将(?![军士领])"
    r"|对(?![外台口接内照应策标讲])(?!.*(?:率|度|贡献|(?:投资|出口|进口|贸易)(?:总?额)?)(?:占.*)?$)|仍然?(?!有)|再(?![生就保制贷融研造次])|只(?!读))"
)
# 中央财政拟安排补助 is 中央财政安排补助.
_INTENDED = re.compile(r"(?<=[一-鿿]{2})(?:拟|(?<=财政)将)(?=[安投新增发下])")
# 财政支出安排 is 财政支出.
_ALLOTTED = re.compile(r"(?<=[入出资字金费量产])安排$")
# A count in front of what is counted already: `10方面民生实事30项`.
_COUNTED = re.compile(r"\d+(?:个?方面|大?类|项|批次)的?(?=[“一-鿿])")
# 解决了用水问题 is 解决用水问题.
_DONE = re.compile(r"(?<=[一-鿿])(?<![为除])了(?=[“一-鿿])(?![解结望])")
# 道路的升级改造 is 道路升级改造, 群众的住房问题 is 群众住房问题; 增加值的比重 and 用于教育的投入 stay as they are.
_OF_DEED = re.compile(
    r"的(?=[^的占、]{0,8}"
    r"(?:改造|建设|修复|设置|整治|提升|实施|治理|更新|安装|亮化|绿化|修建|加固|搬迁|清理|问题|困难)$)"
)
# 大企业实现增加值 is 大企业增加值; 重点项目完成投资 stays.
_BROUGHT_IN = re.compile(
    r"(?<=[一-鿿”）])(?<!率先)(?:预计|共|累计|分别|全年|力争|争取|确保)?(?:实现|完成)(?=[^，、]+$)"
)
# 企业达到总数 is 企业占总数, 已占到出口总额 is 占出口总额.
_SHARE_OF = re.compile(r"(?:已?达到?(?=总[数量额]$)|已?占到)")
# 45家企业中，… has 45家 of 企业.
_AMONG = ("企业中", "项目中", "指标中", "城市中", "机构中", "单位中", "园区中", "学校中", "人员中")
# When, within a name: 省财政全年支出 is 省财政支出; 完成全年目标 stays.
_WITHIN = re.compile(
    r"(?<=[一-鿿])(?<![成到占超达比较现为于从自由至一二两三四五六七八九十几])(?:今年|全年|去年|年内)"
    r"(?:要|将|再|又|预计|计划|共)?(?=[一-鿿]{2})(?!目标|任务|计划)"
)


# An aim for a year: 争取到2030年总产值 is 总产值.
_STRIVEN = re.compile(r"争取到(?:19|20)\d\d年(?:底|末)?(?:全[国省市区县州])?(?=[一-鿿]{2})")

# 市重点项目分别完成投资 is 市重点项目完成投资.
_EACH = re.compile(r"(?<=[一-鿿”）]{2})分别(?=[一-鿿]{2})(?!给予|超过|达)")

# What ties a name to its sentence, by the word that it holds.
_TIES = (
    ("拟", _INTENDED),
    ("将", _INTENDED),
    ("安排", _ALLOTTED),
    ("分别", _EACH),
    ("了", _DONE),
    ("的", _OF_DEED),
    ("年", _WITHIN),
)


def written(name: str) -> str:
    """Write a name without conjunctions in front, 了 behind its verb, 的 before a deed, or 实现 before a measure."""
    if len(name) < _SHORTEST:
        return name
    if name[0] == "的":
        name = name[1:]
    front = _TIED if name[0] in _TIES_BEGIN else _COUNTED if name[0].isdigit() else None
    found = front.match(name) if front else None
    if found and len(name) - found.end() >= _SHORTEST - 1:
        name = strip_front(name[found.end() :])
    for sign, tie in _TIES:
        if sign in name:
            name = tie.sub("", name)
    if "实现零" in name:
        name = name.partition("实现零")[0] or name
    if name.endswith("分别") or name.startswith("分别约占"):
        name = name.replace("分别约", "").removesuffix("分别")
    if name.startswith("争取到"):
        name = _STRIVEN.sub("", name)
    if name.endswith(_AMONG):
        name = name[:-1]
    if name.endswith(("总数", "总量", "总额")):
        name = _SHARE_OF.sub("占", name)
    found = _BROUGHT_IN.search(name, 2) if "实现" in name or "完成" in name else None
    if found:
        measure = name[found.end() :]
        if (measure in vocabulary.names().bare or measure in REVENUES) and not measure.endswith("投资"):
            name = name[: found.start()] + measure
    return name
