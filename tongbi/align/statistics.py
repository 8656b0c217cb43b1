"""Frozen statistics of a corpus of reports: how rare an n-gram is, and which words are used alike.

They are drawn once from some 1,100 reports by scripts/word_statistics.py and shipped as data, so that a comparison of
two reports depends on nothing else that was read.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

# An n-gram that the table does not hold stood in fewer than 100 of some 435,000 sentences; taken as about 30.
_UNSEEN_SENTENCES = 30.0


@dataclass(frozen=True, slots=True)
class GramWeights:
    """Inverse document frequencies of character 1- to 3-grams; `keys` are sorted, see `tongbi.align.features.grams`."""

    keys: NDArray[np.uint64]
    weights: NDArray[np.float32]
    unseen: np.float32

    def of(self, keys: NDArray[np.uint64]) -> NDArray[np.float32]:
        """Weigh each of `keys`: the natural logarithm of how many sentences there are to one that holds it."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, self.weights[places], self.unseen)


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Directions of words of two characters or more, of shape (words, dimensions), each as long as its word is rare."""

    rows: dict[str, int]
    vectors: NDArray[np.float32]


@cache
def gram_weights() -> GramWeights:
    """Load the frozen frequencies of n-grams."""
    with files("tongbi.vocabulary").joinpath("grams.npz").open("rb") as stream, np.load(stream) as table:
        sentences = float(table["sentences"])
        return GramWeights(
            keys=table["keys"],
            weights=np.log(sentences / table["frequency"]).astype(np.float32),
            unseen=np.float32(np.log(sentences / _UNSEEN_SENTENCES)),
        )


@cache
def word_vectors() -> WordVectors:
    """Load the frozen word vectors."""
    with files("tongbi.vocabulary").joinpath("vectors.npz").open("rb") as stream, np.load(stream) as table:
        directions = table["directions"].astype(np.float32)
        rarity = np.log(float(table["sentences"]) / table["frequency"]).astype(np.float32)
        directions *= (rarity / np.linalg.norm(directions, axis=1))[:, None]
        spellings = table["words"].tobytes().decode("utf-8").split("\n")
        return WordVectors({word: row for row, word in enumerate(spellings)}, directions)
