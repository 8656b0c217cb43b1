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
    # A tree of prefix maxima (Fenwick): the heaviest chain that ends at or before a place of the earlier text.
    size = max(pair[0] for pair in pairs) + 1
    heaviest = [(0.0, -1)] * (size + 1)
    before: dict[int, int] = {}
    end = (0.0, -1)
    for index in order:
        best, node = (0.0, -1), pairs[index][0] + 1
        while node:
            best = max(best, heaviest[node])
            node &= node - 1
        before[index] = best[1]
        reached = best[0] + pairs[index][2], index
        end = max(end, reached)
        node = pairs[index][0] + 1
        while node <= size:
            heaviest[node] = max(heaviest[node], reached)
            node += node & -node
    chain, index = [], end[1]
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain
