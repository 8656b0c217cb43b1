"""Sentences edited, split, merged, dropped, moved and inserted, each undergoing one kind of change at most."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from perturbed.model import (
    CLAUSES,
    EDITED_MOVE,
    FOREIGN,
    LINE_END,
    MERGED,
    MOVED,
    NUMBER,
    PARTS,
    SPLIT,
    STOCKED,
    WORD,
    Unit,
)
from perturbed.rewording import (
    SHORTEST,
    Edit,
    clauses_swapped,
    letters,
    number_changed,
    number_of,
    pieces,
    word_replaced,
)
from perturbed.sections import around
from tongbi.model import Report, Sentence

# How far a sentence goes in a section so large that order within it counts, in sentences.
FAR = 20
LARGE = 1 / 3
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


@dataclass
class Slot:
    """The place of one unit: what stands there now, and what came after it."""

    unit: Unit
    units: list[Unit]
    after: list[Unit] = field(default_factory=list)


class Sentences:
    """The perturbation of sentences, each of which undergoes one kind of change at most."""

    def __init__(self, report: Report, slots: list[Slot], share: float, chance: random.Random) -> None:
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
            if self._of(place).paragraph != self._of(following).paragraph or number_of(other.text):
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

    def _open(self, slot: Slot) -> bool:
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
            slot.after.append(Unit(said, "", (), kind))


def laid(slots: Sequence[Slot]) -> Iterator[Unit]:
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
