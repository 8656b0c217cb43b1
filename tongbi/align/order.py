"""The order model: sentences that follow each other mostly continue sentences that follow each other.

A hidden Markov chain runs over the sentences of one report. Its state is the sentence of the other report that is being
continued, or "new", which remembers the last one continued. A short step forward is likely, staying or a step back less
so, and a jump to anywhere is always possible, so that a section may move. Forward and backward sums (Rabiner, "A
Tutorial on Hidden Markov Models", Proc. IEEE 77, 1989) give each pair its probability, given all others. One chain runs
over the later report and one over the earlier; their mean does not depend on which report is called which.
"""

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.floating]

# What a step costs matters little (a third more or less moves F1 by .02 at most, .04 for _FORWARD); _SHARPNESS and
# _EVEN decide how much is matched at all, and move it by up to .05.
_NEW = 0.2
_JUMP = 0.3
_STAY = 0.7
_FORWARD = 0.65
_BACK, _BACK_DECAY = 0.25, 0.4
_REACH = 8
_SHARPNESS = 40.0
_EVEN = 0.13
_MOST = 30.0
# Sums are scaled every few steps; each step multiplies them by e to the 30 at most, and a float holds e to the 709.
_SCALED_EVERY = 8
# States that one product moves; wide enough to be few products, narrow enough that little of each is zero.
_BLOCK = 32
# Rows of one product: a larger one is spread over threads, which wait for each other longer than they work.
_PIECE = 128


def posteriors(alike: Sequence[Floats]) -> list[Floats]:
    """Give every pair of each matrix its probability; both are shaped (earlier, later), no side empty.

    `alike` says how alike two sentences are, after competition (`tongbi.align.pairs`); at `_EVEN` a pair is as likely
    as a new sentence. The matrices have nothing to do with each other; their chains run side by side for speed.
    """
    if not alike:
        return []
    weights = [np.exp(np.clip(_SHARPNESS * (one.astype(np.float64) - _EVEN), -_MOST, _MOST)) for one in alike]
    found = _chains([one.T for one in weights] + weights)
    return [
        (over_later.T + over_earlier) / 2 for over_later, over_earlier in zip(found, found[len(alike) :], strict=False)
    ]


def _chains(weights: Sequence[Floats]) -> list[Floats]:
    """Run a chain over the rows of each matrix, of shape (steps, states); give probabilities of the same shape.

    The sums over what comes after a step are those over what comes before it, with steps and states turned around: so
    one pass takes both, in two rows for each matrix, and one product moves all rows. Longer chains come first; those
    that have ended are left behind.
    """
    longest_first = sorted(range(len(weights)), key=lambda chain: -len(weights[chain]))
    lengths = [len(weights[chain]) for chain in longest_first]
    width = -(-max(one.shape[1] for one in weights) // _BLOCK) * _BLOCK
    # A padded state has no weight and no start: it does not change the others.
    ahead, behind = np.zeros((2, lengths[0], len(weights), width))
    before = np.empty(ahead.shape)
    rows, jump = np.zeros((2, len(weights), width)), np.zeros((2, len(weights)))
    for place, chain in enumerate(longest_first):
        one = weights[chain]
        length, size = one.shape
        ahead[:length, place, :size] = one
        behind[:length, place, :size] = one[::-1, ::-1]
        rows[0, place, :size] = 0.5 / size
        rows[0, place, 0] += 0.5
        rows[1, place, :size] = 1.0
        jump[:, place] = (1 - _NEW) * _JUMP / size
    start = 0
    for end in sorted(set(lengths)):
        running = sum(length >= end for length in lengths)
        steps = slice(start, end), slice(running)
        _run(start, rows[:, :running], jump[:, :running], before[steps], ahead[steps], behind[steps])
        start = end
    found: list[Floats] = [before] * len(weights)
    for place, chain in enumerate(longest_first):
        length, size = weights[chain].shape
        own = slice(length), place, slice(size)
        found[chain] = _joined(before[own], ahead[own], behind[own][::-1, ::-1])
    return found


def _run(start: int, rows: Floats, jump: Floats, before: Floats, ahead: Floats, behind: Floats) -> None:
    """Take `rows`, those that go forward and those that go back, through some steps, the first the `start`th.

    `before` is given the rows that go forward as they were before each step. `ahead` and `behind` hold the weights of
    the steps, and are given what is continued at each, and the rows that go back as they were before it.
    """
    move = _Moves(jump.ravel(), rows.shape[2])
    running = len(jump[0])
    (forth, back), (leaving, returning) = rows, (move.states[:running], move.states[running:])
    arrived, returned = move.moved[:running], move.moved[running:]
    for step in range(len(before)):
        if (start + step) % _SCALED_EVERY == 0:
            rows /= rows.max(axis=2, keepdims=True)
        before[step] = leaving[:] = forth
        np.multiply(back, behind[step], out=returning)
        behind[step] = back
        move()
        now = np.multiply(arrived, ahead[step], out=ahead[step])
        rows *= _NEW
        forth += now
        back += returned


def _joined(before: Floats, continued: Floats, after: Floats) -> Floats:
    """Join what leads to each state of a chain with what comes after: the probability that it is continued."""
    reached = _NEW * before
    reached += continued
    found: Floats = continued * after
    found /= np.einsum("ij,ij->i", reached, after)[:, None]
    return found


class _Moves:
    """Short steps and jumps, where nothing is new, of several rows: `states` before each call, `moved` after it."""

    def __init__(self, jump: Floats, width: int) -> None:
        buffer = np.zeros((len(jump), width + 2 * _REACH))
        self.states = buffer[:, _REACH:-_REACH]
        self._jump, self._sums = jump[:, None], np.empty((len(jump), 1))
        self._windows = sliding_window_view(buffer, _BLOCK + 2 * _REACH, axis=1)[:, ::_BLOCK]
        # Copied, since a product of overlapping windows is many times slower; what jumps comes last, for all states.
        copied = np.empty((*self._windows.shape[:2], _BLOCK + 2 * _REACH + 1))
        self._within, self._jumping, flat = copied[..., :-1], copied[..., -1], copied.reshape(-1, copied.shape[2])
        self.moved = np.empty((len(jump), width))
        blocks = self.moved.reshape(-1, _BLOCK)
        pieces = [slice(start, start + _PIECE) for start in range(0, len(blocks), _PIECE)]
        self._pieces = [(flat[piece], blocks[piece]) for piece in pieces]
        self._band = _band()

    def __call__(self) -> None:
        """Move all rows once."""
        np.copyto(self._within, self._windows)
        np.add.reduce(self.states, axis=1, keepdims=True, out=self._sums)
        np.multiply(self._sums, self._jump, out=self._jumping)
        for windows, blocks in self._pieces:
            np.matmul(windows, self._band, out=blocks)


def _band() -> Floats:
    """Lay the probabilities of short steps side by side: from a window's states and a jump (rows) to its block."""
    step = np.arange(-_REACH, _REACH + 1, dtype=float)
    weights = np.where(step > 0, _FORWARD ** (step - 1), np.where(step == 0, _STAY, _BACK * _BACK_DECAY ** (-step - 1)))
    weights *= (1 - _NEW) * (1 - _JUMP) / weights.sum()
    band = np.ones((_BLOCK + 2 * _REACH + 1, _BLOCK))
    band[:-1] = 0
    for state in range(_BLOCK):
        # From the state `step` before; in rows turned around, a step back is one forward, as it must be.
        band[state : state + 2 * _REACH + 1, state] = weights[::-1]
    return band
