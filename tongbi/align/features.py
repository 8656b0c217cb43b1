"""How alike two sentences are: rare character n-grams that both hold, and words that are used alike.

Year numbers say nothing and are left out; of any other number only its place and its unit count.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from tongbi.align.statistics import gram_weights, word_vectors
from tongbi.text import fold
from tongbi.words import words

Floats = NDArray[np.floating]

# What stands before is asked last, since a pattern that begins with characters is found in a fraction of the time.
_YEAR = re.compile(r"(?:19|20)\d\d(?<!\d{5})(?:年度?)?(?![\d.])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARKS = re.compile(r"[^\w\n]+")
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
# `（一）` goes on with `（三）`, and `一是` with `二是`, sooner than with a number of another kind or with none.
_OTHER_NUMBERING = 0.04
# OpenBLAS leaves a product as small as this to one thread; on a busy machine, waiting for a second takes longer.
_ONE_THREAD = 1 << 18


@dataclass(frozen=True, slots=True)
class Units:
    """The sentences of one part of one report as they are compared: n sentences, k different n-grams, c cells.

    `keys`, `rarity` (k,): the n-grams, sorted, and how rare each is in the corpus. A cell is an n-gram in a sentence:
    those of `keys[i]` lie from `starts[i]` to `starts[i + 1]` (k + 1,), with their sentences in `rows` (c,) and the
    root of how often it stands there in `often` (c,). `vectors` (n, dimensions): of unit length, or zero. `leads` (n,):
    headings and their like. `numbering` (n,): the kind of number a sentence begins with, 0 for none.
    """

    keys: NDArray[np.uint64]
    rarity: Floats
    starts: NDArray[np.intp]
    rows: NDArray[np.intp]
    often: Floats
    vectors: Floats
    leads: NDArray[np.bool_]
    numbering: NDArray[np.intp]

    @property
    def size(self) -> int:
        """How many sentences there are."""
        return len(self.leads)


def grams(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """Find the character 1- to 3-grams of each text, as keys and as indexes of their texts, with repetitions.

    A key holds three code points of 16 bits, the last lowest and unused ones zero. None runs across a mark or a year.
    """
    said = fold("\n".join(["".join(text.split()) for text in texts])).lower().replace("_", " ")
    said = _MARKS.sub(" ", _NUMBER.sub("0", _YEAR.sub(" ", said)))
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


def units(texts: Sequence[str], leads: Sequence[bool], numbering: Sequence[int] | None = None) -> Units:
    """Prepare the sentences of a part; `leads` tells headings and leads of paragraphs, `numbering` kinds of numbers."""
    cells, counts = np.unique(_cells(*grams(texts)), return_counts=True)
    of_cells = cells >> _ROW_BITS
    first = np.flatnonzero(np.diff(of_cells, prepend=np.uint64(0)))
    keys, holders = of_cells[first], np.diff(first, append=len(cells))
    rarity = gram_weights().of(keys)
    telling = rarity >= _LEAST_RARITY
    kept = np.repeat(telling, holders)
    return Units(
        keys=keys[telling],
        rarity=rarity[telling],
        starts=np.concatenate([[0], np.cumsum(holders[telling])]),
        rows=(cells[kept] & _LAST_ROW).astype(np.intp),
        often=np.sqrt(counts[kept]),
        vectors=_vectors(texts),
        leads=np.array(leads, bool),
        numbering=np.array(numbering if numbering is not None else [0] * len(leads), np.intp),
    )


def _cells(keys: NDArray[np.uint64], rows: NDArray[np.intp]) -> NDArray[np.uint64]:
    """Write n-gram and sentence as one number; a key takes 48 bits, and no part has more than 65,536 sentences."""
    return (keys << _ROW_BITS) | rows.astype(np.uint64)


def _vectors(texts: Sequence[str]) -> Floats:
    """Sum the vectors of each text's words, and scale the sum to unit length."""
    table = word_vectors()
    place = table.rows.get
    rows = [[row for word in words(text) if (row := place(word)) is not None] for text in texts]
    counts = np.array([len(one) for one in rows], np.intp)
    sums = np.zeros((len(texts), table.vectors.shape[1]), np.float32)
    speaking = np.flatnonzero(counts)
    if len(speaking):
        starts = np.cumsum(counts[speaking]) - counts[speaking]
        sums[speaking] = np.add.reduceat(table.vectors[list(chain.from_iterable(rows))], starts)
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    np.divide(sums, lengths, out=sums, where=lengths > 0)
    return sums


def similarity(earlier: Units, later: Units) -> Floats:
    """Compare every sentence with every other: a matrix of shape (earlier, later), 1.35 for equal ones.

    Dice's coefficient over weighted n-grams, and the cosine of the sums of word vectors.
    """
    mine, theirs = _partners(earlier, later), _partners(later, earlier)
    weights, others = _weights(earlier, later, mine), _weights(later, earlier, theirs)
    mass = _mass(earlier, weights)[:, None] + _mass(later, others)
    alike = _shared(earlier, later, mine, weights)
    alike *= 2
    np.divide(alike, mass, out=alike, where=mass > 0)
    _add_product(alike, _WORDS_SHARE * earlier.vectors, later.vectors)
    both = earlier.leads[:, None] & later.leads
    alike += _LEAD_BONUS * (both.astype(np.float32) - (earlier.leads[:, None] != later.leads))
    alike -= _OTHER_NUMBERING * (earlier.numbering[:, None] != later.numbering)
    return alike


def _add_product(sums: Floats, earlier: Floats, later: Floats) -> None:
    """Add the inner products of all rows of two matrices, a few rows of `earlier` at a time."""
    few = max(1, _ONE_THREAD // max(1, later.size))
    for start in range(0, len(earlier), few):
        sums[start : start + few] += earlier[start : start + few] @ later.T


def _partners(own: Units, other: Units) -> NDArray[np.intp]:
    """Find the place of each n-gram of `own` in `other`, -1 where it is not there."""
    if not len(other.keys):
        return np.full(len(own.keys), -1)
    places = np.minimum(np.searchsorted(other.keys, own.keys), len(other.keys) - 1)
    return np.where(other.keys[places] == own.keys, places, -1)


def _weights(own: Units, other: Units, partners: NDArray[np.intp]) -> Floats:
    """Weigh the n-grams of `own`: rare in the corpus, and not all over these two reports, as a region's name is."""
    there = np.append(np.diff(other.starts), 0)[partners]
    here = _HERE * np.log1p((own.size + other.size) / (np.diff(own.starts) + there))
    lengths = (own.keys > 0xFFFF).astype(np.intp) + (own.keys > 0xFFFFFFFF)
    weights: Floats = np.minimum(own.rarity, here) * np.array(_LENGTH_WEIGHTS)[lengths]
    return weights


def _mass(own: Units, weights: Floats) -> Floats:
    """Sum the weights of each sentence's n-grams."""
    counted = np.repeat(weights, np.diff(own.starts)) * own.often**2
    return np.asarray(np.bincount(own.rows, counted, minlength=own.size), np.float64)


def _shared(earlier: Units, later: Units, partners: NDArray[np.intp], weights: Floats) -> Floats:
    """Sum, for every pair of sentences, the weights of the n-grams that both hold, by the mean of how often."""
    holders = np.diff(earlier.starts)
    lows = np.repeat(later.starts[partners], holders)
    meets = np.repeat(np.where(partners < 0, 0, np.append(np.diff(later.starts), 0)[partners]), holders)
    mine = np.repeat(np.arange(len(meets)), meets)
    theirs = np.arange(len(mine)) - np.repeat(np.cumsum(meets) - meets - lows, meets)
    cells = earlier.rows[mine] * later.size + later.rows[theirs]
    values = (np.repeat(weights, holders) * earlier.often)[mine] * later.often[theirs]
    shape = (earlier.size, later.size)
    return np.asarray(np.bincount(cells, values, minlength=shape[0] * shape[1]), np.float64).reshape(shape)
