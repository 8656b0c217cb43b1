"""Sections moved past their siblings, and headings given other names."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from perturbed.model import FINAL, HEADING, PARTS, RENUMBERED, Unit
from perturbed.rewording import letters, number_of
from tongbi.model import Report, Section
from tongbi.words import words

RENAMED_SHARE = 0.25
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


def sections_moved(report: Report, units: list[Unit], chance: random.Random) -> tuple[list[Unit], set[int]]:
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
        numbering = [number_of(units[run[0]].text) for run in runs]
        blocks = [[units[one] for one in runs[place]] for place in order]
        if len({bool(one.strip()) for one in numbering}) == 1:
            for block, number in zip(blocks, numbering, strict=True):
                said = number + block[0].text[len(number_of(block[0].text)) :]
                if said != block[0].text:
                    block[0] = replace(block[0], text=said, kind=RENUMBERED)
        blocks[there] = [replace(one, moved=True) for one in blocks[there]]
        units[runs[0][0] : runs[-1][-1] + 1] = [one for block in blocks for one in block]
        moved.add(group[here])
    return units, moved


def _passed(here: int, there: int) -> range:
    return range(here + 1, there + 1) if there > here else range(there, here)


def _run(report: Report, units: Sequence[Unit], lines: Sequence[frozenset[int]], section: int) -> list[int]:
    """Where the sentences of a section now stand, one after the other."""
    return [
        place
        for place, unit in enumerate(units)
        if (own := report.sentences[unit.sources[0]].section) >= 0 and section in lines[own]
    ]


def sections_renamed(report: Report, units: list[Unit], chance: random.Random) -> tuple[list[Unit], set[int]]:
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
        and (number_of(unit.text).strip() or not unit.text.endswith((*FINAL, "；")))
    ]
    names = list(NEUTRAL)
    chance.shuffle(names)
    renamed = set()
    for place in chance.sample(headings, round(RENAMED_SHARE * len(headings))):
        said = units[place].text
        start = len(number_of(said))
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
