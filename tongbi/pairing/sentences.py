"""The sentences around two groups of numbers: how alike they are, and what they say or leave unsaid."""

from collections.abc import Iterable
from itertools import permutations, product

from tongbi.identity import grams, unified
from tongbi.model import Match, Report
from tongbi.pairing.groups import Group
from tongbi.vocabulary import spellings

_COMMON = 3.0  # pieces of a sentence that weigh no more say nothing
_ALIGNED = 0.5  # aligned sentences speak of one task, and often of several of its numbers
_SAYS_NO_MORE = 2  # characters


class Context:
    """How alike the sentences of two reports are; each pair is compared once, and an alignment counts as evidence."""

    def __init__(self, earlier: Report, later: Report, matches: Iterable[Match] = ()) -> None:
        """Compare sentences of `earlier` with those of `later` (for the baseline lane, one report twice)."""
        self._reports = (earlier, later)
        self._pieces: tuple[dict[int, tuple[dict[str, float], float]], ...] = ({}, {})
        self._aligned = {(match.earlier, match.later): match.score for match in matches}
        self._known: dict[tuple[int, int], float] = {}

    def _sentence(self, side: int, index: int) -> tuple[dict[str, float], float]:
        """Give a sentence's weighted pairs of characters, common ones and numbers left out, and their total weight."""
        if index not in self._pieces[side]:
            report = self._reports[side]
            weighted = grams(unified(report.sentences[index].span.of(report.text)))
            pieces = {
                piece: weight
                for piece, weight in weighted.items()
                if len(piece) == 2 and weight > _COMMON and not piece.isascii()
            }
            self._pieces[side][index] = (pieces, sum(pieces.values()))
        return self._pieces[side][index]

    def likeness(self, one: int, other: int) -> float:
        """Give the weighted Dice of two sentences, by index, or what half of their alignment is if that is more."""
        if (one, other) not in self._known:
            (mine, weight), (theirs, other_weight) = self._sentence(0, one), self._sentence(1, other)
            shared = sum(mine[piece] for piece in mine.keys() & theirs.keys())
            dice = 2 * shared / (weight + other_weight) if shared else 0.0
            spans = (self._reports[0].sentences[one].span, self._reports[1].sentences[other].span)
            self._known[one, other] = max(dice, _ALIGNED * self._aligned.get(spans, 0.0))
        return self._known[one, other]

    def unsaid(self, one: Group, other: Group) -> int:
        """Count the words by which one name is a part and of which the other's name and sentences say nothing."""
        return sum(
            not any(self._says(side, theirs.sentences, word) for word in spellings().scope.parts[part])
            for side, mine, theirs in ((1, one, other), (0, other, one))
            for part in mine.name.parts - theirs.name.parts
        )

    def more_things(self, one: Group, other: Group) -> bool:
        """Tell whether one counts two things together of which the other counts the first or last, and says no more."""
        if any(set(one.amounts[base]) & set(other.amounts[base]) for base in one.amounts.keys() & other.amounts.keys()):
            return False  # the same number is said of what is the same, in more words or fewer
        return any(
            len(mine.name.things) == 2
            and any(
                kept in theirs.name.things[0]
                and len(theirs.name.things[0]) - len(kept) <= _SAYS_NO_MORE
                and left not in theirs.name.common
                and not self._says(side, theirs.sentences, left)
                for kept, left in permutations(mine.name.things)
            )
            for side, mine, theirs in ((1, one, other), (0, other, one))
            if len(theirs.name.things) == 1
        )

    def elsewhere(self, one: Group, other: Group) -> bool:
        """Tell whether one is the number of an area of which the sentences of the other say nothing."""
        return any(
            mine.area and not (mine.area in theirs.name.common or self._says(side, theirs.sentences, mine.area))
            for side, mine, theirs in ((1, one, other), (0, other, one))
        )

    def _says(self, side: int, sentences: Iterable[int], word: str) -> bool:
        report = self._reports[side]
        return any(word in report.sentences[index].span.of(report.text) for index in sentences)

    def nearest(self, one: Iterable[int], other: Iterable[int]) -> float:
        """Give the likeness of the most alike of two sets of sentences, 0.0 where either is empty."""
        return max((self.likeness(mine, theirs) for mine, theirs in product(one, other)), default=0.0)
