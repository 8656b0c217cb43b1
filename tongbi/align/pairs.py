"""Which sentences of a part continue which: likeness, competition, order, and a threshold below it nothing is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tongbi.align.features import Floats, Units, similarity
from tongbi.align.order import posteriors

Flags = NDArray[np.bool_]

# Conneau et al., "Word Translation Without Parallel Data", ICLR 2018 (CSLS): a sentence that is like many is like none.
_RIVALS = 5
_COMPETITION = 0.25
# Of probability and likeness together: what moved alone is improbable, and found by its words.
_LEAST = 0.77
# A sentence that continues two: the second must not be much less probable than another that continues it alone.
_SECOND = 0.4
# Between two sure neighbours anything would do; of the annotated pairs that are found none is less alike than .28.
_LEAST_ALIKE = 0.25
# From here on a pair of two hundred sentences would be found by a jump from anywhere: see `tongbi.align.order`.
_NEAR = 0.26


@dataclass(frozen=True, slots=True)
class Pair:
    """Indexes of two sentences of a part, how probable the pair is, 0..1, and what decided.

    `near`: the words alone would have been enough; `order`: the neighbours decided; `section`: two headings over what
    continues each other; `given`: the pair was known beforehand.
    """

    earlier: int
    later: int
    probability: float
    reason: Literal["near", "order", "section", "given"]


class Settled(NamedTuple):
    """What is known beforehand of a part: pairs of sentences, by index, that continue each other, or do not."""

    joined: Sequence[tuple[int, int]] = ()
    parted: Sequence[tuple[int, int]] = ()

    def turned(self) -> "Settled":
        """The same with the reports exchanged."""
        return Settled(*([(later, earlier) for earlier, later in pairs] for pairs in self))


def pairs(parts: Sequence[tuple[Units, Units]], settled: Sequence[Settled]) -> list[list[Pair]]:
    """Pair the sentences of each part's two sides, both given as (earlier, later), around what is settled there."""
    full = [place for place, (earlier, later) in enumerate(parts) if earlier.size and later.size]
    alike = [_settled(similarity(*parts[place]), settled[place]) for place in full]
    compared = [_after_competition(one) for one in alike]
    found: list[list[Pair]] = [[] for _ in parts]
    for place, one, other, probability in zip(full, alike, compared, posteriors(compared), strict=True):
        enough = (one >= _LEAST_ALIKE) & (one + probability >= _LEAST)
        found[place] = _with_given(_best(probability, enough, near=other >= _NEAR), settled[place])
    return found


def _settled(alike: Floats, known: Settled) -> Floats:
    """Make pairs that are joined as alike as can be and unlike all others, and those that are parted not alike."""
    for earlier, later in known.joined:
        alike[earlier], alike[:, later] = 0.0, 0.0
    for pairs_of, value in ((known.parted, 0.0), (known.joined, 1.0)):
        for earlier, later in pairs_of:
            alike[earlier, later] = value
    return alike


def _with_given(found: list[Pair], known: Settled) -> list[Pair]:
    """Put the pairs that are joined in the place of what was found for their sentences."""
    if not known.joined:
        return found
    before, after = {earlier for earlier, _ in known.joined}, {later for _, later in known.joined}
    others = [pair for pair in found if pair.earlier not in before and pair.later not in after]
    given = [Pair(earlier, later, 1.0, "given") for earlier, later in known.joined]
    return sorted([*others, *given], key=lambda pair: (pair.earlier, pair.later))


def _after_competition(alike: Floats) -> Floats:
    """Take from each pair a share of the means of the best in its row and in its column."""
    of_later, of_earlier = _best_few(alike.T), _best_few(alike)
    compared: Floats = alike - _COMPETITION * (of_earlier[:, None] + of_later[None])
    return compared


def _best_few(alike: Floats) -> Floats:
    """Give the mean of the best of each row."""
    few = min(_RIVALS, alike.shape[1])
    found: Floats = np.sort(np.partition(alike, -few, axis=1)[:, -few:], axis=1).mean(axis=1)
    return found


def _best(probability: Floats, enough: Flags, near: Flags) -> list[Pair]:
    """Take each sentence's most probable partner, seen from either side, where the pair is enough for a match."""
    of_earlier, of_later = probability.max(axis=1, keepdims=True), probability.max(axis=0, keepdims=True)
    best = np.zeros(probability.shape, bool)
    best[np.arange(len(probability)), probability.argmax(axis=1)] = True
    best[probability.argmax(axis=0), np.arange(probability.shape[1])] = True
    best &= probability >= _SECOND * np.maximum(of_earlier, of_later)
    rows, columns = np.nonzero(best & enough)
    return [
        Pair(int(row), int(column), float(probability[row, column]), "near" if near[row, column] else "order")
        for row, column in zip(rows, columns, strict=True)
    ]
