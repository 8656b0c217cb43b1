"""The numbers of a report that are no observation, each with its reason: a reader can check what was left out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from tongbi.model import Observation, Sentence, Span
from tongbi.observe.line import Line, line
from tongbi.observe.quantities import quantities
from tongbi.observe.quantity import Quantity
from tongbi.observe.traps import Trap, trap, within_quotes
from tongbi.text import fold

Reason = (
    Trap
    | Literal[
        "outside_sentences",
        "note_mark",
        "date",
        "numbering",
        "glossary",
        "no_name",
    ]
)
"""Why a number was not taken: what it is instead, or what could not be found."""

_NUMBER = re.compile(r"\d+(?:[.,，]\d+)*")
_DATE = re.compile(r"\d{4}年(?!均|产)|\d{1,2}月(?:份|(?=\d|底|末|初|$|[，。、至到]))|\d{1,2}[日号时点]")
_SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d(?:年?(?:—{1,2}|-|至|到|~|、|和)(?:19|20)?\d\d)+[两三四五]?年")
_NUMBERED = re.compile(r"（\d{1,2}）|^\s*\d{1,2}[）、.．]")
_SIGN = re.compile(r"[A-Za-z+×/]")


@dataclass(frozen=True, slots=True)
class Passed:
    """A number at `span` of the report's text that gave no observation. `span` holds its unit where one was read."""

    span: Span
    reason: Reason


def passed_over(text: str, sentences: Iterable[Sentence], observations: Iterable[Observation]) -> tuple[Passed, ...]:
    """Every number of a report's text in digits, and every Chinese one with a unit, that no observation holds.

    Offsets count code points of `text`. Ordered by place; none overlaps another or an observation.
    """
    taken = _Taken(observations)
    found: list[Passed] = []
    at = 0
    for sentence in sentences:
        found += _loose(text, Span(at, sentence.span.start), "outside_sentences")
        found += _of_sentence(text, sentence)
        at = sentence.span.end
    found += _loose(text, Span(at, len(text)), "outside_sentences")
    return tuple(one for one in found if not taken.touches(one.span))


class _Taken:
    """Where the observations stand."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        spans = sorted(one.span for one in observations)
        self._starts = [span.start for span in spans]
        self._ends = list(accumulate((span.end for span in spans), max))

    def touches(self, span: Span) -> bool:
        before = bisect_right(self._starts, span.end - 1)
        return before > 0 and self._ends[before - 1] > span.start


def _loose(text: str, span: Span, reason: Reason) -> Iterator[Passed]:
    """The numbers in digits within `span`, all for one reason."""
    for number in _NUMBER.finditer(fold(span.of(text))):
        yield Passed(Span(span.start + number.start(), span.start + number.end()), reason)


def _of_sentence(text: str, sentence: Sentence) -> list[Passed]:
    read = line(text, sentence.span)
    figures = quantities(read, counts=True)
    found = [
        Passed(read.span(*date.span()), "date")
        for pattern in (_SPAN_OF_YEARS, _DATE)
        for date in pattern.finditer(read.text)
    ]
    found += [_of_figure(read, figure, sentence) for figure in figures]
    bare = (number.span() for number in _NUMBER.finditer(read.text))
    found += [Passed(read.span(*one), _of_bare(read, *one)) for one in bare]
    found += _note_marks(text, sentence.span, read.places)
    kept: list[Passed] = []
    for one in sorted(found, key=lambda passed: (passed.span.start, -passed.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _of_figure(read: Line, figure: Quantity, sentence: Sentence) -> Passed:
    """A number with its unit: a trap, in the glossary, or one whose name could not be found."""
    reason: Reason = trap(read, figure) or ("glossary" if sentence.part == "glossary" else "no_name")
    if reason == "no_unit":
        reason = _of_bare(read, figure.start, figure.end)
    return Passed(read.span(figure.start, figure.end), reason)


def _of_bare(read: Line, start: int, end: int) -> Reason:
    """A number without a unit: it numbers an item, is part of a sign (PM2.5), or stands for nothing that is read."""
    if within_quotes(read, start, end):
        return "quoted"
    text = read.text
    if _NUMBERED.fullmatch(text, max(0, start - 1), end + 1):
        return "numbering"
    return "part_of_word" if _SIGN.search(text[max(0, start - 1) : start] + text[end : end + 1]) else "no_unit"


def _note_marks(text: str, span: Span, places: Sequence[int]) -> Iterator[Passed]:
    """The digits that a line does not hold: ［13］ points to a note."""
    if len(places) == span.end - span.start:
        return
    held = set(places)
    for number in _NUMBER.finditer(fold(span.of(text))):
        place = Span(span.start + number.start(), span.start + number.end())
        if not held.intersection(range(place.start, place.end)):
            yield Passed(place, "note_mark")
