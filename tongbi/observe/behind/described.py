"""Things described by a size or a cost in front of them: `总投资9亿元的新港`."""

import re

from tongbi import vocabulary
from tongbi.observe.behind.money import NEXT_SPENT
from tongbi.observe.behind.tails import verb_before
from tongbi.observe.figures import Group
from tongbi.observe.naming import Named
from tongbi.observe.nouns import BOUNDARY, noun_at
from tongbi.observe.phrases import ending

# With another figure between: `总投资9亿元、年产5万吨的厂`.
_ALSO_DESCRIBES = re.compile(r"、[^，。；、的]{1,8}")
_LONGEST_DESCRIBED = 20
_DONE = re.compile(
    r"(?:正式|顺利|成功|如期|全部|全面|基本)?(?:已|正在|进展|现已|即将|加快|加速|有序|落户|竣工|建成|开工|投产|奠基|启动|签约|完工|落地|获批|等项目).*$"
)
_WORKS_GO_ON = re.compile(r"(?<=工程|项目)(?:新|正|共|累计|完成|实现|使|接入).*$")
_COUNTS_NEXT = re.compile(r"的(?:\d+大?类)?")
_NEXT_NUMBER = re.compile(r"(?<=[一-鿿]{4})\d")
# What is a noun though it begins with what is told of one: `实施9项促进就业政策`.
_POLICY = re.compile(r"(?:政策|措施|举措|办法|意见|行动|制度|方案|规定|条例|文件|清单)(?:措施)?$")
_EXAMPLES_OF_WORKS = re.compile(r"等(?:一批|一大批|重[大点])?[^，。；、]{0,8}(?:项目|工程)")
_DESCRIBED_NOUN = re.compile(r"的[^的，。；、]{2,8}(?:项目|企业|工程|课题|产业|基地|园区|人才)$")
# `抓好9家对全省经济有较大影响的企业`: what stands before 的 only describes them.
_DESCRIBED_AT_LENGTH = re.compile(r"[^，。；：、\d]{2,24}的[^的，。；：、\d]{2,14}(?=[，。；：]|$)")


def example_of_works(group: Group, subject: str) -> bool:
    """Whether the figures are the size of a thing that stands first in a list of works."""
    if "等" not in group.tail and "等" not in group.after:
        return False
    clause = BOUNDARY.split(group.tail + group.after)[0]
    return bool(_EXAMPLES_OF_WORKS.search(clause)) and not subject.endswith("等") and not verb_before(group, subject)


def acts_on_noun(subject: str, tail: str) -> bool:
    """Whether a deed stands before a count, and behind it a noun that begins with what is told of one."""
    names = vocabulary.names()
    if subject in names.doing and _is_noun(noun_at(tail)[0]):
        return True
    acts = subject.endswith("等") or ending(subject.removesuffix("了"), names.doing) or ending(subject, names.light)
    return bool(acts and _DESCRIBED_AT_LENGTH.match(tail))


def _is_noun(behind: str) -> bool:
    """Whether what stands behind a count is a noun, though it begins with what is told of one."""
    return bool(_POLICY.search(behind) or _DESCRIBED_NOUN.search(behind))


def thing_described(group: Group, subject: str, last: tuple[str, ...]) -> Named | None:
    """Name a measure by the thing that it describes, 的 behind it: `总投资9亿元的港`, `总投资9亿元、年产5万吨的厂`."""
    behind = group.after if _ALSO_DESCRIBES.fullmatch(group.tail) else group.tail
    if not behind.startswith("的"):
        return None
    if _COUNTS_NEXT.fullmatch(behind):
        # `总投资9亿元的16个项目`, and not what the next number counts of them.
        behind = "的" + _NEXT_NUMBER.split(group.after)[0]
    # `总投资9亿元的新港、5亿元的旧港`: the next is described as the last.
    told = last[-1] if last and group.clause.startswith("的") and group.clause.endswith("、") else subject
    measure = ending(told, vocabulary.names().describing)
    if not measure or group.figures[0].unit_class not in ("money", "size", *(("count",) if measure == "年产" else ())):
        return None
    noun = NEXT_SPENT.sub("", BOUNDARY.split(behind)[0].removeprefix("的").rstrip("、和"))
    if told is subject and "等项目" in noun:
        return None
    noun = _WORKS_GO_ON.sub("", _DONE.sub("", noun))
    if measure == "年产" and len(noun) > _LONGEST_DESCRIBED:
        noun = noun.partition("、")[0]
    return Named((noun + measure,)) if 1 < len(noun) <= _LONGEST_DESCRIBED else None
