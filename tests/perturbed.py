"""A later version of a real report, perturbed from a seed, with the truth of which sentence continues which."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tongbi import read
from tongbi.model import Relation, Report, Section, Sentence, Span
from tongbi.words import words

KEPT, NUMBER, WORD, CLAUSES, MOVED, EDITED_MOVE = (
    "kept", "number changed", "word replaced", "clauses swapped", "moved", "moved and edited",
)  # fmt: skip
SPLIT, MERGED, HEADING, RENUMBERED = "split", "merged", "heading renamed", "heading renumbered"
DROPPED, STOCKED, FOREIGN = "dropped", "boilerplate inserted", "of another government"
CONTINUED = (KEPT, NUMBER, WORD, CLAUSES, MOVED, EDITED_MOVE, SPLIT, MERGED, HEADING, RENUMBERED)
ALONE = (DROPPED, STOCKED, FOREIGN)
RELATIONS: dict[str, Relation] = {KEPT: "kept", MOVED: "kept", SPLIT: "split", MERGED: "merged"}

RENAMED_SHARE = 0.25
# Nobody could know a shorter one again elsewhere, or half of it.
SHORTEST = 12
# How far a sentence goes in a section so large that order within it counts, in sentences.
FAR = 20
LARGE = 1 / 3
PARTS = ("review", "plan")

Edit = Callable[[str, random.Random], str]

FINAL = ("。", "！", "？")
LETTERS = re.compile(r"[\W\d_]+")
LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
NUMERAL = re.compile(r"(?<![\dA-Za-z.])\d+(?:\.\d+)?(?![\dA-Za-z.]|\s*[年月日个]*年|[月日])")
NUMBERING = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[.．、)）]|第?[一二三四五六七八九十]+[是、，])?\s*"
)
BRACKETS = {"“": 1, "”": -1, "（": 1, "）": -1, "(": 1, ")": -1, "《": 1, "》": -1}

# Words that may stand for each other; any two of them where a sentence has none.
TWINS = re.findall(
    r"(\S\S)-(\S\S)",
    "推进-加快 加强-强化 建设-打造 提高-提升 完善-健全 促进-推动 发展-壮大 加大-增加 实施-开展 深入-扎实 全面-全力 "
    "积极-主动 支持-扶持 保障-确保 建立-构建 落实-兑现 改善-优化 重点-着重 扩大-拓宽 坚持-坚守 继续-持续 新增-增添 "
    "完成-办结 群众-居民 企业-厂商 项目-工程 管理-管护 服务-帮办 农村-乡村 城市-城镇 组织-发动 努力-奋力 基本-大体 "
    "明显-显著 进行-从事 启动-开启 培育-培植 解决-化解",
)
TWIN = dict(TWINS) | {other: one for one, other in TWINS}
# Names that say nothing of what stands under them, whole or before the second half of the old one.
NEUTRAL = (
    "答好时代新考卷", "迈开稳健新步子", "拿出实干新成绩", "跑好手中接力棒", "打开崭新局面", "站上更高台阶",
    "啃下硬骨头", "下好先手棋", "拧紧责任链条", "画好同心圆", "交出合格答卷", "走稳走实每一步", "鼓足干劲向前进",
    "以更大决心攻难关", "用更实举措见成效", "再添一把火",
)  # fmt: skip
BEGINNINGS = (
    "不遗余力抓好",
    "用心用情做好",
    "以钉钉子精神推动",
    "多措并举强化",
    "久久为功做优",
    "千方百计守住",
    "分门别类盘活",
    "一着不让抓实",
)
STOCK = (
    "船到中流更要奋楫，爬坡过坎尤需添力，我们要拿出逢山开路的干劲，把每张施工图都变成实景画。",
    "凡是定下的事项都要列清单、明时限、逐件销号，做到事事有回音、件件有着落。",
    "我们深知，手上的家底还不厚，前面的路还不平，肩上的担子一点也轻不得。",
    "机关干部每月下沉驻点不少于四天，带着问题下去、带着办法回来。",
    "成绩里有每一位劳动者的汗水，有离退休老同志的牵挂，也有在外乡亲的守望。",
    "各部门要学会算大账、算长远账，少铺摊子、多练内功，让每分钱都花出响声。",
    "对久拖不决的老大难，由分管负责同志领衔认领，一竿子插到底。",
    "新的赛道上没有旁观者，等靠要只会错失窗口，闯和试才有出路。",
    "会议能合并的一律合并，文件能不发的一律不发，腾出时间跑现场。",
    "我们将敞开大门听真话，欢迎大家当面挑刺、网上留言、随时来电。",
    "把难事办成、把好事办妥、把急事办快，是检验作风的一把硬尺子。",
    "只有心往一处想，才能劲往一处使，汇起来就是推不倒的墙。",
    "面对极不寻常的开局，全体同志咬定目标不松口，顶着压力往前赶。",
    "谁在敷衍，谁在苦干，老百姓心里都有一本明白账。",
    "要用短板倒逼进度，用比拼催生活力，月月晒单、季季排队、年底交卷。",
    "夜校课堂开到车间门口，错时预约让上夜班的人也能听上一堂课。",
    "旧习惯该改的坚决改，土办法管用的接着用，一切从实际出发。",
    "窗口实行午间不打烊，材料缺一样先收下、后补齐，不让人白跑第二趟。",
)  # fmt: skip


@dataclass(frozen=True)
class Truth:
    """What became of a sentence in the later version."""

    kind: str
    moved: bool

    @property
    def relation(self) -> Relation:
        return RELATIONS.get(self.kind, "reworded")


@dataclass(frozen=True)
class SectionTruth:
    """What became of a section."""

    renamed: bool
    moved: bool


@dataclass(frozen=True)
class Perturbed:
    """A report, its later version as read, and the truth about both.

    `continued` has every pair of the review and the plan, `alone` each sentence (side, span) without a partner, with
    its kind; `sections` (earlier, later) has the sections of these parts. `unread` counts the sentences that were not
    cut where they were put, and `unread_sections` the headings that are none in their new surroundings: both are the
    outline's affair.
    """

    earlier: Report
    later: Report
    continued: dict[tuple[Span, Span], Truth]
    alone: dict[tuple[int, Span], str]
    sections: dict[tuple[int, int], SectionTruth]
    unread: int
    unread_sections: int


@dataclass(frozen=True)
class _Unit:
    """A sentence on its way to the later version: where it comes from, and the blanks before it."""

    text: str
    before: str
    sources: tuple[int, ...]
    kind: str = KEPT
    moved: bool = False

    @property
    def paragraph(self) -> bool:
        """Whether it begins one."""
        return bool(LINE_END.search(self.before))

    @property
    def whole(self) -> bool:
        """Whether another sentence may follow in its paragraph."""
        return self.text.endswith(FINAL)


@dataclass
class _Slot:
    """The place of one unit: what stands there now, and what came after it."""

    unit: _Unit
    units: list[_Unit]
    after: list[_Unit] = field(default_factory=list)


def perturbed(report: Report, foreign: Sequence[str], share: float, seed: int) -> Perturbed:
    """Perturb the review and the plan of a report; `foreign` are sentences of another government's.

    Each kind of change befalls `share` of the sentences that can undergo one (a merge takes two); as many are inserted.
    """
    chance = random.Random(seed)  # noqa: S311, to invent, not to hide
    units = _units(report)
    units, moved = _sections_moved(report, units, chance)
    units, renamed = _sections_renamed(report, units, chance)
    slots = [_Slot(unit, [unit]) for unit in units]
    _Sentences(report, slots, share, chance).perturb(foreign)
    return _read(report, list(_laid(slots)), renamed, moved)


def insertable(report: Report) -> list[str]:
    """Sentences that another government's report can take in."""
    said = [one.span.of(report.text) for one in report.sentences if one.part in PARTS and not one.heading]
    return [one for one in said if one.endswith(FINAL) and letters(one) >= SHORTEST and not LINE_END.search(one)]


def _units(report: Report) -> list[_Unit]:
    ends = [0, *(one.span.end for one in report.sentences)]
    return [
        _Unit(one.span.of(report.text), report.text[end : one.span.start], (place,))
        for place, (one, end) in enumerate(zip(report.sentences, ends, strict=False))
    ]


def letters(text: str) -> int:
    """How many characters say something."""
    return len(LETTERS.sub("", text))


def _number(text: str) -> str:
    """The number that a heading or a sentence begins with, if any."""
    found = NUMBERING.match(text)
    return found[0] if found else ""


def around(sections: Sequence[Section]) -> list[frozenset[int]]:
    """For each section, itself and those that it lies in."""
    return [
        frozenset(
            place
            for place, other in enumerate(sections)
            if place == own or (other.level < one.level and other.span.covers(one.span))
        )
        for own, one in enumerate(sections)
    ]


def _opening_parts(report: Report) -> set[int]:
    """Sections that hold the first sentence of a part: the outline knows the part by them."""
    found: set[int] = set()
    lines = around(report.sections)
    for part in PARTS:
        first = next((one for one in report.sentences if one.part == part), None)
        if first and first.section >= 0:
            found |= lines[first.section]
    return found


def _sections_moved(report: Report, units: list[_Unit], chance: random.Random) -> tuple[list[_Unit], set[int]]:
    """Move one of four siblings or more past two or more others, and number them anew."""
    lines, fixed = around(report.sections), _opening_parts(report)
    siblings: defaultdict[tuple[str, int, frozenset[int]], list[int]] = defaultdict(list)
    for place, one in enumerate(report.sections):
        if one.part in PARTS and place not in fixed:
            siblings[one.part, one.level, lines[place] - {place}].append(place)
    moved = set()
    for group in siblings.values():
        runs = [_run(report, units, lines, place) for place in group]
        sound = len(group) >= 4 and all(run and units[run[0]].paragraph for run in runs)
        if not sound or any(one[-1] + 1 != other[0] for one, other in pairwise(runs)):
            continue
        ways = [
            (here, there)
            for here in range(len(group))
            for there in range(len(group))
            if abs(there - here) >= 2
            # The lighter side is the one that moved.
            and sum(len(runs[one]) for one in _passed(here, there)) > 1.5 * len(runs[here])
        ]
        if not ways:
            continue
        here, there = chance.choice(ways)
        order = [place for place in range(len(group)) if place != here]
        order.insert(there, here)
        numbering = [_number(units[run[0]].text) for run in runs]
        blocks = [[units[one] for one in runs[place]] for place in order]
        if len({bool(one.strip()) for one in numbering}) == 1:
            for block, number in zip(blocks, numbering, strict=True):
                said = number + block[0].text[len(_number(block[0].text)) :]
                if said != block[0].text:
                    block[0] = replace(block[0], text=said, kind=RENUMBERED)
        blocks[there] = [replace(one, moved=True) for one in blocks[there]]
        units[runs[0][0] : runs[-1][-1] + 1] = [one for block in blocks for one in block]
        moved.add(group[here])
    return units, moved


def _passed(here: int, there: int) -> range:
    return range(here + 1, there + 1) if there > here else range(there, here)


def _run(report: Report, units: Sequence[_Unit], lines: Sequence[frozenset[int]], section: int) -> list[int]:
    """Where the sentences of a section now stand, one after the other."""
    return [
        place
        for place, unit in enumerate(units)
        if (own := report.sentences[unit.sources[0]].section) >= 0 and section in lines[own]
    ]


def _sections_renamed(report: Report, units: list[_Unit], chance: random.Random) -> tuple[list[_Unit], set[int]]:
    """Give some headings another name, or another beginning; number and marks stay.

    They are numbered or stand on a line of their own, else the outline would know them by their words alone, and have
    two sentences or more under them, which must tell that they are the same.
    """
    fixed, lines = _opening_parts(report), around(report.sections)
    under = Counter(place for one in report.sentences if one.section >= 0 for place in lines[one.section])
    headings = [
        place
        for place, unit in enumerate(units)
        if (one := report.sentences[unit.sources[0]]).heading
        and one.part in PARTS
        and one.section not in fixed
        and report.sections[one.section].span.start == one.span.start
        and letters(unit.text) >= 4
        and under[one.section] > 2
        and (_number(unit.text).strip() or not unit.text.endswith((*FINAL, "；")))
    ]
    names = list(NEUTRAL)
    chance.shuffle(names)
    renamed = set()
    for place in chance.sample(headings, round(RENAMED_SHARE * len(headings))):
        said = units[place].text
        start = len(_number(said))
        name = said[start:].rstrip("。：！:　 ")
        end = said[start + len(name) :]
        cut = words(name)
        if len(cut) >= 2 and (not names or chance.random() < 0.5):
            new = chance.choice(BEGINNINGS) + "".join(cut[len(cut) // 2 :])
        elif names:
            new = names.pop()
        else:
            continue
        units[place] = replace(units[place], text=said[:start] + new + end, kind=HEADING)
        renamed.add(report.sentences[units[place].sources[0]].section)
    return units, renamed


class _Sentences:
    """The perturbation of sentences, each of which undergoes one kind of change at most."""

    def __init__(self, report: Report, slots: list[_Slot], share: float, chance: random.Random) -> None:
        self._report, self._slots, self._chance = report, slots, chance
        self._lines = around(report.sections)
        said = [slot.unit.text for slot in slots]
        openings = {one.span.start for one in report.sections}
        unique = {one for one in said if said.count(one) == 1}
        self._free = [
            place
            for place, slot in enumerate(slots)
            if self._of(place).part in PARTS
            and not self._of(place).heading
            and self._of(place).span.start not in openings
            and slot.unit.text in unique
            and slot.unit.whole
            and letters(slot.unit.text) >= SHORTEST
            and not LINE_END.search(slot.unit.text)
        ]
        self._each = round(share * len(self._free))
        chance.shuffle(self._free)

    def _of(self, place: int) -> Sentence:
        return self._report.sentences[self._slots[place].unit.sources[0]]

    def perturb(self, foreign: Sequence[str]) -> None:
        for kind, edit in ((NUMBER, number_changed), (WORD, word_replaced), (CLAUSES, clauses_swapped)):
            self._edit(kind, edit)
        self._split()
        self._merge()
        dropped = self._take(lambda place: True)
        moving = [(place, MOVED) for place in self._take(self._targets)]
        moving += [(place, EDITED_MOVE) for place in self._take(self._targets)]
        leaving = {place for place, _ in moving} | set(dropped)
        targets = {
            place: self._chance.choice([one for one in self._targets(place) if one not in leaving])
            for place, _ in moving
        }
        for place in dropped:
            self._slots[place].units = []
        for place, kind in moving:
            slot = self._slots[place]
            said = slot.unit.text
            if kind == EDITED_MOVE:
                for edit in (number_changed, word_replaced, clauses_swapped):
                    said = edit(said, self._chance) or said
            slot.units = []
            self._slots[targets[place]].after.append(replace(slot.unit, text=said, before="", kind=kind, moved=True))
        self._insert(STOCKED, STOCK)
        self._insert(FOREIGN, foreign)

    def _take(self, fits: Callable[[int], object]) -> list[int]:
        taken: list[int] = []
        for place in list(self._free):
            if len(taken) == self._each:
                break
            if fits(place):
                taken.append(place)
                self._free.remove(place)
        return taken

    def _edit(self, kind: str, edit: Edit) -> None:
        for place in self._take(lambda place: edit(self._slots[place].unit.text, random.Random(0))):  # noqa: S311
            unit = self._slots[place].unit
            self._slots[place].units = [replace(unit, text=edit(unit.text, self._chance), kind=kind)]

    def _split(self) -> None:
        for place in self._take(lambda place: pieces(self._slots[place].unit.text, random.Random(0))):  # noqa: S311
            unit = self._slots[place].unit
            said = pieces(unit.text, self._chance)
            self._slots[place].units = [
                replace(unit, text=one, before=unit.before if first == 0 else "", kind=SPLIT)
                for first, one in enumerate(said)
            ]

    def _merge(self) -> None:
        count = 0
        for place in list(self._free):
            following = place + 1
            if place not in self._free or following not in self._free or count * 2 >= self._each:
                continue
            one, other = self._slots[place].unit, self._slots[following].unit
            if self._of(place).paragraph != self._of(following).paragraph or _number(other.text):
                continue
            joined = one.text[:-1] + self._chance.choice("，；") + other.text
            self._slots[place].units = [replace(one, text=joined, sources=one.sources + other.sources, kind=MERGED)]
            self._slots[following].units = []
            self._free = [each for each in self._free if each not in (place, following)]
            count += 1

    def _targets(self, place: int) -> list[int]:
        """After which sentences one would be elsewhere: in a section apart, or far off in a very large one."""
        own = self._of(place)
        return [
            other
            for other, slot in enumerate(self._slots)
            if (there := self._of(other)).part == own.part
            and self._open(slot)
            and self._apart(own, there, place - other)
        ]

    def _open(self, slot: _Slot) -> bool:
        one = self._report.sentences[slot.unit.sources[0]]
        return bool(slot.units) and not one.heading and slot.units[-1].whole

    def _apart(self, own: Sentence, there: Sentence, distance: int) -> bool:
        if own.section < 0 or there.section < 0:
            return False
        if own.section == there.section:
            span = self._report.sections[own.section].span
            return abs(distance) >= FAR and span.end - span.start > LARGE * len(self._report.text)
        return own.section not in self._lines[there.section] and there.section not in self._lines[own.section]

    def _insert(self, kind: str, stock: Sequence[str]) -> None:
        places = [place for place, slot in enumerate(self._slots) if self._of(place).part in PARTS and self._open(slot)]
        for said in self._chance.sample(stock, min(len(stock), self._each)):
            slot = self._slots[self._chance.choice(places)]
            slot.after.append(_Unit(said, "", (), kind))


def number_changed(said: str, chance: random.Random) -> str:
    """Every number but years is another of its size; empty where there is none."""

    def other(found: re.Match[str]) -> str:
        decimals = len(found[0].partition(".")[2])
        while (new := f"{float(found[0]) * chance.uniform(0.6, 1.6) + chance.choice((0, 1)):.{decimals}f}") == found[0]:
            pass
        return new

    return NUMERAL.sub(other, said) if NUMERAL.search(said) else ""


def word_replaced(said: str, chance: random.Random) -> str:
    """One word of two characters is another."""
    cut = words(said)
    known = [place for place, one in enumerate(cut) if one in TWIN]
    any_word = [place for place, one in enumerate(cut) if len(one) == 2 and letters(one) == 2]
    if not known and not any_word:
        return ""
    place = chance.choice(known or any_word)
    cut[place] = TWIN.get(cut[place]) or chance.choice(sorted(TWIN))
    return "".join(cut)


def clauses_swapped(said: str, chance: random.Random) -> str:
    """Two neighbouring clauses change places; empty where there are none of six letters each."""
    start = len(_number(said))
    marks = [start - 1, *_marks(said, start), len(said) - 1]
    ways = [
        (one + 1, middle, last)
        for one, middle, last in zip(marks, marks[1:], marks[2:], strict=False)
        if min(letters(said[one + 1 : middle]), letters(said[middle + 1 : last])) >= 6
        and said[one + 1 : middle] != said[middle + 1 : last]
    ]
    if not ways:
        return ""
    first, middle, last = chance.choice(ways)
    return said[:first] + said[middle + 1 : last] + said[middle] + said[first:middle] + said[last:]


def pieces(said: str, chance: random.Random) -> list[str]:
    """Cut a sentence at ； or ， into two or three, none too short to be known; empty where it cannot be."""
    marks = _marks(said, 0)
    ways = [
        cut
        for cut in [[one] for one in marks] + [[one, other] for one in marks for other in marks if one < other]
        if all(letters(said[start:end]) >= SHORTEST for start, end in zip([0, *cut], [*cut, len(said)], strict=True))
    ]
    if not ways:
        return []
    most = chance.choice(sorted({len(cut) for cut in ways}))
    cut = chance.choice([one for one in ways if len(one) == most])
    starts = [0, *(one + 1 for one in cut)]
    return [said[start:end] + "。" for start, end in zip(starts, cut, strict=False)] + [said[starts[-1] :]]


def _marks(said: str, start: int) -> list[int]:
    """Where ； and ， stand outside of quotes and brackets."""
    depth, found = 0, []
    for place, one in enumerate(said):
        depth += BRACKETS.get(one, 0)
        if one in "；，" and not depth and place >= start:
            found.append(place)
    return found


def _laid(slots: Sequence[_Slot]) -> Iterator[_Unit]:
    """The units in their new order; what follows a sentence that went takes its place at the head of the paragraph."""
    waiting = ""
    for slot in slots:
        if slot.unit.paragraph:
            waiting = ""
        if not slot.units:
            waiting = waiting or (slot.unit.before if slot.unit.paragraph else "")
            continue
        first, *others = slot.units
        yield replace(first, before=waiting) if waiting else first
        waiting = ""
        yield from others
        yield from slot.after


def _read(report: Report, units: Sequence[_Unit], renamed: set[int], moved: set[int]) -> Perturbed:
    """Write the later version, read it, and say of its sentences and sections where they come from."""
    text, spans = "", []
    for unit in units:
        text += unit.before
        spans.append(Span(len(text), len(text) + len(unit.text)))
        text += unit.text
    later = read(text + "\n", report.region, report.year)
    cut = {one.span for one in later.sentences}
    continued: dict[tuple[Span, Span], Truth] = {}
    alone: dict[tuple[int, Span], str] = {}
    used = set()
    starts = {}
    for unit, span in zip(units, spans, strict=True):
        used |= set(unit.sources)
        for source in unit.sources:
            one = report.sentences[source]
            if one.part in PARTS:
                continued[one.span, span] = Truth(unit.kind, unit.moved)
            starts[one.span.start] = span.start
        if not unit.sources:
            alone[1, span] = unit.kind
    for place, one in enumerate(report.sentences):
        if place not in used:
            alone[0, one.span] = DROPPED
    there = {one.span.start: place for place, one in enumerate(later.sections)}
    own = [place for place, one in enumerate(report.sections) if one.part in PARTS]
    sections = {
        (place, there[starts[start]]): SectionTruth(place in renamed, place in moved)
        for place in own
        if starts.get(start := report.sections[place].span.start) in there
    }
    unread = sum(span not in cut for span in spans)
    return Perturbed(report, later, continued, alone, sections, unread, len(own) - len(sections))
