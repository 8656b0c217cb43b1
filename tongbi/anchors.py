"""Anchors: places of a report told in its own words, found again.

A place is found by its quote alone, to the letter: text that changed so far that the quote is gone, or stands there
twice, is not found at all, never taken for the next best.
"""

import re
from functools import lru_cache
from typing import Annotated

import msgspec

from tongbi.errors import Unanchored
from tongbi.identity import normal_name
from tongbi.model import Observation, Report, Sentence, Span
from tongbi.text import fold
from tongbi.vocabulary.schema import Written

_DIGIT = "0123456789."


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place in a report: `quote` as the text has it, and in it `number` where a number is meant.

    Blanks, line ends and full-width forms do not count, anything else does. `nth` (from 1) tells which of several
    occurrences of the quote is meant, `indicator` which of several indicators that one number is of.
    """

    session: Written
    quote: Written
    number: str = ""
    indicator: str = ""
    nth: Annotated[int, msgspec.Meta(ge=0)] = 0


@lru_cache(maxsize=4)
def without_blanks(text: str) -> tuple[str, list[int]]:
    """Fold a text and leave out its blanks; the list has where each character stood."""
    folded = fold(text)
    kept = [place for place, character in enumerate(folded) if not character.isspace()]
    return "".join([folded[place] for place in kept]), kept


def _all(wanted: str, text: str) -> list[int]:
    """Give the places where `wanted` begins, those that overlap too."""
    return [found.start() for found in re.finditer(f"(?={re.escape(wanted)})", text)] if wanted else []


def locate(text: str, place: Place) -> Span:
    """Find the quote of a place in a text, or the number in it.

    Raises `Unanchored`: `quote_not_found`, `quote_ambiguous` (the detail says how often it stands there),
    `number_not_found`, `number_ambiguous`. A number does not stand where it is a part of another (`5%` in `15%`).
    """
    squeezed, kept = without_blanks(text)
    wanted = without_blanks(place.quote)[0]
    found = _all(wanted, squeezed)
    if len(found) < max(place.nth, 1):
        raise Unanchored("quote_not_found", place=place.session, detail=place.quote)
    if len(found) > 1 and not place.nth:
        raise Unanchored("quote_ambiguous", place=place.session, detail=f"{len(found)}: {place.quote}")
    begin = found[max(place.nth, 1) - 1]
    quote = Span(kept[begin], kept[begin + len(wanted) - 1] + 1)
    return number_in(text, quote, place.number, place.session) if place.number else quote


def number_in(text: str, quote: Span, number: str, session: str = "") -> Span:
    """Find the number in a quote, of which this is the span; raises `Unanchored` as `locate`."""
    squeezed, kept = without_blanks(quote.of(text))
    wanted = without_blanks(number)[0]
    found = [begin for begin in _all(wanted, squeezed) if _stands_alone(squeezed, begin, begin + len(wanted))]
    if len(found) != 1:
        code = "number_ambiguous" if found else "number_not_found"
        raise Unanchored(code, place=session, detail=f"{number}: {quote.of(text)}")
    begin = found[0]
    return Span(quote.start + kept[begin], quote.start + kept[begin + len(wanted) - 1] + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether what begins or ends with a digit is no part of a longer number."""
    before = start > 0 and text[start] in _DIGIT and text[start - 1] in _DIGIT
    after = text[end - 1] in _DIGIT and text[end : end + 1].isdigit()
    return not before and not after


def observation_at(report: Report, place: Place) -> Observation:
    """Find the observation that a place means, of which it quotes the number or a part of it.

    Raises `Unanchored` as `locate`, or `no_observation`, or `several_observations` where the indicator has to be named.
    """
    span = locate(report.text, place)
    wanted = normal_name(place.indicator) if place.indicator else ""
    found = [
        one
        for one in report.observations
        if (one.span.covers(span) or span.covers(one.span)) and wanted in ("", normal_name(one.indicator))
    ]
    if len(found) != 1:
        code = "several_observations" if found else "no_observation"
        raise Unanchored(code, place=place.session, detail=", ".join(one.indicator for one in found) or place.number)
    return found[0]


def sentence_at(report: Report, place: Place) -> Sentence:
    """Find the sentence or heading that a place quotes, wholly or in part.

    Raises `Unanchored` as `locate`, or `no_sentence` where the quote lies in no sentence, or in more than one.
    """
    span = locate(report.text, Place(session=place.session, quote=place.quote, nth=place.nth))
    for sentence in report.sentences:
        if sentence.span.covers(span):
            return sentence
    raise Unanchored("no_sentence", place=place.session, detail=place.quote)
