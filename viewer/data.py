"""What the pages ask of the published warehouse, remembered until another one is published.

Every answer is kept under the published file's name: a new publication has a new name and shows at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import streamlit as st

from tongbi.model import HeadFact
from warehouse.answers import (
    AlignedRow,
    ChangeRow,
    CorrectionRow,
    DisagreementRow,
    Document,
    DocumentView,
    Evidence,
    Government,
    LedgerRow,
    Pair,
    PhraseRow,
    QueuedRow,
    ReadingRow,
    ReportHead,
    SeriesRow,
    SilenceRow,
)
from warehouse.questions import Questions, Taken
from warehouse.store import folder, published
from warehouse.tables import csv

Answer = TypeVar("Answer")


@st.cache_resource(max_entries=2, on_release=Questions.close, show_spinner=False)
def _opened(file: str) -> Questions:
    return Questions(Path(file))


@st.cache_data(max_entries=200, show_spinner=False)
def _answer(file: str, question: str, *about: str) -> object:
    return getattr(_opened(file), question)(*about)


@dataclass(frozen=True, slots=True)
class Published:
    """One published warehouse. What it does not hold raises `TongbiError` (`code="not_held"`)."""

    file: str

    def _ask(self, question: Callable[..., Answer], *about: str) -> Answer:
        answer: Answer = _answer(self.file, question.__name__, *about)  # type: ignore[assignment]
        return answer

    def governments(self) -> list[Government]:
        """Every region with a report."""
        return self._ask(Questions.governments)

    def pairs(self, region: str) -> list[Pair]:
        """The compared pairs of a region, earliest first."""
        return self._ask(Questions.pairs, region)

    def report_head(self, region: str, session: str) -> ReportHead:
        """A report without its text."""
        return self._ask(Questions.report_head, region, session)

    def ledger(self, region: str, session: str, reviewed: str = "") -> list[LedgerRow]:
        """The targets of a report and what became of them; and those of several years that `reviewed` answers for."""
        return self._ask(Questions.ledger, region, session, reviewed)

    def silences(self, region: str, later: str, earlier: str = "") -> list[SilenceRow]:
        """What a report does not say, or says less of."""
        return self._ask(Questions.silences, region, later, earlier)

    def disagreements(self, region: str) -> list[DisagreementRow]:
        """Where reports contradict each other, or themselves."""
        return self._ask(Questions.disagreements, region)

    def corrections(self, region: str) -> list[CorrectionRow]:
        """What people decided."""
        return self._ask(Questions.corrections, region)

    def queue(self, region: str) -> list[QueuedRow]:
        """Names that may be one, for a person to decide."""
        return self._ask(Questions.queue, region)

    def readings(self, region: str) -> list[ReadingRow]:
        """What is found otherwise in the same texts than before."""
        return self._ask(Questions.readings, region)

    def source(self, region: str, session: str) -> Document:
        """The text of a report and its file."""
        return self._ask(Questions.source, region, session)

    def csv(self, name: Taken, region: str, **values: str) -> bytes:
        """What a page shows, as a CSV that a spreadsheet opens; asked when it is wanted, and not remembered."""
        return csv(_opened(self.file).taken(name, region, **values))

    def changes(self, region: str, earlier: str, later: str) -> list[ChangeRow]:
        """What a reader should be told of a pair."""
        return self._ask(Questions.changes, region, earlier, later)

    def head_facts(self, region: str, earlier: str, later: str) -> list[HeadFact]:
        """What the heads of a pair have otherwise."""
        return self._ask(Questions.head_facts, region, earlier, later)

    def phrases(self, region: str, later: str) -> list[PhraseRow]:
        """The set phrases whose state a report changed."""
        return self._ask(Questions.phrases, region, later)

    def aligned(self, region: str, earlier: str, later: str, part: str) -> list[AlignedRow]:
        """A part of two reports, side by side."""
        return self._ask(Questions.aligned, region, earlier, later, part)

    def document(self, region: str, session: str) -> DocumentView:
        """A report as it is read."""
        return self._ask(Questions.document, region, session)

    def series(self, region: str) -> list[SeriesRow]:
        """Target and result by year of the indicators of a region."""
        return self._ask(Questions.series, region)

    def evidence(self, observation: str) -> Evidence:
        """The paragraph of an observation."""
        return self._ask(Questions.evidence, observation)


def current() -> Published | None:
    """What is published now; None where nothing is yet."""
    file = published(folder())
    return Published(str(file)) if file else None
