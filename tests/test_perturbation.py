"""Alignment against known truth: later versions of ten real reports, perturbed from seeds."""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from perturbed import (
    ALONE,
    CLAUSES,
    CONTINUED,
    DROPPED,
    EDITED_MOVE,
    FOREIGN,
    HEADING,
    KEPT,
    MERGED,
    MOVED,
    NUMBER,
    PARTS,
    RENUMBERED,
    SPLIT,
    STOCKED,
    WORD,
    Perturbed,
    insertable,
    perturbed,
)

from tongbi import Report, read
from tongbi.align import align, match_sections
from tongbi.model import Match, Span

# Levels and decades of which there are reports, the higher levels every other decade.
CELLS = (
    ("national", 1990), ("national", 2010), ("province", 1990), ("province", 2000), ("province", 2020),
    ("city", 2000), ("city", 2010), ("city", 2020), ("district", 2010), ("district", 2020),
)  # fmt: skip
SEEDS = (1, 2)
# At one in twenty of each kind most of a report stays; at one in ten four sentences in five change.
SHARES = (0.05, 0.1)
SECTIONS = AS_IT_WAS, RENAMED, SHIFTED = "section as it was", "section renamed", "section moved"
# Of the pairs that are found: those marked as moved, whatever else befell them.
MARK = "marked as moved"
Aligner = Callable[[Report, Report], Sequence[Match]]


@dataclass
class Score:
    """Counts of one kind of change.

    Pairs in truth, of these those found, and of the found those named right and those moved right; matches that touch
    a sentence of this kind, and the true ones. Of sentences without a partner, `found` counts those left alone.
    """

    pairs: int = 0
    found: int = 0
    named: int = 0
    moved: int = 0
    touching: int = 0
    true: int = 0

    @property
    def shares(self) -> tuple[float, ...]:
        """Recall, precision, named right, moved right."""
        found = max(self.found, 1)
        return self.found / self.pairs, self.true / max(self.touching, 1), self.named / found, self.moved / found


@pytest.fixture(scope="module")
def reports(shared: Path) -> list[Report]:
    """Of each level and decade the report whose path has the lowest SHA-256: no choice of ours."""
    with (shared / "reports/manifest.csv").open(encoding="utf-8", newline="") as manifest:
        cells = defaultdict(list)
        for row in csv.DictReader(manifest):
            cells[row["level"], int(row["year"][:4]) // 10 * 10].append(row["file"])
    names = [min(cells[cell], key=lambda name: hashlib.sha256(name.encode()).hexdigest()) for cell in CELLS]
    return [read((shared / "reports" / name).read_bytes().decode("utf-8")) for name in names]


@pytest.fixture(scope="module")
def versions(reports: list[Report]) -> dict[float, list[Perturbed]]:
    """Ten versions for each seed, by share."""
    return {share: [one for seed in SEEDS for one in _versions(reports, share, seed)] for share in SHARES}


def _versions(reports: list[Report], share: float, seed: int) -> list[Perturbed]:
    others = [insertable(report) for report in reports[len(reports) // 2 :] + reports[: len(reports) // 2]]
    return [perturbed(report, foreign, share, seed) for report, foreign in zip(reports, others, strict=True)]


def scored(versions: Iterable[Perturbed], aligner: Aligner = align) -> dict[str, Score]:
    scores: defaultdict[str, Score] = defaultdict(Score)
    for one in versions:
        found = {(match.earlier, match.later): match for match in aligner(one.earlier, one.later)}
        _score_sentences(one, found, scores)
        _score_sections(one, list(found.values()), scores)
    return scores


def _score_sentences(one: Perturbed, found: dict[tuple[Span, Span], Match], scores: dict[str, Score]) -> None:
    kinds = dict(one.alone)
    for pair, truth in one.continued.items():
        kinds.update(dict.fromkeys(enumerate(pair), truth.kind))
        score = scores[truth.kind]
        score.pairs += 1
        if match := found.get(pair):
            score.found += 1
            score.named += match.relation == truth.relation
            score.moved += match.moved == truth.moved
            mark = scores[MARK]
            mark.pairs += truth.moved
            mark.touching += match.moved
            mark.found += match.moved and truth.moved
            mark.true += match.moved and truth.moved
    matched = {(side, span) for pair in found for side, span in enumerate(pair)}
    for key, kind in one.alone.items():
        scores[kind].pairs += 1
        scores[kind].found += key not in matched
    for pair in found:
        for kind in {kinds[side, span] for side, span in enumerate(pair) if (side, span) in kinds}:
            scores[kind].touching += 1
            scores[kind].true += pair in one.continued


def _score_sections(one: Perturbed, matches: Sequence[Match], scores: dict[str, Score]) -> None:
    found = {(match.earlier, match.later): match for match in match_sections(one.earlier, one.later, matches)}
    known = {place: pair for pair in one.sections for place in [(0, pair[0]), (1, pair[1])]}
    for pair, truth in one.sections.items():
        match = found.get(pair)
        for kind in _section_kinds(one, pair):
            score = scores[kind]
            score.pairs += 1
            score.found += match is not None
            score.named += match is not None and match.renamed == truth.renamed
            score.moved += match is not None and match.moved == truth.moved
    for pair in found:
        touched = {known[place] for place in enumerate(pair) if place in known}
        for kind in {kind for other in touched for kind in _section_kinds(one, other)}:
            scores[kind].touching += 1
            scores[kind].true += pair in one.sections


def _section_kinds(one: Perturbed, pair: tuple[int, int]) -> list[str]:
    truth = one.sections[pair]
    changed = [kind for kind, held in zip(SECTIONS[1:], (truth.renamed, truth.moved), strict=True) if held]
    return changed or [SECTIONS[0]]


def table(scores: dict[str, Score]) -> str:
    lines = [f"{'':24}{'n':>6}{'recall':>11}{'precision':>11}{'named':>11}{'moved':>11}"]
    lines += [_line(kind, scores[kind], 4) for kind in (*CONTINUED, *SECTIONS)]
    lines += [_line(MARK, scores[MARK], 2), *(f"{_line(kind, scores[kind], 1)} left alone" for kind in ALONE)]
    return "\n".join(lines)


def _line(kind: str, score: Score, measures: int) -> str:
    return f"{kind:24}{score.pairs:6}" + "".join(f"{share:11.3f}" for share in score.shares[:measures])


# A little below what is reached at the first and at the second share.
MEASURES = ("recall", "precision", "named", "moved")
FLOORS = {
    0.05: {
        KEPT: (0.995, 0.99, 0.995, 0.995), NUMBER: (0.995, 0.98, 0.98, 0.995), WORD: (0.995, 0.98, 0.98, 0.995),
        CLAUSES: (0.995, 0.985, 0.985, 0.99), MOVED: (0.995, 0.99, 0.995, 0.99), EDITED_MOVE: (0.995, 0.99, 0.99, 0.99),
        SPLIT: (0.99, 0.985, 0.99, 0.99), MERGED: (0.99, 0.99, 0.99, 0.99), HEADING: (0.96, 0.98, 0.98, 0.98),
        RENUMBERED: (0.99, 0.99, 0.99, 0.98), AS_IT_WAS: (0.995, 0.995, 0.995, 0.995),
        RENAMED: (0.96, 0.98, 0.98, 0.98), SHIFTED: (0.98, 0.98, 0.98, 0.97), MARK: (0.99, 0.995),
        DROPPED: (0.92,), STOCKED: (0.99,), FOREIGN: (0.965,),
    },
    0.1: {
        KEPT: (0.995, 0.985, 0.995, 0.995), NUMBER: (0.995, 0.98, 0.98, 0.995), WORD: (0.995, 0.975, 0.975, 0.995),
        CLAUSES: (0.99, 0.985, 0.99, 0.99), MOVED: (0.995, 0.985, 0.995, 0.99), EDITED_MOVE: (0.99, 0.985, 0.985, 0.99),
        SPLIT: (0.985, 0.98, 0.99, 0.985), MERGED: (0.99, 0.985, 0.985, 0.99), HEADING: (0.95, 0.98, 0.98, 0.98),
        RENUMBERED: (0.99, 0.99, 0.99, 0.98), AS_IT_WAS: (0.995, 0.995, 0.99, 0.99),
        RENAMED: (0.95, 0.98, 0.98, 0.97), SHIFTED: (0.98, 0.98, 0.98, 0.96), MARK: (0.985, 0.995),
        DROPPED: (0.9,), STOCKED: (0.99,), FOREIGN: (0.97,),
    },
}  # fmt: skip


@pytest.mark.parametrize("share", SHARES)
def test_alignment_finds_what_became_of_each_sentence(
    versions: dict[float, list[Perturbed]], share: float, tell: Callable[[str], None]
) -> None:
    scores = scored(versions[share])
    tell(f"{share:.0%} of each kind, ten reports, seeds {SEEDS}\n{table(scores)}\n")
    below = {
        (kind, measure): (reached, floor)
        for kind, floors in FLOORS[share].items()
        for measure, reached, floor in zip(MEASURES, scores[kind].shares, floors, strict=False)
        if reached < floor
    }
    assert not below


def test_versions_hold_what_they_say(versions: dict[float, list[Perturbed]]) -> None:
    """The truth is whole, and the outline reads nearly all of the later versions as they were written."""
    every = versions[SHARES[0]]
    for one in every:
        aligned = {sentence.span for sentence in one.earlier.sentences if sentence.part in PARTS}
        assert aligned == {pair[0] for pair in one.continued} | {span for side, span in one.alone if side == 0}
        for (before, after), truth in one.continued.items():
            same = before.of(one.earlier.text) == after.of(one.later.text)
            assert same == (truth.kind in (KEPT, MOVED))
    assert sum(one.unread for one in every) <= 2
    assert sum(one.unread_sections for one in every) <= 0.02 * sum(len(one.sections) for one in every)


def test_versions_are_told_by_their_seed(reports: list[Report]) -> None:
    first, again, other = (perturbed(reports[-2], (), SHARES[0], seed).later.text for seed in (1, 1, 2))
    assert first == again != other


def test_an_aligner_of_equal_sentences_falls_below_the_floors(versions: dict[float, list[Perturbed]]) -> None:
    """The scores can fail: by equal texts alone, what moved is found, and what was edited, split or merged is not."""

    def equal(earlier: Report, later: Report) -> list[Match]:
        places = {one.span.of(later.text): one.span for one in later.sentences if one.part in PARTS}
        known = [(one.span, places.get(one.span.of(earlier.text))) for one in earlier.sentences if one.part in PARTS]
        return [Match(span, there, "kept", False, 1.0, "exact") for span, there in known if there]

    scores = scored(versions[SHARES[0]], equal)
    assert scores[MOVED].shares[0] == 1
    assert scores[MOVED].shares[3] == 0
    for kind in (NUMBER, WORD, CLAUSES, EDITED_MOVE, SPLIT, MERGED, HEADING):
        assert scores[kind].shares[0] == 0
