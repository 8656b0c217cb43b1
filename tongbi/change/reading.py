"""A report made searchable: which sentence and which clause hold a place, and where a name is said."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from tongbi import vocabulary
from tongbi.identity import normal_name
from tongbi.model import Observation, PartKind, Report, Sentence, Span
from tongbi.text import flat, fold

# A comma between digits (`2,803.5`) parts no clause.
_CLAUSE_END = re.compile(r"[。！？；：、]|[!?;:]|[,，](?!\d{3})|(?<!\d)[,，](?=\d{3})")
_STRETCH_END = re.compile(r"[。！？；：，]|[!?;:]|,(?!\d{3})")
_MARKS = re.compile(r"[\s“”\"‘’《》()（）]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two marks of punctuation, with its common form (see `normal_name`)."""

    span: Span
    part: PartKind
    normal: str


@dataclass(frozen=True)
class Reading:
    """One report with what the families of changes look up in it. Built once a comparison."""

    report: Report

    @cached_property
    def folded(self) -> str:
        """The text in half-width forms, of the same length."""
        return fold(self.report.text)

    @cached_property
    def bare(self) -> str:
        """The folded text without blanks, quotation marks and brackets, for asking whether something is said at all."""
        return _MARKS.sub("", self.folded)

    @cached_property
    def observations(self) -> dict[str, Observation]:
        """Every observation by its id."""
        return {one.id: one for one in self.report.observations}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.report.sentences]

    def sentence(self, place: int) -> Sentence | None:
        """Find the sentence that holds the place; None in the gaps between sentences."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or not self.report.sentences[index].span.start <= place < self.report.sentences[index].span.end:
            return None
        return self.report.sentences[index]

    def evidence(self, span: Span) -> Span:
        """Give the sentence that a span stands in, else the span itself."""
        sentence = self.sentence(span.start)
        return sentence.span if sentence else span

    def said(self, span: Span) -> str:
        """Quote the words of a span on one line, as the report writes them."""
        return flat(self.report.text, span).strip()

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of every sentence, in reading order."""
        return tuple(
            Clause(span, sentence.part, normal_name(flat(self.folded, span)))
            for sentence in self.report.sentences
            for span in self.clauses_of(sentence.span)
        )

    @cached_property
    def _normal(self) -> str:
        """All clauses in their common form, to see at once that a name is said nowhere."""
        return "\n".join(clause.normal for clause in self.clauses)

    def clauses_of(self, sentence: Span) -> Iterator[Span]:
        """Cut one sentence into its clauses, without the marks between them."""
        yield from self._cut(sentence, _CLAUSE_END)

    def stretches_of(self, sentence: Span) -> Iterator[Span]:
        """Cut one sentence at its commas but not inside its lists."""
        yield from self._cut(sentence, _STRETCH_END)

    def _cut(self, sentence: Span, marks: re.Pattern[str]) -> Iterator[Span]:
        start = sentence.start
        for end in [mark.start() for mark in marks.finditer(self.folded, sentence.start, sentence.end)]:
            if end > start:
                yield Span(start, end)
            start = end + 1
        if start < sentence.end:
            yield Span(start, sentence.end)

    def clause(self, place: int) -> Span | None:
        """Find the clause that holds a place of the text."""
        sentence = self.sentence(place)
        if not sentence:
            return None
        return next((span for span in self.clauses_of(sentence.span) if span.start <= place < span.end), None)

    def mentions(self, name: str, parts: Collection[PartKind]) -> list[Clause]:
        """Find the clauses of these parts that say the name; `name` in its common form."""
        if name not in self._normal:
            return []
        return [clause for clause in self.clauses if clause.part in parts and name in clause.normal]

    def says(self, name: str, parts: Collection[PartKind]) -> bool:
        """Tell whether these parts say the name, as it is written."""
        wanted = bare(name)
        return wanted in self.bare and any(
            wanted in bare(sentence.span.of(self.folded))
            for sentence in self.report.sentences
            if sentence.part in parts
        )

    def told_number(self, name: str, parts: Collection[PartKind]) -> bool:
        """Whether some clause of these parts says the name with a number in it or right behind it."""
        for clause in self.mentions(name, parts):
            sentence = self.sentence(clause.span.start)
            end = min(clause.span.end + vocabulary.change().reach.number, sentence.span.end if sentence else 0)
            if any(letter.isdigit() for letter in self.folded[clause.span.start : end]):
                return True
        return False


def bare(text: str) -> str:
    """Fold a text, without blanks, quotation marks and brackets."""
    return _MARKS.sub("", fold(text))
