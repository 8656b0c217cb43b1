"""How alike two sentences are: rare character n-grams that both hold, and words that are used alike.

Year numbers say nothing and are left out; of any other number only its place and its unit count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tongbi.align.statistics import gram_weights, word_vectors
from tongbi.text import fold
from tongbi.words import words

Floats = NDArray[np.floating]

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:年度?)?(?![\d.])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"[^\w\n]+|_+")
_LAST_OF_PLANE = 0xFFFF
_LINE_END, _GAP = 10, 32
_ROW_BITS, _LAST_ROW = np.uint64(16), np.uint64(0xFFFF)

# By n-gram length. A single character says little; without any, one report pair in two lost .02 of F1.
_LENGTH_WEIGHTS = (0.5, 1.0, 1.0)
# What every seventh sentence holds says nothing: natural logarithm of 7.4.
_LEAST_RARITY = 2.0
_HERE = 1.5
_WORDS_SHARE = 0.35
# Two headings, or two leads of paragraphs, speak for each other; a heading and a sentence of the text against.
_LEAD_BONUS = 0.05


@dataclass(frozen=True, slots=True)
class Units:
    """The sentences of one part of one report as they are compared; n sentences, k different n-grams in them.

    `keys`, `rows`, `counts`, `rarity`, of shape (k,): which n-gram, in which sentence, how often, how rare in the
    corpus; sorted by n-gram. `vectors` (n, dimensions): of unit length, or zero. `leads` (n,): headings and their like.
    """

    keys: NDArray[np.uint64]
    rows: NDArray[np.intp]
    counts: NDArray[np.intp]
    rarity: Floats
    vectors: Floats
    leads: NDArray[np.bool_]

    @property
    def size(self) -> int:
        """How many sentences there are."""
        return len(self.leads)


def grams(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """Find the character 1- to 3-grams of each text, as keys and as indexes of their texts, with repetitions.

    A key holds three code points of 16 bits, the last lowest and unused ones zero. None runs across a mark or a year.
    """
    said = "\n".join(_BLANKS.sub("", text) for text in texts)
    said = _MARKS.sub(" ", _NUMBER.sub("0", _YEAR.sub(" ", fold(said).lower())))
    codes = np.frombuffer(said.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    codes = np.where(codes > _LAST_OF_PLANE, _LAST_OF_PLANE, codes)
    line_ends = codes == _LINE_END
    gaps = line_ends | (codes == _GAP)
    rows, runs = np.cumsum(line_ends)[~gaps], np.cumsum(gaps)[~gaps]
    codes = codes[~gaps]
    keys, owners, key = [codes], [rows], codes
    for length in (2, 3):
        key = (key[:-1] << np.uint64(16)) | codes[length - 1 :]
        whole = runs[length - 1 :] == runs[: 1 - length]
        keys.append(key[whole])
        owners.append(rows[length - 1 :][whole])
    return np.concatenate(keys), np.concatenate(owners)


def units(texts: Sequence[str], leads: Sequence[bool]) -> Units:
    """Prepare the sentences of a part for comparison; `leads` tells headings and leads of paragraphs."""
    cells, counts = np.unique(_cells(*grams(texts)), return_counts=True)
    rarity = gram_weights().of(cells >> _ROW_BITS)
    telling = rarity >= _LEAST_RARITY
    cells, counts, rarity = cells[telling], counts[telling], rarity[telling]
    return Units(
        keys=cells >> _ROW_BITS,
        rows=(cells & _LAST_ROW).astype(np.intp),
        counts=counts,
        rarity=rarity,
        vectors=_vectors(texts),
        leads=np.array(leads, bool),
    )


def _cells(keys: NDArray[np.uint64], rows: NDArray[np.intp]) -> NDArray[np.uint64]:
    """Write n-gram and sentence as one number; a key takes 48 bits, and no part has more than 65,536 sentences."""
    return (keys << _ROW_BITS) | rows.astype(np.uint64)


def _vectors(texts: Sequence[str]) -> Floats:
    """Sum the vectors of each text's words, and scale the sum to unit length."""
    table = word_vectors()
    place = table.rows.get
    owners: list[int] = []
    rows: list[int] = []
    for index, text in enumerate(texts):
        known = [row for word in words(_BLANKS.sub("", text)) if (row := place(word)) is not None]
        rows += known
        owners += [index] * len(known)
    sums = np.zeros((len(texts), table.vectors.shape[1]), np.float32)
    if rows:
        speaking, starts = np.unique(owners, return_index=True)
        sums[speaking] = np.add.reduceat(table.vectors[rows], starts)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    np.divide(sums, lengths, out=sums, where=lengths > 0)
    return sums


def similarity(earlier: Units, later: Units) -> Floats:
    """Compare every sentence with every other: a matrix of shape (earlier, later), 1.35 for equal ones.

    Dice's coefficient over weighted n-grams, and the cosine of the sums of word vectors.
    """
    weights, others = _weights(earlier, later), _weights(later, earlier)
    mass = np.bincount(earlier.rows, weights * earlier.counts, minlength=earlier.size)[:, None] + np.bincount(
        later.rows, others * later.counts, minlength=later.size
    )
    shared = _shared(earlier, later, weights)
    alike: Floats = np.divide(2 * shared, mass, out=np.zeros_like(shared), where=mass > 0)
    alike += _WORDS_SHARE * (earlier.vectors @ later.vectors.T)
    same_kind = earlier.leads[:, None] & later.leads[None]
    other_kind = earlier.leads[:, None] != later.leads[None]
    alike += _LEAD_BONUS * (same_kind.astype(np.float32) - other_kind)
    return alike


def _weights(own: Units, other: Units) -> Floats:
    """Weigh the n-grams of `own`: rare in the corpus, and not all over these two reports, as a region's name is."""
    first, last = _places(own.keys, own.keys)
    first_there, last_there = _places(other.keys, own.keys)
    holders = last - first + last_there - first_there
    here = _HERE * np.log1p((own.size + other.size) / holders)
    lengths = (own.keys > 0xFFFF).astype(np.intp) + (own.keys > 0xFFFFFFFF)
    weights: Floats = np.minimum(own.rarity, here) * np.array(_LENGTH_WEIGHTS)[lengths]
    return weights


def _places(keys: NDArray[np.uint64], sought: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Find from where to where each of `sought`, sorted, stands in `keys`, sorted."""
    return np.searchsorted(keys, sought), np.searchsorted(keys, sought, side="right")


def _shared(earlier: Units, later: Units, weights: Floats) -> Floats:
    """Sum, for every pair of sentences, the weights of the n-grams that both hold, by the mean of how often."""
    lows, highs = _places(later.keys, earlier.keys)
    partners = highs - lows
    mine = np.repeat(np.arange(len(partners)), partners)
    theirs = np.arange(len(mine)) - np.repeat(np.cumsum(partners) - partners - lows, partners)
    cells = earlier.rows[mine] * later.size + later.rows[theirs]
    values = (weights * np.sqrt(earlier.counts))[mine] * np.sqrt(later.counts)[theirs]
    shape = (earlier.size, later.size)
    return np.bincount(cells, values, minlength=shape[0] * shape[1]).reshape(shape).astype(np.float64)
