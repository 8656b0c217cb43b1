"""A sentence as the rules read it: blanks, line ends and note marks gone, punctuation of one width, offsets kept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tongbi.model import Span
from tongbi.observe.digits import LARGE_BEGINS, LARGE_GOES_ON, in_digits, written_in_chinese
from tongbi.text import fold, rewritten

# Half-width marks become full-width ones, so that a rule names each mark once; dashes, quotes and dots likewise.
_HALF_WIDTH = dict(zip(",;:()!?", "，；：（）！？", strict=True))
_LOOKALIKES = {
    "﹪": "%",
    "―": "—",
    "–": "—",
    "～": "~",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "∶": "：",
    "﹑": "、",
    "､": "、",
    "•": "·",
}
_MARKS = _HALF_WIDTH | _LOOKALIKES
# Folding and marks in one pass: what folding gives is what the marks are looked up by.
_READ = {char: _MARKS.get(fold(char), fold(char)) for char in map(chr, [0x3000, 0xA0, *range(0xFF01, 0xFF5F)])}
_READ = {char: read for char, read in (_READ | _MARKS).items() if char != read}
_CHANGES = re.compile(f"[{re.escape(''.join(_READ))}]")
# ［13］, ① behind a word point to a note; ① in front of an item counts it. Neither is read.
# Blanks one by one: they are found faster than by their class.
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
_UNREAD_BEGINS = rf"{_BLANKS}\[【〔①-⑳⑴-⒇❶-❿㉑-㉟"
_MAY_BE_UNREAD = re.compile(f"[{_UNREAD_BEGINS}]")
_UNREAD = re.compile(r"\s|[\[【〔]\d{1,3}[\]】〕]|[①-⑳⑴-⒇❶-❿㉑-㉟]")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_DECIMAL_POINT = re.compile(r"(?<=\d)·(?=\d)")
_PARTED_DIGITS = re.compile("[0-9][，·][0-9]")
_OPENING = re.compile("[“《‘]")
_QUOTED = re.compile("“[^”；]*”|《[^》；]*》|‘[^’；]*’")
# Most sentences hold nothing that is quoted, passed over or written anew: one search tells.
_SIGNS = rf"{_UNREAD_BEGINS}“《‘\""
_NOT_PLAIN = re.compile(
    rf"[{_SIGNS}0-9{LARGE_BEGINS}](?:(?<=[{_SIGNS}])|(?<=[0-9])[，·][0-9]|(?<=[{LARGE_BEGINS}]){LARGE_GOES_ON})"
)


class Line(NamedTuple):
    """One sentence. `text` is what rules match; `places` tells where in the report each character stands.

    `quoted` are the spans of `text` inside “” or 《》, marks included; one unclosed in its statement is passed over.
    """

    text: str
    places: Sequence[int]
    quoted: Sequence[Span]

    def span(self, start: int, end: int) -> Span:
        """Give the report's span of the characters from `start` to `end` of this line."""
        return Span(self.places[start], self.places[end - 1] + 1)


def _quoted(text: str) -> Iterator[Span]:
    done = 0
    unclosed: dict[str, int] = {}
    for opening in _OPENING.finditer(text):
        start, mark = opening.start(), opening[0]
        # Where one opening mark is not closed, none like it is in the rest of the statement.
        if start < max(done, unclosed.get(mark, 0)):
            continue
        if quoted := _QUOTED.match(text, start):
            done = quoted.end()
            yield Span(start, done)
        else:
            end = text.find("；", start)
            unclosed[mark] = end if end >= 0 else len(text)


@lru_cache(maxsize=2)
def _of_one_width(text: str) -> str:
    """Write a report with punctuation of one width; asked of one text for each of its sentences."""
    return rewritten(text, _CHANGES, _READ)


def line(text: str, span: Span) -> Line:
    """Read the characters of `span` as a line."""
    folded = span.of(_of_one_width(text))
    places: Sequence[int] = range(span.start, span.end)
    in_chinese = written_in_chinese(text)
    if not in_chinese and not _NOT_PLAIN.search(folded):
        return Line(folded, places, ())
    if _MAY_BE_UNREAD.search(folded):
        dropped = {place for unread in _UNREAD.finditer(folded) for place in range(*unread.span())}
        kept = [place for place in range(len(folded)) if place not in dropped]
        folded = "".join(folded[place] for place in kept)
        places = tuple(span.start + place for place in kept)
    marked = _straight_quotes(folded)
    if _PARTED_DIGITS.search(marked):
        marked = _THOUSANDS.sub(",", _DECIMAL_POINT.sub(".", marked))
    if numerals := in_digits(marked, in_chinese=in_chinese):
        marked, places = _in_digits(marked, places, numerals)
    return Line(marked, places, tuple(_quoted(marked)) if _OPENING.search(marked) else ())


def _in_digits(text: str, places: Sequence[int], numerals: Iterable[tuple[int, int, str]]) -> tuple[str, Sequence[int]]:
    """Write Chinese numerals in digits; the last digit stands where the numeral ends."""
    pieces: list[str] = []
    moved: list[int] = []
    done = 0
    for start, end, digits in numerals:
        pieces += (text[done:start], digits)
        moved += places[done:start]
        moved += [places[min(place, end - 1)] for place in range(start, start + len(digits) - 1)]
        moved.append(places[end - 1])
        done = end
    return "".join(pieces) + text[done:], (*moved, *places[done:])


def _straight_quotes(text: str) -> str:
    """Write straight quotes as opening and closing ones, in turn."""
    if '"' not in text:
        return text
    pieces = text.split('"')
    marks = ["“" if place % 2 == 0 else "”" for place in range(len(pieces) - 1)]
    return pieces[0] + "".join(mark + piece for mark, piece in zip(marks, pieces[1:], strict=True))
