"""The main order of two texts, and what stands outside of it."""

from collections.abc import Sequence

import numpy as np


def off_the_main_order(pairs: Sequence[tuple[int, int, float]]) -> list[bool]:
    """Tell of each pair (earlier place, later place, weight) whether it crosses the heaviest chain of pairs.

    Along the chain neither place goes back, and one place may continue in several. What is not on it crosses it.
    """
    if not pairs:
        return []
    order = sorted(range(len(pairs)), key=lambda place: (pairs[place][1], pairs[place][0]))
    earlier = np.array([pairs[place][0] for place in order])
    heaviest = np.array([pairs[place][2] for place in order], dtype=float)
    before = np.full(len(order), -1)
    for place in range(1, len(order)):
        sums = np.where(earlier[:place] <= earlier[place], heaviest[:place], 0.0)
        best = int(sums.argmax())
        if sums[best] > 0:
            heaviest[place] += sums[best]
            before[place] = best
    off = [True] * len(pairs)
    place = int(heaviest.argmax())
    while place >= 0:
        off[order[place]] = False
        place = int(before[place])
    return off
