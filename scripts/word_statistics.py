#!/usr/bin/env python3
"""Draw the frozen statistics that alignment rests on from a folder of reports.

usage: word_statistics.py [FOLDER OF .txt]     (default: ../shared/reports beside the project; needs scipy)

Writes `grams.npz` (in how many sentences a character n-gram stands; those of 100 sentences or more) and `vectors.npz`
(word vectors) to tongbi/vocabulary. Only counts and directions enter, no text. The vectors are the leading singular
vectors of the positive pointwise mutual information of words within eight words of each other in a sentence, contexts
smoothed by the power 0.75 (Levy, Goldberg and Dagan, "Improving Distributional Similarity with Lessons Learned from
Word Embeddings", TACL 2015), kept as eight-bit integers. Run it again only with a reason: every comparison changes.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from tongbi.align.features import grams
from tongbi.text import paragraphs, sentences
from tongbi.words import words

ROOT = Path(__file__).resolve().parents[1]
LEAST_SENTENCES = 100
BATCH = 20_000
VOCABULARY = 12_000
DIMENSIONS = 64
WINDOW = 8


def corpus(folder: Path) -> Iterator[str]:
    """Give every sentence of every report below `folder`, in the order of the files' names."""
    for file in sorted(folder.rglob("*.txt")):
        text = file.read_text(encoding="utf-8")
        for paragraph in paragraphs(text):
            yield from (span.of(text) for span in sentences(text, paragraph))


def gram_frequencies(texts: list[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Count in how many texts each n-gram stands."""
    keys, counts = np.empty(0, np.uint64), np.empty(0, np.int64)
    for start in range(0, len(texts), BATCH):
        found, owners = grams(texts[start : start + BATCH])
        order = np.lexsort((owners, found))
        found, owners = found[order], owners[order]
        first = np.ones(len(found), bool)
        first[1:] = (found[1:] != found[:-1]) | (owners[1:] != owners[:-1])
        new, times = np.unique(found[first], return_counts=True)
        keys, places = np.unique(np.concatenate([keys, new]), return_inverse=True)
        counts = np.bincount(places, np.concatenate([counts, times]), minlength=len(keys)).astype(np.int64)
    return keys, counts


def is_word(token: str) -> bool:
    """Tell words from marks, numbers and single characters."""
    return len(token) > 1 and token.isalpha()


def cooccurrences(texts: list[list[str]], rows: dict[str, int]) -> coo_matrix:
    """Count how often two words stand within WINDOW words of each other in a sentence."""
    ids, owners = [], []
    for index, tokens in enumerate(texts):
        known = [rows.get(token, -1) for token in tokens if is_word(token)]
        ids += known
        owners += [index] * len(known)
    place, owner = np.array(ids), np.array(owners)
    counts = csr_matrix((len(rows), len(rows)))
    for step in range(1, WINDOW + 1):
        left, right = place[:-step], place[step:]
        near = (left >= 0) & (right >= 0) & (owner[:-step] == owner[step:])
        counts = counts + csr_matrix((np.ones(near.sum()), (left[near], right[near])), shape=counts.shape)
    return (counts + counts.T).tocoo()


def directions(counts: coo_matrix) -> NDArray[np.int8]:
    """Give each word its direction, of shape (words, DIMENSIONS)."""
    total = counts.data.sum()
    often = np.asarray(counts.sum(axis=1)).ravel() / total
    context = often**0.75 / (often**0.75).sum()
    information = np.log(counts.data / total / (often[counts.row] * context[counts.col]))
    kept = information > 0
    positive = csr_matrix((information[kept], (counts.row[kept], counts.col[kept])), shape=counts.shape)
    left, strength, _ = svds(positive, k=DIMENSIONS, v0=np.ones(counts.shape[0]))
    order = np.argsort(-strength)
    vectors = left[:, order] * np.sqrt(strength[order])
    vectors *= np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(DIMENSIONS)])
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.clip(np.round(vectors * 300), -127, 127).astype(np.int8)


def main(folder: Path) -> None:
    """Read the reports below `folder` and write both files."""
    texts = list(corpus(folder))
    vocabulary = ROOT / "tongbi" / "vocabulary"
    keys, counts = gram_frequencies(texts)
    often = counts >= LEAST_SENTENCES
    np.savez_compressed(
        vocabulary / "grams.npz", keys=keys[often], frequency=counts[often].astype(np.uint32), sentences=len(texts)
    )
    tokens = [words(text) for text in texts]
    frequency = Counter(token for line in tokens for token in set(line) if is_word(token))
    chosen = [word for word, _ in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))[:VOCABULARY]]
    np.savez_compressed(
        vocabulary / "vectors.npz",
        words=np.frombuffer("\n".join(chosen).encode(), np.uint8),
        directions=directions(cooccurrences(tokens, {word: row for row, word in enumerate(chosen)})),
        frequency=np.array([frequency[word] for word in chosen], np.uint32),
        sentences=len(texts),
    )
    summary = f"{len(texts)} sentences, {often.sum()} n-grams, {len(chosen)} words in {frequency[chosen[-1]]} or more"
    sys.stderr.write(summary + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "reports")
