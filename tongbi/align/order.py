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

# Tuned on two annotated report pairs. What a step costs matters little (a third more or less moves F1 by .02 at most,
# .04 for _FORWARD); _SHARPNESS and _EVEN decide how much is matched at all, and move it by up to .05.
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


def posteriors(alike: Sequence[Floats]) -> list[Floats]:
    """Give every pair of each matrix its probability; both are shaped (earlier, later), no side empty.

    `alike` says how alike two sentences are, after competition (`tongbi.align.pairs`); at `_EVEN` a pair is as likely
    as a new sentence. The matrices have nothing to do with each other; their chains run side by side for speed.
    """
    if not alike:
        return []
    weights = [np.exp(np.clip(_SHARPNESS * (one - _EVEN), -_MOST, _MOST)) for one in alike]
    found = _chains([one.T for one in weights] + weights)
    return [
        (over_later.T + over_earlier) / 2 for over_later, over_earlier in zip(found, found[len(alike) :], strict=False)
    ]


def _chains(weights: Sequence[Floats]) -> list[Floats]:
    """Run a chain over the rows of each matrix, of shape (steps, states); give probabilities of the same shape."""
    shape = (max(len(one) for one in weights), len(weights), max(one.shape[1] for one in weights))
    # A padded state has no weight and no start, a padded step no weight: neither changes what the others get.
    padded, start, jump = np.zeros(shape), np.zeros(shape[1:]), np.zeros(shape[1:])
    for chain, one in enumerate(weights):
        steps, states = one.shape
        padded[:steps, chain, :states] = one
        jump[chain, :states] = _JUMP / states
        start[chain, :states] = 0.5 / states
        start[chain, 0] += 0.5
    ahead = _backward(padded, jump)
    found = _forward(padded, jump, start, ahead)
    return [found[: len(one), chain, : one.shape[1]] for chain, one in enumerate(weights)]


def _backward(weights: Floats, jump: Floats) -> Floats:
    """Weigh, at each step and for each state, what is still to come."""
    move = _Moves(jump, _STEPS_BACK)
    ahead = np.empty_like(weights)
    message = np.ones(jump.shape)
    for step in range(len(weights) - 1, -1, -1):
        ahead[step] = message
        message = move(message * weights[step]) + _NEW * message
        if step % _SCALED_EVERY == 0:
            message /= message.max(axis=1, keepdims=True)
    return ahead


def _forward(weights: Floats, jump: Floats, start: Floats, ahead: Floats) -> Floats:
    """Weigh what led to each state, and join it with what is to come: the probability that a state is continued."""
    move = _Moves(jump, _STEPS)
    continued, reached = np.empty_like(weights), np.empty_like(weights)
    last = start
    for step in range(len(weights)):
        continued[step] = move(last) * weights[step]
        reached[step] = last = continued[step] + _NEW * last
        if step % _SCALED_EVERY == 0:
            last = last / last.max(axis=1, keepdims=True)
    found: Floats = continued * ahead / (reached * ahead).sum(axis=2, keepdims=True)
    return found


class _Moves:
    """Short steps and jumps, where nothing is new, of several chains, each a row of states; one buffer serves all."""

    def __init__(self, jump: Floats, steps: Floats) -> None:
        self._jump = (1 - _NEW) * jump
        self._steps = (1 - _NEW) * (1 - _JUMP) * steps
        self._buffer = np.zeros((len(jump), jump.shape[1] + 2 * _REACH))
        self._windows = sliding_window_view(self._buffer, len(steps), axis=1)

    def __call__(self, chains: Floats) -> Floats:
        """Give where the chains are after one move."""
        self._buffer[:, _REACH:-_REACH] = chains
        moved: Floats = self._windows @ self._steps
        moved += self._jump * chains.sum(axis=1, keepdims=True)
        return moved


def _short_steps() -> Floats:
    step = np.arange(-_REACH, _REACH + 1, dtype=float)
    weights = np.where(step > 0, _FORWARD ** (step - 1), np.where(step == 0, _STAY, _BACK * _BACK_DECAY ** (-step - 1)))
    return np.asarray(weights / weights.sum())


# A step of +1 comes from the state one before: a window's first place holds the longest step forward.
_STEPS = _short_steps()[::-1]
_STEPS_BACK = _short_steps()
