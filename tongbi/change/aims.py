"""Watchwords of the year's general requirement (总体要求, 指导思想) that came or went."""

import re
from collections.abc import Iterable, Iterator

from tongbi import vocabulary
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.change.terms import quoted_phrases
from tongbi.model import Sentence, Span

_PLACED_WITHIN = 0.35
_MARKS_OF_ONE = 3
_SHORTEST = 90
_SAID_APART = re.compile(r"[、，,·]")
_COUNTED = re.compile(r"[一二三四五六七八九十两\d]+[大个项条篇张场件]")


def _is_requirement(said: str, early: bool) -> bool:
    """Whether a sentence calls itself one, or, early in the plan, strings together 坚持, 全面贯彻, 统筹 as one does."""
    told = vocabulary.change().aims
    if told.heads.search(said):
        return True
    return early and len(said) >= _SHORTEST and len(set(told.marks.pattern.findall(said))) >= _MARKS_OF_ONE


def _requirements(reading: Reading) -> Iterator[Sentence]:
    plan = next((part.span for part in reading.report.parts if part.kind == "plan"), None)
    if plan is None:
        return
    latest = plan.start + _PLACED_WITHIN * (plan.end - plan.start)
    for sentence in reading.report.sentences:
        early = sentence.span.start <= latest
        if sentence.part == "plan" and not sentence.heading and _is_requirement(reading.said(sentence.span), early):
            yield sentence


def _spellings(word: str) -> tuple[str, ...]:
    return (bare(word), *map(bare, vocabulary.change().aims.watchwords.get(word, ())))


def _says(reading: Reading, word: str) -> bool:
    return any(spelling in reading.bare for spelling in _spellings(word))


def _quoted(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Find the quoted phrases of a requirement that are its own: of two halves, or said again elsewhere."""
    for phrase in map(reading.said, quoted_phrases(reading, sentence.span)):
        again = reading.bare.count(bare(phrase)) > 1
        if (again or _SAID_APART.search(phrase)) and not _COUNTED.match(phrase):
            yield phrase


def _aims(reading: Reading) -> dict[str, Span]:
    """Find the watchwords of the requirement, the listed ones first, each with its sentence."""
    listed: dict[str, Span] = {}
    quoted: dict[str, Span] = {}
    for sentence in _requirements(reading):
        said = bare(reading.said(sentence.span))
        for word in vocabulary.change().aims.watchwords:
            if any(spelling in said for spelling in _spellings(word)):
                listed.setdefault(word, sentence.span)
        for phrase in _quoted(reading, sentence):
            quoted.setdefault(phrase, sentence.span)
    known = {spelling for word in vocabulary.change().aims.watchwords for spelling in _spellings(word)}
    return listed | {
        phrase: span for phrase, span in quoted.items() if not any(spelling in bare(phrase) for spelling in known)
    }


def _only(own: Reading, other: Reading) -> Iterable[tuple[str, Span]]:
    """Pick the watchwords that the other report says nowhere, not more than a few."""
    alone = [(word, span) for word, span in _aims(own).items() if not _says(other, word)]
    return alone[: vocabulary.change().aims.most]


def aim_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Watchwords in the requirement of one report that the other, if it has a requirement, says nowhere at all."""
    if not any(_requirements(before)) or not any(_requirements(after)):
        return
    for word, span in _only(before, after) if not after.report.abridged else ():
        yield Finding("aim_dropped", "text", word, word, "", span, None, "named_nowhere")
    for word, span in _only(after, before) if not before.report.abridged else ():
        yield Finding("aim_new", "text", word, "", word, None, span, "named_first")
