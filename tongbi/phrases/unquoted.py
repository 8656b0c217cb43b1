"""Phrases that nobody marks as set: runs of words that a report repeats, and that begin and end where a phrase does.

Runs grow word by word, and only those that some report repeats grow further, so that the work is linear in the text
(Agrawal and Srikant, "Fast Algorithms for Mining Association Rules", VLDB 1994). A fragment betrays itself by its
neighbours: before `结构性改革` there nearly always stands `供给侧`, where a phrase begins behind a mark, a verb or a
function word (accessor variety: Feng et al., Computational Linguistics 30(1), 2004).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tongbi import vocabulary
from tongbi.align.features import grams
from tongbi.align.statistics import gram_weights
from tongbi.phrases.said import Said
from tongbi.words import part_of_speech, words

_HAN = re.compile(r"[一-鿿]+")
_BREAK = -1
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class _Text:
    """All words of all reports in a row: n places, v different words.

    `ids` (n,): which word, -1 for a mark, a number, the end of a sentence. `reports` (n,): whose. `lengths` (v,): in
    characters. `ends_before`, `begins_behind` (v + 1,): whether a phrase may; the last is for -1.
    """

    spellings: list[str]
    ids: Places
    reports: Places
    lengths: Places
    ends_before: NDArray[np.bool_]
    begins_behind: NDArray[np.bool_]


def unquoted(reports: Sequence[Said]) -> dict[tuple[str, ...], list[int]]:
    """Give the runs of words that some report repeats and that read as phrases, with how often each report has them."""
    runs = dict(_runs(_text(reports), len(reports)))
    return {run: counts for run, counts in runs.items() if _is_phrase(run) or _keeps_verb(run, runs)}


def _keeps_verb(run: tuple[str, ...], runs: dict[tuple[str, ...], list[int]]) -> bool:
    """Whether a common verb belongs to the phrase behind it, which is hardly ever said without (`创新驱动发展战略`)."""
    rest = runs.get(run[1:])
    if rest is None or not _is_common_verb(run[0]) or not _is_phrase(run[1:]):
        return False
    return sum(runs[run]) >= vocabulary.set_phrases().explained_by_verb * sum(rest)


def cores(runs: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Give what is left of a run without the verb in front of it, or the verbal noun behind it that all reports use."""
    verbs = vocabulary.set_phrases().verb_tags
    for run in runs:
        if len(run) > 1 and part_of_speech(run[0]) in verbs:
            yield "".join(run), "".join(run[1:])
        elif len(run) > 1 and _is_common_verb(run[-1]):
            yield "".join(run), "".join(run[:-1])


def _text(reports: Sequence[Said]) -> _Text:
    known: dict[str, int] = {}
    spellings: list[str] = []
    ids: list[int] = []
    owners: list[int] = []
    for owner, report in enumerate(reports):
        before = len(ids)
        for line in report.lines:
            cut = words(line)
            for word in cut:
                if word not in known:
                    known[word] = len(spellings) if _HAN.fullmatch(word) else _BREAK
                    spellings += [word] * (known[word] != _BREAK)
            ids += map(known.__getitem__, cut)
            ids.append(_BREAK)
        owners += [owner] * (len(ids) - before)
    return _Text(
        spellings,
        np.array(ids, np.intp),
        np.array(owners, np.intp),
        np.array([len(word) for word in spellings], np.intp),
        np.array([*map(_ends_before, spellings), True], bool),
        np.array([*map(_begins_behind, spellings), True], bool),
    )


def _runs(text: _Text, reports: int) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Give the runs of words, of the length of a phrase, that are repeated and free on both sides."""
    limits = vocabulary.set_phrases().unquoted
    starts = np.flatnonzero(text.ids != _BREAK)
    names, length, width = text.ids[starts], text.lengths[text.ids[starts]], 1
    while len(starts):
        _, names = np.unique(names, return_inverse=True)
        counts = np.zeros((names.max() + 1, reports), np.intp)
        np.add.at(counts, (names, text.reports[starts]), 1)
        kept = (counts.max(axis=1) >= limits.times)[names]
        starts, names, length = starts[kept], names[kept], length[kept]
        wanted = _free(text, starts, names, width, len(counts))
        runs, places = np.unique(names, return_index=True)
        for run, place in zip(runs[wanted[runs]], places[wanted[runs]], strict=True):
            if length[place] >= limits.shortest:
                said = text.ids[starts[place] : starts[place] + width]
                yield tuple(text.spellings[word] for word in said), counts[run].tolist()
        following = text.ids[np.minimum(starts + width, len(text.ids) - 1)]
        length = length + np.where(following == _BREAK, limits.longest + 1, text.lengths[following])
        grows = length <= limits.longest
        names = names[grows] * len(text.spellings) + following[grows]
        starts, length, width = starts[grows], length[grows], width + 1


def _free(text: _Text, starts: Places, names: Places, width: int, runs: int) -> NDArray[np.bool_]:
    """Tell which runs stand, often enough, beside what may stand beside a phrase, on the left and on the right."""
    times = np.maximum(np.bincount(names, minlength=runs), 1)
    left = text.begins_behind[np.where(starts > 0, text.ids[starts - 1], _BREAK)]
    right = text.ends_before[text.ids[np.minimum(starts + width, len(text.ids) - 1)]]
    share = vocabulary.set_phrases().unquoted.open_share
    sides = [np.bincount(names, weights=side, minlength=runs) / times >= share for side in (left, right)]
    return np.logical_and(*sides)


@cache
def _is_function_word(word: str) -> bool:
    tag = part_of_speech(word)
    return not tag or tag.startswith(vocabulary.set_phrases().function_tags)


@cache
def _begins_behind(word: str) -> bool:
    """Whether a phrase may begin behind the word: it is its verb (`推动`, `发展`), says how, or is a function word."""
    own = vocabulary.set_phrases()
    return _is_function_word(word) or word in own.manner or part_of_speech(word) in own.verb_tags


@cache
def _ends_before(word: str) -> bool:
    """Whether a phrase may end before the word: a verbal noun (`贸易`) may still belong to it."""
    own = vocabulary.set_phrases()
    verbs = own.verb_tags - own.verbal_nouns
    return _is_function_word(word) or word in own.manner | own.tails or part_of_speech(word) in verbs


@cache
def _is_common_verb(word: str) -> bool:
    """Whether it is a verb of all reports (推进, 加强) and not one that belongs to a phrase (减税)."""
    own = vocabulary.set_phrases()
    return part_of_speech(word) in own.verb_tags and _rarity(word) < own.rare_verb


@cache
def _rarity(word: str) -> float:
    """How rare a word is in reports: the natural logarithm of how many sentences there are to one that holds it."""
    keys, _ = grams([word[-3:]])
    return float(gram_weights().of(keys).max())


def _is_phrase(run: Sequence[str]) -> bool:
    """Whether a run begins and ends as a phrase does, and is none of what comes and goes with the calendar."""
    own, whole = vocabulary.set_phrases(), "".join(run)
    first, last, tags = run[0], run[-1], [part_of_speech(word) for word in run]
    if vocabulary.change().routine.patterns.search(whole):
        return False
    if whole in own.no_phrases or whole.startswith(own.beginnings) or whole.endswith(own.endings):
        return False
    if len(run) == 1:
        return tags[0].startswith(own.word_tags)
    if _is_function_word(first) or _is_function_word(last):
        return False
    if first in own.never_first or first in own.manner or last in own.never_last:
        return False
    if any(tag in own.inner_tags or word in own.never_inside for word, tag in zip(run, tags, strict=True)):
        return False
    if _is_common_verb(first) or last in vocabulary.names().light:
        return False
    return any(tag.startswith(own.noun_tags) for tag in tags) or not any(map(_is_common_verb, run))
