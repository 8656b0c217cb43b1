"""Whose number it is: the noun phrase that names what is measured, so that a reader knows it without the sentence."""

import re
from dataclasses import dataclass

from tongbi.observe.coordination import parts_of
from tongbi.observe.figures import Group
from tongbi.observe.nouns import (
    BOUNDARY,
    PROGRESS,
    core,
    doing_verb,
    fuller,
    metric_stem,
    noun_at,
    object_of,
    only_level,
    of_level,
    strip_front,
    strip_light,
    topic_of,
    with_level,
    without_level,
    without_examples,
)
from tongbi.observe.phrases import beginning, ending, words
from tongbi.observe.predicates import cut_predicate

_FIELDS = re.compile(r"^\d+个?方面$")
_CONTINUES = re.compile(r"[、和及与]|以及|并(?!购)")
_STEP = re.compile(r"(?:新台阶|台阶|大关|关口|目标|新高|安排|的(?:目标|增长|增速|增幅|速度|水平|任务|规模))")
_AWARDED = re.compile(r"(?:被评为|被授予|获评|荣获|获得|获|入选|入围|蝉联|上榜|跻身|斩获)")
_STATE = re.compile(
    r"(?:居|位居|位列|列|排|排名|保持|稳居|增长|下降|上升|达到|超过|突破|攀升|回落|高于|低于|领跑|实现)"
)
# What may follow a number and is told of the thing counted before it, not its noun.
_TOLD = re.compile(
    r"(?:投入使用|建成|完成|落地|开工|竣工|投产|投用|投运|入选|通过|达到|达(?!标)|实现|惠及|支持|用于|涉及|带动|纳入|列入|签约|挂牌|上榜|入驻|参与|位居|居(?=[全第首前])|占(?!地)|为(?![民企老])|是|被|全部|全面|已|均|都"
    r"|分别|如期|按照|按期|顺利|成功|相继|陆续|基本(?!医|公共|养|农|生)|正式|创(?![新业客投建伤])|较(?!大)|比(?![亚赛])|同比|环比|增长|下降|投向|来自|实行|推行|获|荣获|进入|跻身|得到|享受|受益|覆盖|解决|完善|改善|助力|促进|推动|推进"
    r"|并(?![购网])|且|而|对(?![外口])|以(?![上下内色])|在(?![校建职册岗线])|由|从(?!业)|与|和(?!谐)|及|、|也|还(?![款建迁林])|就(?![业近])|将|可(?![再研持降])|使|让|上升|提高|增至|增加到|扩大到|降至|减至|升至|回升|压缩[至到]|缩短)"
)
_ENDED = re.compile(
    r"(?:全部|全面|如期|均|都|已)*((?:投入使用|建成投用|建成通车|建成|竣工|开工|投产|投用|脱贫|出列|办结|落地|完工|销号|完成)[^，。；、]{0,10})$"
)
_USED = re.compile(r"(?:用于|投向|来自)[^，。；、]{2,14}")
_USED_END = re.compile(r"(?:用于|投向|来自|投入)[^，。；、]{2,14}$")
_ACTION = re.compile(r"(改造|建设|治理|整治|加固|征迁|提升|修复|搬迁)(?:任务|工作|工程)?$")
_SIZE_ONLY = re.compile(r"^[\d.]+[万亿]?(?:美元|元|亩|人|平方米|吨)?及?(?:以上|以下)的?$")
_THRESHOLD = re.compile(r"[\d.百千]+[万亿]*(?:美元|元)?(?:及)?以上")
_SPENDING = frozenset(
    "投资 总投资 投入 投入资金 累计投资 累计投入 安排资金 筹资 出资 投资额 争取资金 筹措资金 安排 计划投资 计划总投资 累计完成投资 完成总投资".split()
)
_BY_PLACE = re.compile(r"([^、，]{2,6}(?:、[^、，]{2,6})+)分别(新增|拆除|新建|建成|完成|改造|增长)")
_FOR = re.compile(r"以(?P<topic>[^，。；]{2,24})为(?:重点|抓手|契机|核心|主线|载体)，$")


_LONGEST_RUN = 12
_LONG = 16
"""A subject longer than this is told by its head alone: what stands before 的 describes it."""


@dataclass(frozen=True, slots=True)
class Named:
    """Names for a group of figures. `consumed` is how much of the text behind the group belongs to them.

    `level`: a count whose verb of doing only looks like growth (`规范提升3家机构`).
    """

    names: tuple[str, ...]
    consumed: int = 0
    level: bool = False


def _before_next(tail: str) -> str:
    """Cut from `tail`, behind which the next figure stands, what belongs to that one: its lead in a list, or its measure."""
    joint = max(tail.rfind(mark) for mark in "、和及与")
    if joint > 0:
        return tail[: joint + 1]
    left = cut_predicate(tail).subject
    measure = ending(left, words("names", "bare"))
    return left[: -len(measure)] if measure and len(left) - len(measure) >= 3 else tail


class Namer:
    """Names the groups of one sentence from left to right: a verb, a subject or a list goes on until another takes its place.

    `earlier` is the sentence before, in which a short noun may have its full name.
    """

    def __init__(self, earlier: str = "") -> None:
        self.earlier = earlier
        self.last: tuple[str, ...] = ()
        self.run: list[str] = []
        self.amounts: list[tuple[str, str]] = []
        self.verb = ""
        self.whole = ""

    def name(self, group: Group) -> Named:
        """Name a group, and remember what the next one may go on from."""
        clause = group.clause
        if group.at_start:
            self.amounts = []
        joiner = _CONTINUES.match(clause)
        continued = bool(joiner) and not group.before
        if not continued and not group.adjacent:
            self.verb = ""
        subject = group.predicate.subject
        if joiner and continued:
            subject = subject[joiner.end() :] if len(subject) >= joiner.end() else ""
        subject = _FIELDS.sub("", strip_front(subject))
        named = (
            self._streak(group, subject)
            or self._noun_behind(group, subject, continued)
            or self._noun_before(group, subject, continued)
        )
        named = self._spelled_out(named, group)
        if named.names:
            going_on = continued or group.adjacent
            self.run = self.run[-_LONGEST_RUN:] + list(named.names) if going_on else list(named.names)
            self.last = named.names
            if not group.measured:
                self.amounts = self.amounts[-1:] + [(name, group.figures[0].unit[-1:]) for name in named.names]
        return named

    def _streak(self, group: Group, subject: str) -> Named | None:
        """Name a run of years by what went on (`连续五年获评甲`), where nothing stands before it."""
        if group.figures[0].kind != "streak" or subject or not group.tail:
            return None
        clause = re.split("[，。；：、！？]", group.tail)[0]
        told = _AWARDED.match(clause) or doing_verb(clause)
        told_of = cut_predicate(clause).subject
        placed = re.sub(r"^(?:稳居|位居|位列|居|列|在|保持)", "", cut_predicate(clause, "rank").subject)
        goes_on = bool(self.last) and not group.at_start
        own = placed.startswith("“") or (len(placed) >= 4 and not _STATE.match(clause))
        if goes_on and (not told or _STATE.match(clause)) and not own:
            return None
        if not told and _STATE.match(clause):
            name = topic_of(group.before) or placed
        elif not told and own:
            name = placed
        else:
            name = told_of
        name = name.rstrip("“")
        return Named((name,)) if len(name) >= 3 else None

    def _noun_behind(self, group: Group, subject: str, continued: bool) -> Named | None:
        """Name by the noun behind the number (`新建2所幼儿园`); None where the noun stands before it."""
        tail, first = group.tail, group.figures[0]
        if tail == "、" and group.after and first.unit_class in ("count", "size") and not BOUNDARY.match(group.after):
            if not subject or subject in words("names", "doing"):
                tail = group.after
        if first.kind != "amount" or not tail or BOUNDARY.match(tail) or tail[0] in "、（" or _STEP.match(tail):
            return None
        if group.moved and first.unit_class in ("share", "points", "times"):
            return None
        doing = words("names", "doing")
        verb = ending(subject + (group.predicate.motion_word if group.moved else ""), doing) or ending(subject, doing)
        told = _TOLD.match(tail)
        share = first.unit_class in ("share", "tenths")
        counted = first.unit_class in ("count", "heading", "bare")
        if subject in _SPENDING and first.unit_class == "money":
            return self._spent_on(group, subject)
        if told and not subject and counted and not self.last and (topic := topic_of(group.before)):
            return Named((topic + noun_at(tail)[0],))
        if share and subject and not verb and (used := _USED.match(tail)):
            return Named((subject + used[0],))
        if told and not (share and not subject):
            return None
        if tail[0] == "的" and subject and not subject.endswith("等"):
            measure = ending(subject, words("names", "bare"))
            noun = noun_at(tail)[0]
            if measure and noun and not _STEP.match(tail):
                return Named((noun + measure,))
            if not verb:
                return None
        if subject and not verb and not subject.endswith("等") and not (counted or self._completed_thing(group)):
            return None
        if group.after.startswith("的") and not share and not BOUNDARY.search(tail):
            tail = group.after
        elif tail is group.tail and group.after and not BOUNDARY.search(tail):
            tail = _before_next(tail)
        noun, consumed = noun_at(tail)
        consumed = consumed if group.tail.startswith(tail) else 0
        if not noun:
            return None
        if share and not subject and tail.startswith("的") and not _USED_END.search(noun):
            used = _USED_END.search(BOUNDARY.split(group.after)[0]) if group.after else None
            noun += used[0] if used else ""
        if share and not subject:
            return Named(((self.last[-1] if self.last and told else "") + noun,), consumed)
        if only_level(noun) and group.after:
            noun += without_level(noun_at(group.after)[0])
        noun = self._with_shared_end(group, noun)
        if subject.endswith("等"):
            verb = doing_verb(subject) if len(noun) < 4 else ""
            return Named((verb + noun,), consumed)
        if not subject and continued:
            verb = self.verb
        else:
            self.verb = verb
        return Named((self._lead(subject, verb) + noun,), consumed, level=bool(subject))

    @staticmethod
    def _lead(subject: str, verb: str) -> str:
        """Give what of the words before a number stays in front of the noun behind it."""
        lead = strip_light(subject) if subject else verb
        if verb in words("names", "dropped_before_noun"):
            kept = subject[: -len(verb)] if subject.endswith(verb) and len(subject) > len(verb) else ""
            lead = "" if kept in words("names", "adverbs") else strip_light(kept)
        return verb if len(lead) > 12 else lead

    @staticmethod
    def _completed_thing(group: Group) -> bool:
        """Whether a size stands before the one thing that was built to it (`镇上400平方米仓库投入使用`)."""
        return (
            group.at_start
            and group.figures[0].unit_class == "size"
            and bool(_ENDED.search(BOUNDARY.split(group.tail)[0]))
        )

    @staticmethod
    def _with_shared_end(group: Group, noun: str) -> str:
        """Give a noun in a list what is told of the whole list at its end: `3条公路和4座桥梁建成通车`."""
        if not group.tail.endswith(("、", "和", "及", "与")) and group.after and not group.tail.endswith(noun[-1:]):
            return noun
        listed = BOUNDARY.split(group.after)[0] if group.after else ""
        ended = _ENDED.search(listed)
        if not ended and group.predicate.subject.endswith(("完成", "实施")) and not _ACTION.search(noun):
            ended = _ACTION.search(listed)
        return noun + ended[1] if ended and not _ENDED.search(noun) else noun

    @staticmethod
    def _spent_on(group: Group, verb: str) -> Named | None:
        """Name an amount of money by what it was spent on: `投资2亿元改造管网` is 改造管网投资."""
        noun = BOUNDARY.split(group.tail)[0]
        if group.after.startswith("的") and not BOUNDARY.search(group.tail):
            noun = noun_at(group.after)[0]
        elif len(noun) <= 4 and group.after and not BOUNDARY.search(group.tail):
            noun += noun_at(group.after)[0]
        noun = re.sub(r"^(?:用于|对|实施|完成了?|开展|推进|的)+", "", noun).rstrip("、")
        return Named((noun + verb,)) if len(noun) > 3 else None

    def _noun_before(self, group: Group, subject: str, continued: bool) -> Named:
        """Name by what stands before the number, or by what was named before."""
        if not subject:
            return self._carried(group)
        subject = strip_light(subject).rstrip("“")
        if joined := self._joined_to_last(group, subject, continued):
            return Named(joined)
        if measures := self._measures_of_run(subject):
            return Named(measures)
        if self.last and (places := _BY_PLACE.fullmatch(subject)):
            return Named(tuple(f"{place}{places[2]}{core(self.last[-1])}" for place in places[1].split("、")))
        if group.moved and subject.endswith("业") and self.last and self.last[-1].endswith("业增加值"):
            subject += "增加值"
        subject = without_examples(subject)
        if group.figures[0].kind == "streak" and (told := PROGRESS.search(subject)) and told.start() >= 3:
            subject = subject[: told.start()] + (group.tail.split("，")[0] if group.tail.startswith("达到") else "")
        verb = doing_verb(subject)
        if continued and not verb and self.verb:
            subject = with_level(self.verb + subject, self.verb, self.run[0] if self.run else "")
        else:
            self.verb = verb
        if len(subject) > _LONG and (head := subject[subject.rfind("的") + 1 :]) != subject and len(head) >= 4:
            subject = head
        return Named(tuple(parts_of(subject, len(group.figures), group.predicate.shared, group.measured)))

    def _joined_to_last(self, group: Group, subject: str, continued: bool) -> tuple[str, ...]:
        """Complete a subject that is none without the name before it: a bare measure, a share, a size, a verb alone."""
        bare = words("names", "bare")
        growth = words("measures", "rise_nouns", "fall_nouns")
        if not self.last:
            if (subject in bare or subject.startswith("在")) and (topic := topic_of(group.before)):
                return (topic + subject,)
            return ()
        last = self.last[-1]
        if level := of_level(subject, last):
            return (level,)
        if subject.removeprefix("年均") in growth:
            return (last + subject.removeprefix("年均"),)
        if group.clause.startswith("其中") or (continued and self.whole):
            self.whole = self.whole if continued and self.whole else last
            if part := self._part_of_whole(subject, self.whole):
                return (part,)
        else:
            self.whole = ""
        owners = self.run if group.predicate.shared and len(self.run) > 1 else self.last[-1:]
        if group.predicate.shared and len(owners) == 1 and len(self.amounts) > 1:
            owners = [name for name, _ in self.amounts[-2:]]
        if subject.startswith("分别占") and len(group.figures) == len(self.amounts):
            return tuple(name + subject.removeprefix("分别") for name, _ in self.amounts)
        if subject.startswith(("占", "完成目标", "完成年度", "完成全年")):
            return tuple(owner + subject for owner in owners)
        if subject in bare and subject not in _SPENDING | {"完成投资"}:
            stem = core if doing_verb(subject) else lambda name: metric_stem(core(name))
            return tuple(stem(owner) + subject for owner in owners)
        following = re.match(r"，([^，。；]*)", group.tail)
        if subject in ("投资", "投入", "累计投资", "累计投入") and following and object_of(following[1]):
            return ()
        if subject in bare or subject in _SPENDING:
            return (metric_stem(core(last)) + subject,)
        if _SIZE_ONLY.match(subject):
            return (subject + _THRESHOLD.sub("", core(last)),)
        doing = words("names", "doing")
        same_unit = bool(self.amounts) and self.amounts[-1][1] == group.figures[0].unit[-1:]
        if subject in doing and same_unit and (continued or group.before.endswith("，")):
            if doing_verb(last) and core(last) != last:
                return (subject + core(last),)
            if verb := ending(last, doing):
                return (last[: -len(verb)] + subject,)
        return ()

    def _measures_of_run(self, subject: str) -> tuple[str, ...]:
        """Complete a list of bare measures (`见面率、办结率`) by the names of the list before it, taken together."""
        pieces = [piece for piece in re.split("[、和及与]", subject) if piece]
        if len(pieces) < 2 or not self.run or not all(piece in words("names", "bare") for piece in pieces):
            return ()
        owner = "、".join(core(name) for name in self.run[-2:])
        return tuple(owner + piece for piece in pieces)

    @staticmethod
    def _part_of_whole(subject: str, last: str) -> str:
        """Name `其中水电90万千瓦` after `新增装机容量400万千瓦`: 新增水电装机容量. "" where the part has a full name."""
        if len(subject) > 4:
            return ""
        if subject.endswith(("占比", "比重")):
            return core(last) + subject
        head = ending(last, words("names", "heads"))
        if head and not subject.endswith(head[-1]) and not subject.endswith(head[:2]):
            return doing_verb(last) + subject + head
        return ""

    def _carried(self, group: Group) -> Named:
        topic = topic_of(group.before) if group.before and (group.at_start or not self.last) else ""
        if topic or not self.last:
            return Named((topic,) if topic else ())
        count = len(group.figures)
        if group.predicate.shared and count == 1:
            if len(self.run) > 1:
                return Named(tuple(dict.fromkeys(self.run)))
            if len(self.amounts) > 1 and self.amounts[-1][1] == self.amounts[-2][1]:
                return Named(tuple(name for name, _ in self.amounts[-2:]))
        if group.predicate.shared and count == len(self.amounts) > len(self.last):
            return Named(tuple(name for name, _ in self.amounts))
        if count == len(self.run) > len(self.last):
            return Named(tuple(self.run))
        return Named(self.last)

    def _spelled_out(self, named: Named, group: Group) -> Named:
        """Replace a name too short to stand alone by its fuller mention before, money alone by what it is spent on."""
        if len(named.names) != 1:
            return named
        name = named.names[0]
        before = self.earlier + group.sentence_before
        if name in _SPENDING:
            return Named((self._spending(name, group, before),), named.consumed, named.level)
        bare_name = name.removesuffix("任务")
        if len(bare_name) == 2 and bare_name in words("names", "generic") and (full := fuller(bare_name, before)):
            return Named((full,), named.consumed, named.level)
        return named

    def _spending(self, name: str, group: Group, before: str) -> str:
        if found := _FOR.search(group.before):
            return found["topic"] + name
        following = re.match(r"，([^，。；]*)", group.tail)
        if following and (purpose := object_of(following[1])):
            return purpose + name
        clauses = [clause for clause in re.split("[，。；：]", before) if clause]
        if clauses and (purpose := object_of(clauses[-1])) and len(purpose) <= 16:
            return purpose + name
        return name
