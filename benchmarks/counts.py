"""What is counted of one tool on annotated pairs; the rules are those of `benchmarks.shown`."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from benchmarks.annotated import Plans
from benchmarks.shown import Pair, Rule, Shown, Side, inside_words, pairs_shown, runs
from tongbi.model import Span


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of one tool on one pair of plans, or, added up, on several."""

    pairs: int = 0
    shown: int = 0
    kept_alone: int = 0
    """Those shown by what is kept, without any block."""
    moved: int = 0
    moved_shown: int = 0
    beside: int = 0
    """Later sentences shown beside an earlier one; see `judged` for which are left out."""
    beside_right: int = 0
    runs: int = 0
    """Runs on both sides, and places marked as moved."""
    ends: int = 0
    torn: int = 0
    characters: int = 0
    """Of both texts, blanks left out."""
    in_runs: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Counts") -> "Counts":
        """Add field by field."""
        return Counts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Counts)))


def count(shown: Shown, pair: Plans, seconds: float = 0.0) -> Counts:
    """Count what `shown` does with one annotated pair."""
    found = pairs_shown(shown, pair.earlier, pair.later, Rule())
    alone = pairs_shown(shown, pair.earlier, pair.later, Rule(block=0))
    beside, right = judged(found, pair)
    before, after = runs(shown, pair.earlier, pair.later)
    sides = ((before, pair.earlier), (after, pair.later))
    return Counts(
        pairs=len(pair.firm),
        shown=len(found & pair.firm),
        kept_alone=len(alone & pair.firm),
        moved=len(pair.moved),
        moved_shown=len(found & pair.moved),
        beside=len(beside),
        beside_right=len(right),
        runs=len(before) + len(after) + shown.moved,
        ends=2 * (len(before) + len(after)),
        torn=sum(inside_words(one, side.words) for one, side in sides),
        characters=sum(_written(side.text) for _, side in sides),
        in_runs=sum(_in_runs(one, side) for one, side in sides),
        seconds=seconds,
    )


def judged(found: frozenset[Pair], pair: Plans) -> tuple[set[int], set[int]]:
    """Give the later sentences shown beside an earlier one, and those of them shown beside an annotated one.

    One that is shown beside nothing firm, but beside one that may be shown or not, is left out.
    """
    right = {later for _, later in found & pair.firm}
    spared = {later for _, later in found & pair.optional} - right
    return {later for _, later in found} - spared, right


def _written(text: str) -> int:
    return len("".join(text.split()))


def _in_runs(found: Sequence[Span], side: Side) -> int:
    return sum(_written(run.of(side.text)) for run in found)
