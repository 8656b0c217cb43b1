"""The named questions that the viewer asks of a published warehouse: typed functions over the SQL of `queries/`."""

from contextlib import closing
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from tongbi.errors import TongbiError
from tongbi.model import HeadFact, Part
from warehouse import layout
from warehouse.answers import (
    AlignedRow,
    BuildRow,
    ChangeRow,
    CorrectionRow,
    DisagreementRow,
    Document,
    DocumentView,
    Evidence,
    Government,
    LedgerRow,
    OrphanRow,
    Pair,
    PhraseRow,
    QueuedRow,
    ReadingRow,
    ReportHead,
    SeriesRow,
    SilenceRow,
    SkippedFile,
)
from warehouse.audits import Finding, audit
from warehouse.sql import query
from warehouse.unpack import (
    Row,
    aligned_rows,
    change_row,
    evidence_of,
    ledger_row,
    observation_row,
    paragraphs,
    phrase_row,
    reading_row,
    section_row,
    series_row,
    silence_row,
    span,
    term_row,
)

EXPORTED = (
    "across_governments",
    "aligned_sentence",
    "cited_observation",
    "corrections",
    "current_report",
    "disagreements",
    "every_change",
    "extraction_changes",
    "identity_queue",
    "indicator_figure",
    "indicator_series",
    "phrases",
    "ranked_change",
    "report_pair",
    "scorecard",
    "silences",
    "target_ledger",
)
"""The views that can be taken out as a table."""

Taken = Literal["ledger", "silences", "disagreements", "series", "queue", "corrections", "readings"]
"""What a page shows, as it can be taken out as a table."""


class Questions:
    """A published warehouse, opened read-only; safe to share between threads. Close it, or use it in a `with`.

    Raises `TongbiError` (`outdated_warehouse`) where another version of the project published the file. What is asked
    about a report or an observation that is not held raises `TongbiError` (`not_held`).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = duckdb.connect(path, read_only=True)
        if layout.digest_of(self._connection) != layout.digest():
            self.close()
            raise TongbiError("outdated_warehouse", source=str(path))

    def __enter__(self) -> Self:
        """Everything is open already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def governments(self) -> list[Government]:
        """List every region with a report in force: real ones first, then by pinyin."""
        return [Government(row["region"], row["fictional"], tuple(row["sessions"])) for row in self._ask("governments")]

    def report_head(self, region: str, session: str) -> ReportHead:
        """Tell what a report is, without its text."""
        return ReportHead(**self._one("report_head", region=region, session=session))

    def pairs(self, region: str) -> list[Pair]:
        """List the compared pairs of a region, earliest first."""
        return [Pair(**row) for row in self._ask("pairs", region=region)]

    def ledger(self, region: str, session: str, reviewed: str = "") -> list[LedgerRow]:
        """List the targets that a report set and what became of each; headline targets first, then as in the text.

        With `reviewed` (the session of another report) also the targets of several years whose last year it reviews,
        whichever report set them.
        """
        asked = {"region": region, "session": session, "reviewed": reviewed}
        return [ledger_row(row) for row in self._ask("ledger", **asked)]

    def silences(self, region: str, later: str, earlier: str = "") -> list[SilenceRow]:
        """List what a report (`later`) does not say, or says less of; with `earlier` only against that one."""
        return [silence_row(row) for row in self._ask("silences", region=region, later=later, earlier=earlier)]

    def disagreements(self, region: str) -> list[DisagreementRow]:
        """List where the reports of a region contradict each other, or themselves; the newest first."""
        return [DisagreementRow(**row) for row in self._ask("disagreements", region=region)]

    def corrections(self, region: str) -> list[CorrectionRow]:
        """List what people decided about a region, in the order of the file, with what became of it."""
        return [CorrectionRow(**row) for row in self._ask("corrections", region=region)]

    def queue(self, region: str) -> list[QueuedRow]:
        """List the names of a region that may be one and that a person is asked about, the best evidence first."""
        return [QueuedRow(**row) for row in self._ask("identity_queue", region=region)]

    def readings(self, region: str) -> list[ReadingRow]:
        """List what is found otherwise in the same texts of a region than before; what people decided first."""
        return [reading_row(row) for row in self._ask("extraction_changes", region=region)]

    def source(self, region: str, session: str) -> Document:
        """Give the text of a report and its file."""
        return Document(**self._one("document_of", region=region, session=session))

    def changes(self, region: str, earlier: str, later: str) -> list[ChangeRow]:
        """List what a reader should be told of a pair, the weightiest first; routine changes come last."""
        return [change_row(row) for row in self._ask("changes", region=region, earlier=earlier, later=later)]

    def head_facts(self, region: str, earlier: str, later: str) -> list[HeadFact]:
        """List what the heads of a pair have otherwise: term of the congress, head of government."""
        return [HeadFact(**row) for row in self._ask("head_facts", region=region, earlier=earlier, later=later)]

    def phrases(self, region: str, later: str) -> list[PhraseRow]:
        """List the set phrases of a region whose state a report changed, the most telling first."""
        return [phrase_row(row) for row in self._ask("phrases", region=region, later=later)]

    def aligned(self, region: str, earlier: str, later: str, part: str) -> list[AlignedRow]:
        """Lay out one part of a pair (`opening review plan closing glossary`) in the rows of the compare page."""
        return aligned_rows(self._ask("aligned", region=region, earlier=earlier, later=later, part=part))

    def document(self, region: str, session: str) -> DocumentView:
        """Give a report as it is read, with everything that was found in it."""
        asked = {"region": region, "session": session}
        return DocumentView(
            head=self.report_head(region, session),
            text=self._one("report_text", **asked)["text"],
            parts=tuple(Part(row["kind"], span(row)) for row in self._ask("parts", **asked)),
            sections=tuple(section_row(row) for row in self._ask("sections", **asked)),
            paragraphs=paragraphs(self._ask("sentences", **asked)),
            observations=tuple(observation_row(row) for row in self._ask("observations", **asked)),
            terms=tuple(term_row(row) for row in self._ask("terms", **asked)),
        )

    def evidence(self, observation_id: str) -> Evidence:
        """Give the paragraph in which an observation was read, and how to cite it."""
        place = self._one("place_of", id=observation_id)
        return evidence_of(self._one("evidence", id=observation_id, **place))

    def series(self, region: str) -> list[SeriesRow]:
        """List target and result by year of every indicator of a region that is told of in two years or more."""
        asked = query("series")
        with closing(layout.narrowed(self._connection, [region], [asked])) as own:
            return [series_row(row) for row in _rows(own.execute(asked))]

    def last_build(self) -> BuildRow | None:
        """Tell what the build that published this file did, and which files stand aside."""
        skipped = tuple(SkippedFile(**row) for row in self._ask("skipped"))
        return next((BuildRow(**row, skipped=skipped) for row in self._ask("last_build")), None)

    def orphans(self) -> list[OrphanRow]:
        """List the corrections that have no effect, in the order of their file."""
        return [OrphanRow(**row) for row in self._ask("orphans")]

    def audit(self) -> list[Finding]:
        """List every bad row that the audits find."""
        return audit(self._connection)

    def table(self, name: str) -> pa.Table:
        """Give a whole view of `EXPORTED` as an Arrow table, sorted by its columns; lists become joined words.

        Raises `TongbiError` (`no_such_view`, the views there are in `detail`).
        """
        if name not in EXPORTED:
            raise TongbiError("no_such_view", source=name, detail=", ".join(EXPORTED))
        return _flat(self._connection.cursor().view(name).order("ALL").to_arrow_table())

    def taken(self, name: Taken, region: str, **values: str) -> pa.Table:
        """Give what a page shows of a region as a table: the columns of the view, in the order of the page.

        `values` are those of the query `taken_NAME`.
        """
        asked = query(f"taken_{name}")
        if name != "series":
            return _flat(self._connection.cursor().execute(asked, {"region": region, **values}).to_arrow_table())
        with closing(layout.narrowed(self._connection, [region], [asked])) as own:
            return _flat(own.execute(asked, values).to_arrow_table())

    def _ask(self, name: str, **values: str) -> list[Row]:
        """Ask a query of `queries/`; its rows by column. A cursor of its own keeps threads apart."""
        return _rows(self._connection.cursor().execute(query(name), values))

    def _one(self, name: str, **values: str) -> Row:
        """Ask about something that has to be held."""
        for row in self._ask(name, **values):
            return row
        raise TongbiError("not_held", source=" ".join(values.values()))


def _flat(table: pa.Table) -> pa.Table:
    """The table with its lists as joined words."""
    for place, field in enumerate(table.schema):
        if pa.types.is_list(field.type):
            table = table.set_column(place, field.name, pc.binary_join(table[field.name], " "))
    return table


def _rows(result: duckdb.DuckDBPyConnection) -> list[Row]:
    """The rows of an answer by column."""
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
