"""A sentence as the rules read it: blanks, line ends and note marks gone, punctuation of one width, offsets kept."""

import re
from dataclasses import dataclass
from functools import cached_property

from tongbi.model import Span
from tongbi.text import fold

# Half-width marks become full-width ones, so that a rule names each mark once. Quotes and dots likewise.
_MARKS = str.maketrans(
    {
        ",": "，",
        ";": "；",
        ":": "：",
        "(": "（",
        ")": "）",
        "!": "！",
        "?": "？",
        "﹪": "%",
        "．": ".",
        "―": "—",
        "–": "—",
        "－": "-",
        "～": "~",
        "「": "“",
        "」": "”",
        "『": "“",
        "』": "”",
        "∶": "：",
        "﹑": "、",
        "､": "、",
        "\u00b7": "·",
        "•": "·",
    }
)
_NOTE_MARK = re.compile(r"[\[【〔]\d{1,3}[\]】〕]|[①-⑳⑴-⒇❶-❿㉑-㉟]")
_SEPARATED = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_POINT = re.compile(r"(?<=\d)[．·](?=\d)")


@dataclass(frozen=True, slots=False)
class Line:
    """One sentence. `text` is what rules match, `raw` the report's own characters in the same places."""

    text: str
    raw: str
    places: tuple[int, ...]
    """Where in the report each character stands, counted in code points."""

    def span(self, start: int, end: int) -> Span:
        """The report's span of the characters from `start` to `end` of this line."""
        return Span(self.places[start], self.places[end - 1] + 1)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """Spans of this line inside “” or 《》, outermost, marks included; an unclosed mark is passed over."""
        found, opened, start = [], [], 0
        closing = {"“": "”", "《": "》", "‘": "’"}
        for place, char in enumerate(self.text):
            if char in closing:
                if not opened:
                    start = place
                opened.append(closing[char])
            elif opened and char == opened[-1]:
                opened.pop()
                if not opened:
                    found.append(Span(start, place + 1))
            elif opened and char == "；":
                opened.clear()
        return tuple(found)


def line(text: str, span: Span) -> Line:
    """Read the characters of `span` as a line."""
    folded = fold(text[span.start : span.end])
    dropped = {place for mark in _NOTE_MARK.finditer(folded) for place in range(*mark.span())}
    kept = [place for place, char in enumerate(folded) if not char.isspace() and place not in dropped]
    # Blanks between two digits part two numbers; one of them stays.
    joined = "".join(folded[place] for place in kept).translate(_MARKS)
    joined = _SEPARATED.sub(",", _POINT.sub(".", joined))
    raw = "".join(text[span.start + place] for place in kept)
    return Line(joined, raw, tuple(span.start + place for place in kept))
