"""Quotes for corrections: the least of a report's words that say which number is meant."""

from collections.abc import Iterator

from tongbi.anchors import Place, locate
from tongbi.errors import Unanchored
from tongbi.model import Span

LONGEST = 160
"""Characters beyond which nobody wants to read a quote; a text that says the same so far twice has no place to name."""

_CLAUSES = "，；。！？：\n"
_ITEMS = f"{_CLAUSES}、"
_NEVER = "|"
"""What parts a place on the command line cannot stand in a quote."""


def place_of(text: str, session: str, number: Span, indicator: str = "") -> Place | None:
    """Give the shortest run of clauses around a number that stands in the text once and holds the number once.

    `number` is a range of code points of `text`. None where no quote of up to `LONGEST` characters says which number is
    meant; blanks and line ends are left out of the quote, for they do not count where it is looked for.
    """
    written = _plain(number.of(text))
    # a list may give its items one number: then the item alone tells which
    for quote in (quote for ends in (_CLAUSES, _ITEMS) for quote in _quotes(text, number, ends)):
        words = _plain(quote)
        if any(mark in one for one in (words, written, indicator) for mark in _NEVER):
            return None
        place = Place(session=session, quote=words, number=written, indicator=indicator)
        try:
            found = locate(text, place)
        except Unanchored:
            continue
        if found.covers(number) or number.covers(found):
            return place
    return None


def _plain(written: str) -> str:
    return "".join(written.split())


def _quotes(text: str, number: Span, ends: str) -> Iterator[str]:
    """The clause of the number, then one more before and one more behind it, in turn; `ends` are the marks between."""
    start, end = _before(text, number.start, ends), _behind(text, number.end, ends)
    while end - start <= LONGEST:
        yield text[start:end]
        wider = (_before(text, start - 1, ends), end) if start > 0 else (start, end)
        if wider[0] < start and end - wider[0] <= LONGEST:
            yield text[wider[0] : end]
        further = (wider[0], _behind(text, end + 1, ends) if end < len(text) else end)
        if further == (start, end):
            return
        start, end = further


def _before(text: str, at: int, ends: str) -> int:
    """Where the clause begins that goes on at a place."""
    at = max(at, 0)
    return max((text.rfind(mark, 0, at) for mark in ends), default=-1) + 1


def _behind(text: str, at: int, ends: str) -> int:
    """Where the clause ends that a place lies in: before the mark that ends it."""
    found = [place for mark in ends if (place := text.find(mark, at)) >= 0]
    return min(found, default=len(text))
