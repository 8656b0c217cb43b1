"""Whose number it is: the noun phrase that names what is measured, so that a reader knows it without the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongbi.observe.coordination import parts_of
from tongbi.observe.figures import Group
from tongbi.observe.phrases import beginning, ending, word_set
from tongbi.observe.predicates import cut_predicate

_TIME = re.compile(
    r"(?:到|至|截至|截止|在|从|自)?(?:(?:(?:19|20)\d\d|[二一][〇零九○][〇零一二三四五六七八九○]{2})年(?:底|末|初|以来|全年|来|\d{1,2}月(?:底|末|份)?)?"
    r"(?:止|时)?|“[十一二三四五六七八九]+五”(?:期间|时期|末|以来|期末)?|[五三四两一]年(?:来|间|累计)|[上下]半年|第?[一二三四]季度|前三季度"
    r"|1[—\-~至到]\d{1,2}月份?|\d{1,2}月底?)，?"
)
_YEARS = re.compile(r"[五三四两]年(?=[新建改完实投城累])")
_PROGRESS = re.compile(
    r"(?:不断|持续|稳步|迅速|快速|较快|大幅|逐步|明显|显著|发展|屡创|稳定|进一步|保持|继续|得到|取得|再创|创|蓬勃|平稳|运行|实现|有序|扎实|深入|加快|成效|出现|增势)"
)
_OPENING = re.compile(r"以(?P<topic>[^，。；]{2,24})为(?:重点|抓手|契机|核心|主线|载体)，$")
_CONTINUES = re.compile(r"[、和及与]|以及|并(?!购)")
_STEP = re.compile(r"(?:新台阶|台阶|大关|关口|目标|新高|安排|的(?:目标|增长|增速|增幅|速度|水平|任务|规模))")
_AWARDED = re.compile(r"(?:被评为|被授予|获评|荣获|获得|获|入选|入围|蝉联|上榜|跻身|斩获)")
_STATE = re.compile(r"(?:居|位居|位列|列|排|排名|保持|稳居|增长|下降|上升|达到|超过|突破|攀升|回落|高于|低于|领跑|实现)")
_BOUNDARY = re.compile(r"[，。；：！？]")
_EXAMPLES = re.compile(r"^(?P<verb>.*?)(?:“[^”]*”|《[^》]*》|[^等“”《》])*等(?:\d+)?(?P<head>[^等]{2,})$")
_TAIL_WORDS = re.compile(r"(?:建设任务|改造任务|任务|工作|等工作)$")
_ADVERB = re.compile(r"(?:全部|全面|如期|顺利|成功|相继|陆续|已经|均已|已|正式|基本)(?=[一-鿿]{2})")
_TOLD = re.compile(
    r"(?:投入使用|建成|完成|落地|开工|竣工|投产|投用|投运|入选|通过|达到?|实现|惠及|支持|用于|涉及|带动|纳入|列入|签约|挂牌|上榜|入驻|参与|位居|居|占|为|是|被|全部|全面|已|均|都|分别|如期|按照|上升|提高|增至|增加|扩大|降|减|升|涨|回升|压缩|缩|提升"
    r"|顺利|成功|相继|陆续|基本|正式|创|较|比|同比|环比|增长|下降|投向|来自|实行|推行|获|荣获|进入|跻身|得到|享受|受益|覆盖|解决|完善|改善|助力|服务|促进|推动|推进|并|且|而|对|以|在|由|从|与|和|及|、|也|还|就|将|可|使|让)"
)
_OF = re.compile(r"的(?=(?:改造|建设|修复|设置|整治|提升|实施|治理|更新|安装|亮化|绿化))")
_SIZE_ONLY = re.compile(r"^[\d.]+[万亿]?(?:美元|元|亩|人|平方米|吨)?(?:及)?(?:以上|以下)(?:的)?$")
_MONEY_VERBS = frozenset({"投资", "总投资", "投入", "投入资金", "累计投资", "累计投入", "安排资金", "筹资", "出资", "投资额", "完成投资", "争取资金", "筹措资金", "安排", "计划投资"})


def strip_front(phrase: str) -> str:
    """Cut from the front of a phrase what is no part of a name: times, the government's own scope, hedges, adverbs before verbs."""
    rest = phrase
    while True:
        before = rest
        if found := _TIME.match(rest) or _YEARS.match(rest):
            rest = rest[found.end() :]
        word = beginning(rest, word_set("names", "openers"))
        rest = rest[len(word) :]
        word = beginning(rest, word_set("names", "adverbs"))
        if word and _verb_at(rest[len(word) :]):
            rest = rest[len(word) :]
        if rest == before:
            return rest


def _verb_at(phrase: str) -> bool:
    return bool(beginning(phrase, word_set("names", "doing", "light", "adverbs")))


def strip_light(phrase: str) -> str:
    """Cut verbs that only say that something happened, where a name is left behind them."""
    rest = phrase
    while True:
        word = beginning(rest, word_set("names", "light"))
        longer = beginning(rest, word_set("names", "doing"))
        kept = rest[len(word) :]
        if not word or len(longer) > len(word) or len(kept) < 3 or kept[0] in "度性化率额量":
            return rest
        if kept in word_set("names", "bare") and word == "完成":
            return rest
        rest = strip_front(kept)


def core(name: str) -> str:
    """Cut the doing verb in front of a name: what was counted, without what was done to it."""
    verb = beginning(name, word_set("names", "doing"))
    return name[len(verb) :] if len(name) - len(verb) >= 2 else name


@dataclass(frozen=True, slots=True)
class Named:
    """Names for a group of figures. `consumed` is how much of the text behind the group belongs to them."""

    names: tuple[str, ...]
    consumed: int = 0
    level: bool = False
    """A count whose verb of doing only looks like growth (`规范提升3家机构`)."""


class Namer:
    """Names the groups of one sentence from left to right: a verb, a subject or a list goes on until another takes its place."""

    def __init__(self) -> None:
        self.last: tuple[str, ...] = ()
        self.run: list[str] = []
        self.verb = ""
        self.topic = ""

    def name(self, group: Group) -> Named:
        """Name a group, and remember what the next one may go on from."""
        clause = group.clause
        joiner = _CONTINUES.match(clause)
        continued = bool(joiner) and not group.before
        if not continued and not group.adjacent:
            self.verb = ""
        subject = group.predicate.subject
        if joiner and continued:
            subject = subject[joiner.end() :] if len(subject) >= joiner.end() else ""
        subject = strip_front(subject)
        named = self._streak(group, subject) or self._noun_behind(group, subject, continued) or self._noun_before(group, subject, continued)
        if named.names:
            self.run = self.run + list(named.names) if continued or group.adjacent else list(named.names)
            self.last = named.names
        return named

    def _streak(self, group: Group, subject: str) -> Named | None:
        """Name a run of years by what went on (`连续五年获评甲`), where nothing stands before it."""
        if group.figures[0].kind != "streak" or subject or not group.tail:
            return None
        clause = re.split("[，。；：、！？]", group.tail)[0]
        told = _AWARDED.match(clause) or beginning(clause, word_set("names", "doing"))
        if not told and self.last and not group.at_start:
            return None
        if told and _STATE.match(clause) and self.last and not group.at_start:
            return None
        object_ = cut_predicate(clause, "amount").subject
        if not told and _STATE.match(clause):
            topic = self._topic(group)
            name = topic or re.sub(r"^(?:稳居|位居|位列|居|列|在|保持)", "", object_)
        else:
            name = object_
        return Named((name.rstrip("“"),)) if len(name) >= 3 else None

    def _noun_behind(self, group: Group, subject: str, continued: bool) -> Named | None:
        """Name by the noun behind the number (`新建2所幼儿园`); None where the noun stands before it."""
        tail = group.tail
        if group.figures[0].kind != "amount" or not tail or _BOUNDARY.match(tail) or tail[0] == "、":
            return None
        if tail.startswith("（") or _STEP.match(tail):
            return None
        if group.moved and group.figures[0].unit_class in ("share", "points", "times"):
            return None
        doing = word_set("names", "doing")
        verb = ending(subject + (group.predicate.motion_word if group.moved else ""), doing) or ending(subject, doing)
        told = _TOLD.match(tail)
        share = group.figures[0].unit_class in ("share", "tenths")
        if subject in _MONEY_VERBS and group.figures[0].unit_class == "money":
            return self._spent_on(tail, subject)
        if told and not (share and not subject):
            return None
        if tail[0] == "的" and not verb and subject and not subject.endswith("等"):
            return None
        counted = group.figures[0].unit_class in ("count", "heading", "bare")
        sized = group.at_start and group.figures[0].unit_class == "size"
        if subject and not verb and not counted and not sized and not subject.endswith("等"):
            return None
        noun, consumed = self._noun(tail)
        if not noun:
            return None
        if share and not subject:
            name = (self.last[-1] if self.last and told else "") + noun
            return Named((name,), consumed)
        if subject.endswith("等"):
            return Named((noun,), consumed)
        if not subject and continued:
            verb = self.verb
        else:
            self.verb = verb
        lead = strip_light(subject) if subject else verb
        if verb in word_set("names", "dropped_before_noun"):
            lead = subject[: -len(verb)] if subject.endswith(verb) and len(subject) > len(verb) else ""
            lead = strip_light(lead)
        if len(lead) > 12:
            lead = verb
        return Named((lead + noun,), consumed, level=bool(subject))

    def _noun(self, tail: str) -> tuple[str, int]:
        end = _BOUNDARY.search(tail)
        noun = tail[: end.start()] if end else tail
        if (bracket := noun.find("（")) > 0 and len(noun) - bracket > 5:
            noun = noun[:bracket]
        consumed = len(noun)
        noun = noun.rstrip("、和及与")
        noun = noun.removeprefix("的")
        noun = _OF.sub("", _ADVERB.sub("", noun))
        shorter = _TAIL_WORDS.sub(lambda found: found[0][:2] if found[0][:2] in ("建设", "改造") else "", noun)
        return (shorter if len(shorter) >= 2 else noun), consumed

    def _spent_on(self, tail: str, verb: str) -> Named | None:
        """Name an amount of money by what it was spent on: `投资2亿元改造管网` is 改造管网投资."""
        end = _BOUNDARY.search(tail)
        noun = tail[: end.start()] if end else tail
        noun = re.sub(r"^(?:用于|对|实施|完成了?|开展|推进|的)+", "", noun.split("，")[0])
        noun = noun.rstrip("、")
        return Named((noun + verb,)) if len(noun) >= 2 else None

    def _noun_before(self, group: Group, subject: str, continued: bool) -> Named:
        """Name by what stands before the number, or by what was named before."""
        shared = group.predicate.shared
        if not subject:
            return self._carried(group)
        subject = strip_light(subject).rstrip("“")
        bare, doing = word_set("names", "bare"), word_set("names", "doing")
        growth = word_set("measures", "rise_nouns", "fall_nouns")
        if not self.last and (subject in bare or subject.startswith("在")) and (topic := self._topic(group)):
            return Named((topic + subject,))
        if self.last and subject.removeprefix("年均") in growth:
            return Named((self.last[-1] + subject.removeprefix("年均"),))
        if self.last and group.clause.startswith("其中") and len(subject) <= 4 and (head := ending(self.last[-1], word_set("names", "heads"), 20)):
            if subject.endswith(("占比", "比重")):
                return Named((core(self.last[-1]) + subject,))
            if not subject.endswith(head[-1]):
                verb = beginning(self.last[-1], doing)
                return Named((verb + subject + head,))
        if self.last and (subject in bare or subject.startswith("占")):
            stem = core(self.last[-1]) if subject in bare else self.last[-1]
            metric = ending(stem, bare)
            if metric and subject in bare and len(stem) - len(metric) >= 2:
                stem = stem[: -len(metric)]
            return Named((stem + subject,))
        if _SIZE_ONLY.match(subject) and self.last:
            return Named((subject + re.sub(r"^[\d.]+[万亿]?(?:美元|元)?以上", "", core(self.last[-1])),))
        subject = _without_examples(subject)
        if group.figures[0].kind == "streak" and (told := _PROGRESS.search(subject)) and told.start() >= 3:
            subject = subject[: told.start()] + (group.tail.split("，")[0] if group.tail.startswith("达到") else "")
        verb = beginning(subject, doing)
        if continued and not verb and self.verb:
            subject = self.verb + subject
        else:
            self.verb = verb
        names = parts_of(subject, len(group.figures), shared, group.measured)
        return Named(tuple(names))

    def _topic(self, group: Group) -> str:
        """Give the noun that the clause before tells of (`境外企业不断壮大，已达…`), or ""."""
        clause = group.before.rstrip("，：；。")
        clause = clause[max(clause.rfind(mark) for mark in "，：；。") + 1 :]
        found = _PROGRESS.search(clause)
        topic = strip_light(strip_front(clause[: found.start()])) if found else ""
        return topic if 2 <= len(topic) <= 14 else ""

    def _carried(self, group: Group) -> Named:
        if not self.last:
            topic = self._topic(group)
            return Named((topic,) if topic else ())
        count = len(group.figures)
        if group.predicate.shared and count == 1 and len(self.run) > 1:
            return Named(tuple(dict.fromkeys(self.run)))
        if count == len(self.run) > len(self.last):
            return Named(tuple(self.run))
        return Named(self.last)


def _without_examples(subject: str) -> str:
    """Take the noun after 等 for the name where examples come first (`办好甲、乙等赛事`)."""
    if "等" not in subject[1:-2]:
        return subject
    head = subject[subject.rindex("等") + 1 :]
    if head[:1] in ("级", "化", "教", "职", "学", "院", "候"):
        return subject
    verb = beginning(subject, word_set("names", "doing"))
    return head if len(head) >= 4 else verb + head


def joined(names: Sequence[str]) -> str:
    """Write names as a list."""
    return "、".join(names)
