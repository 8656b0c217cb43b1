"""The named questions that the viewer asks of a published warehouse. Each is a typed function over SQL in `queries/`."""

from pathlib import Path
from types import TracebackType
from typing import Self

from warehouse.answers import (
    AlignedRow,
    AlignedSentence,
    BuildRow,
    ChangeRow,
    DocumentView,
    Evidence,
    Figure,
    Government,
    LedgerRow,
    ObservationRow,
    Pair,
    Paragraph,
    PartRow,
    ReportHead,
    SectionRow,
    SentenceRow,
    SeriesPoint,
    SkippedFile,
    TermRow,
)

__all__ = [
    "AlignedRow",
    "AlignedSentence",
    "BuildRow",
    "ChangeRow",
    "DocumentView",
    "Evidence",
    "Figure",
    "Government",
    "LedgerRow",
    "ObservationRow",
    "Pair",
    "Paragraph",
    "PartRow",
    "Questions",
    "ReportHead",
    "SectionRow",
    "SentenceRow",
    "SeriesPoint",
    "SkippedFile",
    "TermRow",
]


class Questions:
    """A published warehouse, opened read-only; safe to share between threads. Close it, or use it in a `with`.

    What is asked about a report, pair or observation that is not held raises `TongbiError` (`code="not_held"`).
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        """Nothing more to open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""

    def governments(self) -> list[Government]:
        """Every region with a current report: real ones first, then by pinyin."""
        raise NotImplementedError

    def report_head(self, region: str, session: str) -> ReportHead:
        """The current report of a session, without its text."""
        raise NotImplementedError

    def pairs(self, region: str) -> list[Pair]:
        """The compared pairs of a region, earliest first."""
        raise NotImplementedError

    def ledger(self, region: str, session: str) -> list[LedgerRow]:
        """The targets that a report set and what became of each; headline targets first, then as in the text."""
        raise NotImplementedError

    def changes(self, region: str, earlier: str, later: str) -> list[ChangeRow]:
        """What a reader should be told of a pair, the weightiest first."""
        raise NotImplementedError

    def aligned(self, region: str, earlier: str, later: str, part: str) -> list[AlignedRow]:
        """The rows of the compare page for one part (`opening review plan closing glossary`)."""
        raise NotImplementedError

    def document(self, region: str, session: str) -> DocumentView:
        """A current report as it is read."""
        raise NotImplementedError

    def evidence(self, observation_id: str) -> Evidence:
        """The paragraph in which an observation was read, and how to cite it."""
        raise NotImplementedError

    def series(self, region: str, indicator: str) -> list[SeriesPoint]:
        """The figures of an indicator (its register id, or its name as written), report after report."""
        raise NotImplementedError

    def last_build(self) -> BuildRow | None:
        """What the build that published this file did."""
        raise NotImplementedError
