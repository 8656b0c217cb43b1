"""What a comparison of two texts shows its reader, whatever tool made it, and what is measured of that.

Every tool's output becomes a `Shown`: which characters it keeps, and what it lays opposite one another. All measures
are taken from that, so that no tool is favoured by its form. Letters, digits and Chinese characters are *solid*; marks
and blanks are not, and do not count where two sentences are compared.

**A pair of sentences is shown** where either holds:

- *kept*: of the solid characters that the two have in common (their longest common subsequence), at least `Rule.kept`
  (a third) are shown as kept between just these two, and no fewer than four (all, where a sentence has fewer);
- *opposite*: one block that was replaced (or one row, or one matched pair) touches at most `Rule.block` (three)
  sentences on either side, and holds at least half of the solid characters of both.

**A run** is a longest stretch of one text that is not kept; blanks neither begin, end nor part a run. Its two ends are
its boundaries. A boundary lies *inside a word* where it lies between the ends of one of the given words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from tongbi.model import Span

Pair = tuple[int, int]
"""A sentence of the earlier text and one of the later, by their places."""

_LEAST_KEPT = 4


@dataclass(frozen=True, slots=True)
class Kept:
    """`length` characters from `earlier` on that are shown as the same as those from `later` on."""

    earlier: int
    later: int
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the earlier text laid opposite a stretch of the later."""

    earlier: Span
    later: Span


@dataclass(frozen=True, slots=True)
class Shown:
    """What a tool shows of two texts; `moved` counts the places that it marks as moved, which a reader looks at too."""

    kept: tuple[Kept, ...]
    blocks: tuple[Block, ...]
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """From when on a pair of sentences counts as shown; see the module. A `block` of 0 leaves blocks out."""

    kept: float = 1 / 3
    block: int = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One text with its sentences, in reading order and without overlap, and the words that no run should cut."""

    text: str
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]

    def places(self) -> list[int]:
        """Give for each character the place of its sentence; -1 where it has none or is not solid."""
        found = [-1] * len(self.text)
        for place, sentence in enumerate(self.sentences):
            for offset in range(sentence.start, sentence.end):
                if self.text[offset].isalnum():
                    found[offset] = place
        return found


def blocks_between(kept: Sequence[Kept], lengths: tuple[int, int]) -> tuple[Block, ...]:
    """Give what stands between two kept stretches, where both texts have something; `kept` does not cross."""
    found, left, right = [], 0, 0
    for one in (*kept, Kept(*lengths, 0)):
        if left < one.earlier and right < one.later:
            found.append(Block(Span(left, one.earlier), Span(right, one.later)))
        left, right = one.earlier + one.length, one.later + one.length
    return tuple(found)


def pairs_shown(shown: Shown, earlier: Side, later: Side, rule: Rule) -> frozenset[Pair]:
    """Find the pairs of sentences that are shown side by side; see the module for the rule."""
    before, after = earlier.places(), later.places()
    return _kept_pairs(shown, earlier, later, before, after, rule) | _opposite_pairs(shown, before, after, rule)


def _kept_pairs(
    shown: Shown, earlier: Side, later: Side, before: Sequence[int], after: Sequence[int], rule: Rule
) -> frozenset[Pair]:
    counted: Counter[Pair] = Counter()
    for one in shown.kept:
        both = zip(
            before[one.earlier : one.earlier + one.length], after[one.later : one.later + one.length], strict=True
        )
        counted.update(pair for pair in both if min(pair) >= 0)
    found = set()
    for (place, other), count in counted.items():
        one_text = _solid(earlier.sentences[place].of(earlier.text))
        other_text = _solid(later.sentences[other].of(later.text))
        least = min(_LEAST_KEPT, len(one_text), len(other_text))
        if count >= least and count >= rule.kept * common(one_text, other_text):
            found.add((place, other))
    return frozenset(found)


def _opposite_pairs(shown: Shown, before: Sequence[int], after: Sequence[int], rule: Rule) -> frozenset[Pair]:
    sizes = Counter(before), Counter(after)

    def held(span: Span, places: Sequence[int], size: Counter[int]) -> list[int]:
        counted = Counter(place for place in places[span.start : span.end] if place >= 0)
        if len(counted) > rule.block:
            return []
        return [place for place, count in counted.items() if 2 * count >= size[place]]

    found: set[Pair] = set()
    for block in shown.blocks:
        found.update(product(held(block.earlier, before, sizes[0]), held(block.later, after, sizes[1])))
    return frozenset(found)


def _solid(text: str) -> str:
    return "".join([one for one in text if one.isalnum()])


@cache
def common(one: str, other: str) -> int:
    """Give the length of the longest common subsequence, by bits of an integer (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, character in enumerate(one):
        places[character] = places.get(character, 0) | 1 << place
    full = (1 << len(one)) - 1
    row = full
    for character in other:
        hits = row & places.get(character, 0)
        row = ((row + hits) | (row - hits)) & full
    return len(one) - row.bit_count()


def runs(shown: Shown, earlier: Side, later: Side) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Find the runs of either text that are not kept, in reading order."""
    before = _not_kept(earlier.text, ((one.earlier, one.length) for one in shown.kept))
    after = _not_kept(later.text, ((one.later, one.length) for one in shown.kept))
    return before, after


def _not_kept(text: str, kept: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    same = bytearray(len(text))
    for start, length in kept:
        same[start : start + length] = b"\1" * length
    found: list[Span] = []
    open_run = False
    for offset, character in enumerate(text):
        if character.isspace():
            continue
        if same[offset]:
            open_run = False
        elif open_run:
            found[-1] = Span(found[-1].start, offset + 1)
        else:
            found.append(Span(offset, offset + 1))
            open_run = True
    return tuple(found)


def inside_words(found: Iterable[Span], words: Iterable[Span]) -> int:
    """Count the ends of runs that lie inside a word; one offset that ends one run and begins another counts twice."""
    inside = {offset for word in words for offset in range(word.start + 1, word.end)}
    return sum((run.start in inside) + (run.end in inside) for run in found)
