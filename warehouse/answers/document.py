"""One report as it is read: its paragraphs with everything that was found in them."""

from dataclasses import dataclass

from tongbi.model import Part, Section, Span
from warehouse.answers.figures import Figure
from warehouse.answers.held import ReportHead


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence or heading of a document; `section` is an index into the document's sections, -1 for none."""

    span: Span
    text: str
    part: str
    section: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of one paragraph; its span runs from the first to the last of them."""

    span: Span
    sentences: tuple[SentenceRow, ...]


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """An observation in its place."""

    span: Span
    role: str
    tier: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class TermRow:
    """A glossary entry in its place."""

    name: str
    span: Span
    definition: Span
    text: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A current report as it is read: its text with everything that was found in it."""

    head: ReportHead
    text: str
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    observations: tuple[ObservationRow, ...]
    terms: tuple[TermRow, ...]
