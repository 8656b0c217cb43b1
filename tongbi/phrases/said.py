"""What a report says, laid out for searching: its sentences without blanks, one a line."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from tongbi.model import Report, Span

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of a report but for its glossary, which explains phrases and does not use them.

    `text` holds `lines` without blanks, one a line; `starts` are the offsets of the lines in it, `spans` the sentences'
    places in the report's own text.
    """

    report: Report
    text: str
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    @property
    def size(self) -> int:
        """How much is said, in characters: what counts are measured against."""
        return len(self.text)

    def count(self, phrase: str) -> int:
        """How often the phrase is said, with or without quotation marks around it."""
        return self.text.count(phrase)

    def first(self, phrase: str) -> Span | None:
        """The first sentence that says the phrase."""
        return self._sentence(self.text.find(phrase))

    def last(self, phrase: str) -> Span | None:
        """The last sentence that says the phrase."""
        return self._sentence(self.text.rfind(phrase))

    def sentence_at(self, offset: int) -> int:
        """Which sentence holds an offset of the report's own text, as an index into `spans`; the last before a gap."""
        return bisect_right(self.spans, offset, key=lambda span: span.start) - 1

    def _sentence(self, place: int) -> Span | None:
        return self.spans[bisect_right(self.starts, place) - 1] if place >= 0 else None


def said(report: Report) -> Said:
    """Lay out a report."""
    spans = tuple(sentence.span for sentence in report.sentences if sentence.part != "glossary")
    lines = tuple(_BLANKS.sub("", span.of(report.text)) for span in spans)
    return Said(report, "\n".join(lines), lines, tuple(_starts(lines)), spans)


def _starts(lines: tuple[str, ...]) -> Iterator[int]:
    yield from accumulate((len(line) + 1 for line in lines[:-1]), initial=0) if lines else ()
