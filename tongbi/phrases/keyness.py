"""Keyness: how unlike the other reports one says a phrase, as a log-likelihood ratio.

G² is Dunning's ("Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1),
1993), which holds for rare words where χ² does not, in the form for two corpora of Rayson and Garside ("Comparing
Corpora using Frequency Profiling", Workshop on Comparing Corpora, ACL 2000): twice the sum of O ln(O / E), where E
shares all occurrences out by size. Above 15.13 chance alone gives a difference once in ten thousand times (Rayson,
Berridge and Francis, JADT 2004). The stretch of years that a phrase marks most is the one of highest G² against the
rest, as in the temporal scan statistic (Kulldorff, "A Spatial Scan Statistic", Communications in Statistics 26(6),
1997); it is the highest of many, so that its threshold orders phrases and proves nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Sizes = NDArray[np.intp] | float


@dataclass(frozen=True, slots=True)
class Stretches:
    """For each of p phrases the stretch of reports that it marks most: G² (p,), first and last report (p,)."""

    keyness: Floats
    first: NDArray[np.intp]
    last: NDArray[np.intp]


def log_likelihood(count: float, size: float, other_count: float, other_size: float) -> float:
    """Give G² of a count in a text of `size` against that in another; negative where it is the rarer in the first.

    Sizes in characters, words or whatever else, the same for both. 0 where nothing is said or one of the two is empty.
    """
    found = _signed(np.array([float(count)]), size, np.array([float(other_count)]), other_size)
    return float(found[0])


def by_report(counts: NDArray[np.intp], sizes: NDArray[np.intp]) -> Floats:
    """Give the signed G² of each report against all others: (p, k) of counts (p, k) and sizes (k,)."""
    totals, whole = counts.sum(axis=1, keepdims=True), sizes.sum()
    return _signed(counts.astype(float), sizes, (totals - counts).astype(float), whole - sizes)


def stretches(counts: NDArray[np.intp], sizes: NDArray[np.intp]) -> Stretches:
    """Find for each phrase the stretch of neighbouring reports that says it most unlike the others: (p, k) and (k,).

    Of two that are alike the earlier and shorter. The whole series is no stretch, for there is nothing to be unlike.
    """
    phrases, reports = counts.shape
    said = np.concatenate([np.zeros((phrases, 1)), counts.cumsum(axis=1)], axis=1)
    size = np.concatenate([[0], sizes.cumsum()])
    best = Stretches(np.zeros(phrases), np.zeros(phrases, np.intp), np.zeros(phrases, np.intp))
    for first in range(reports):
        for last in range(first, reports):
            if last - first + 1 == reports:
                continue
            inside, width = said[:, last + 1] - said[:, first], size[last + 1] - size[first]
            found = _signed(inside, width, said[:, -1] - inside, size[-1] - width)
            better = found > best.keyness + 1e-9
            best.keyness[better], best.first[better], best.last[better] = found[better], first, last
    return best


def _signed(count: Floats, size: Sizes, other: Floats, other_size: Sizes) -> Floats:
    """Give G² of two cells, elementwise, with the sign of the first's difference from what was to be expected."""
    share = size / np.maximum(size + other_size, 1)
    expected, other_expected = (count + other) * share, (count + other) * (1 - share)
    value = 2 * (_term(count, expected) + _term(other, other_expected))
    return np.where(count < expected, -1, 1) * np.maximum(value, 0)


def _term(observed: Floats, expected: Floats) -> Floats:
    ratio = np.divide(observed, expected, out=np.ones_like(observed), where=(observed > 0) & (expected > 0))
    return observed * np.log(ratio)
