"""Which sentences of a part continue which: likeness, competition, order, and a threshold below it nothing is said."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tongbi.align.features import Floats, Units, similarity
from tongbi.align.order import posteriors

Flags = NDArray[np.bool_]

# Conneau et al., "Word Translation Without Parallel Data", ICLR 2018 (CSLS): a sentence that is like many is like none.
_RIVALS = 5
_COMPETITION = 0.25
_LEAST = 0.4
# Between two sure neighbours anything would do; of the annotated pairs that are found none is less alike than .28.
_LEAST_ALIKE = 0.25
# From here on a pair of two hundred sentences would be found by a jump from anywhere: see `tongbi.align.order`.
_NEAR = 0.26


@dataclass(frozen=True, slots=True)
class Pair:
    """Indexes of two sentences of a part, and how probable the pair is, 0..1; `near`: even without its neighbours."""

    earlier: int
    later: int
    probability: float
    near: bool


def pairs(parts: Sequence[tuple[Units, Units]]) -> list[list[Pair]]:
    """Pair the sentences of each part's two sides, both given as (earlier, later)."""
    full = [place for place, (earlier, later) in enumerate(parts) if earlier.size and later.size]
    alike = [similarity(*parts[place]) for place in full]
    compared = [_after_competition(one) for one in alike]
    found: list[list[Pair]] = [[] for _ in parts]
    for place, one, other, probability in zip(full, alike, compared, posteriors(compared), strict=True):
        found[place] = _best(probability, enough=one >= _LEAST_ALIKE, near=other >= _NEAR)
    return found


def _after_competition(alike: Floats) -> Floats:
    """Take from each pair a share of the means of the best in its row and in its column."""
    of_later = np.sort(alike, axis=0)[-_RIVALS:].mean(axis=0)
    of_earlier = np.sort(alike, axis=1)[:, -_RIVALS:].mean(axis=1)
    compared: Floats = alike - _COMPETITION * (of_earlier[:, None] + of_later[None])
    return compared


def _best(probability: Floats, enough: Flags, near: Flags) -> list[Pair]:
    """Take each sentence's most probable partner, seen from either side, where it is probable and alike enough."""
    best = np.zeros(probability.shape, bool)
    best[np.arange(len(probability)), probability.argmax(axis=1)] = True
    best[probability.argmax(axis=0), np.arange(probability.shape[1])] = True
    rows, columns = np.nonzero(best & enough & (probability >= _LEAST))
    return [
        Pair(int(row), int(column), float(probability[row, column]), bool(near[row, column]))
        for row, column in zip(rows, columns, strict=True)
    ]
