"""What holds of any two plans, on 10,000 invented pairs of sentences: told from a seed, the same on every run."""

import os
import random
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import accumulate

import pytest
from invented import Line, lay_out

from tongbi.align import align
from tongbi.diff import edits, marks
from tongbi.model import Match, Report
from tongbi.words import words

PLANS, SENTENCES = 100, 100
PAIRS = 10_000
VERBS: list[str] = re.findall("..", "推进加快建成启用改造深化落实开展新增完成办好支持争取健全整治培育")
PLACES: list[str] = re.findall("..", "南河北岭东湾西溪长桥云顶柳林石塘")
THINGS: list[str] = re.findall(
    "....",
    "码头扩建小区改造雨污分流托育机构技能培训公交线路农田水利养老床位智慧停车河道清淤校舍加固冷链仓库光伏电站村级公路"
    "全民阅读电商直播危桥拆建",
)
UNITS = ["个", "家", "公里", "万元", "万平方米", "户", "名", "%", "亿元", "处"]
ENDS = ("。", "。", "！", "；", "")
NUMBERING = ("", "", "", "一是", "（二）", "3.")


def clause(chance: random.Random) -> str:
    said = chance.choice(VERBS) + chance.choice(("", *PLACES)) + chance.choice(THINGS)
    if chance.random() < 0.4:
        said += f"{chance.choice((chance.randint(1, 400), 12.5, '三', '十余'))}{chance.choice(UNITS)}"
    return said


def sentence(chance: random.Random) -> str:
    clauses = [clause(chance) for _ in range(chance.randint(1, 5))]
    return chance.choice(NUMBERING) + chance.choice(("，", "、", "，\n")).join(clauses) + chance.choice(ENDS)


def reworded(said: str, chance: random.Random) -> str:
    """Change a sentence as a year does: clauses go, come and change places; a verb, a place, a number is another."""
    clauses = said.rstrip("。！；").split("，")
    chance.shuffle(clauses)
    clauses = [one for one in clauses if chance.random() < 0.8] or clauses[:1]
    clauses += [clause(chance)] * (chance.random() < 0.3)
    changed = "，".join(clauses)
    for words_of in (VERBS, PLACES, UNITS):
        changed = changed.replace(chance.choice(words_of), chance.choice(words_of))
    return changed + chance.choice(ENDS)


@cache
def plans(seed: int) -> tuple[Report, Report]:
    """Two plans of SENTENCES lines each: some kept, most reworded, some new, a block of them moved."""
    chance = random.Random(seed)  # noqa: S311, to invent, not to hide
    earlier = [sentence(chance) for _ in range(SENTENCES)]
    later = [
        chance.choice((said, reworded(said, chance), reworded(said, chance), sentence(chance))) for said in earlier
    ]
    start = chance.randrange(SENTENCES // 2)
    later = later[start:] + later[:start]
    # Twins: what is said twice must not be matched by the order in which it was handed in.
    later[chance.randrange(SENTENCES)] = later[chance.randrange(SENTENCES)]
    first, second = ([_line(said, place) for place, said in enumerate(side)] for side in (earlier, later))
    return lay_out(tuple(first)), lay_out(tuple(second))


def _line(said: str, place: int) -> Line:
    return ("plan", 2 if place % 20 == 0 else 0, said.replace("\n", "") if place % 20 == 0 else said)


SEEDS = pytest.mark.parametrize("seeds", [range(start, start + 10) for start in range(0, PLANS, 10)], ids=str)


@SEEDS
def test_exchanged_plans_have_the_same_pairs(seeds: range) -> None:
    for seed in seeds:
        earlier, later = plans(seed)
        forward = {(one.earlier, one.later) for one in align(earlier, later)}
        assert len(forward) > SENTENCES // 3
        assert forward == {(one.later, one.earlier) for one in align(later, earlier)}


def test_a_plan_laid_against_itself_is_kept() -> None:
    for seed in range(20):
        earlier, _ = plans(seed)
        times = Counter(one.span.of(earlier.text) for one in earlier.sentences)
        kept = {one.earlier.of(earlier.text) for one in align(earlier, earlier) if one.earlier == one.later}
        assert {said for said, count in times.items() if count == 1} <= kept


@SEEDS
def test_runs_rebuild_both_sentences_of_any_pair(seeds: range) -> None:
    for seed in seeds:
        earlier, later = plans(seed)
        for one, other in zip(earlier.sentences, later.sentences, strict=False):
            rebuilds(earlier.text, later.text, Match(one.span, other.span, "reworded", False, 1.0, "near"))


def test_there_are_ten_thousand_pairs_of_sentences() -> None:
    pairs = [min(len(side.sentences) for side in plans(seed)) for seed in range(PLANS)]
    assert sum(pairs) == PAIRS


def rebuilds(before: str, after: str, match: Match) -> None:
    found = edits(before, after, match)
    sides = [one.earlier for one in found if one.earlier], [one.later for one in found if one.later]
    for text, whole, spans in zip((before, after), (match.earlier, match.later), sides, strict=True):
        assert "".join(span.of(text) for span in spans) == whole.of(text)
        ends = set(accumulate(map(len, words(whole.of(text))), initial=whole.start))
        assert {place for span in spans for place in (span.start, span.end)} <= ends
    assert all(one.earlier.of(before) == one.later.of(after) for one in found if one.earlier and one.later)
    assert all(mark.sentence.covers(mark.span) for mark in marks([match], [found], (before, after)))


def test_output_is_the_same_whatever_was_done_before() -> None:
    alone = [align(*plans(seed)) for seed in range(10)]
    turned = [align(*plans(seed)) for seed in reversed(range(30))]
    assert turned[::-1][:10] == alone


@pytest.mark.parametrize(("hashes", "threads"), [("1", "1"), ("2", "2")])
def test_output_is_the_same_in_another_process(hashes: str, threads: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import test_alignment_properties as here; print(here.fingerprint())"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": hashes, "OPENBLAS_NUM_THREADS": threads, "PYTHONPATH": _paths()},
    )
    assert told.stdout.strip() == fingerprint()


def _paths() -> str:
    return os.pathsep.join(path for path in sys.path if path)


def fingerprint() -> str:
    """Every match and every run of three pairs of plans, as text."""
    found = []
    for seed in range(3):
        earlier, later = plans(seed)
        matches = align(earlier, later)
        found.append(repr((matches, [edits(earlier.text, later.text, one) for one in matches])))
    return "".join(found)
