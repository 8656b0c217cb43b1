"""Edits of one sentence: another number, another word, clauses swapped, a sentence cut in pieces."""

import random
import re
from collections.abc import Callable

from tongbi.words import words

Edit = Callable[[str, random.Random], str]
LETTERS = re.compile(r"[\W\d_]+")
NUMERAL = re.compile(r"(?<![\dA-Za-z.])\d+(?:\.\d+)?(?![\dA-Za-z.]|\s*[年月日个]*年|[月日])")
NUMBERING = re.compile(
    r"\s*(?:[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[.．、)）]|第?[一二三四五六七八九十]+[是、，])?\s*"
)
BRACKETS = {"“": 1, "”": -1, "（": 1, "）": -1, "(": 1, ")": -1, "《": 1, "》": -1}
# Nobody could know a shorter one again elsewhere, or half of it.
SHORTEST = 12
# Words that may stand for each other; any two of them where a sentence has none.
TWINS = re.findall(
    r"(\S\S)-(\S\S)",
    "推进-加快 加强-强化 建设-打造 提高-提升 完善-健全 促进-推动 发展-壮大 加大-增加 实施-开展 深入-扎实 全面-全力 "
    "积极-主动 支持-扶持 保障-确保 建立-构建 落实-兑现 改善-优化 重点-着重 扩大-拓宽 坚持-坚守 继续-持续 新增-增添 "
    "完成-办结 群众-居民 企业-厂商 项目-工程 管理-管护 服务-帮办 农村-乡村 城市-城镇 组织-发动 努力-奋力 基本-大体 "
    "明显-显著 进行-从事 启动-开启 培育-培植 解决-化解",
)
TWIN = dict(TWINS) | {other: one for one, other in TWINS}


def letters(text: str) -> int:
    """How many characters say something."""
    return len(LETTERS.sub("", text))


def number_of(text: str) -> str:
    """The number that a heading or a sentence begins with, if any."""
    found = NUMBERING.match(text)
    return found[0] if found else ""


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
    start = len(number_of(said))
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
