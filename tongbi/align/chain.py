"""The main order of two texts, and how far a pair stands from it."""

from collections.abc import Sequence

import numpy as np


def crossings(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Count for each pair (earlier place, later place, weight) how many pairs of the main order it crosses.

    The main order is the heaviest chain of pairs along which neither place goes back; one place may continue in
    several. Pairs on it cross none.
    """
    if not pairs:
        return []
    earlier, later = np.array([pair[:2] for pair in pairs]).T
    chain = _heaviest_chain(pairs)
    steps = (earlier[:, None] - earlier[chain]) * (later[:, None] - later[chain])
    return [int(count) for count in (steps < 0).sum(axis=1)]


def _heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Find the indexes of the pairs on the heaviest chain, from its end."""
    order = sorted(range(len(pairs)), key=lambda index: (pairs[index][1], pairs[index][0]))
    earlier = np.array([pairs[index][0] for index in order])
    heaviest = np.array([pairs[index][2] for index in order], dtype=float)
    before = [-1] * len(order)
    for place in range(1, len(order)):
        sums = np.where(earlier[:place] <= earlier[place], heaviest[:place], 0.0)
        best = int(sums.argmax())
        if sums[best] > 0:
            heaviest[place] += sums[best]
            before[place] = best
    chain, place = [], int(heaviest.argmax())
    while place >= 0:
        chain.append(order[place])
        place = before[place]
    return chain
