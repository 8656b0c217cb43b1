"""What the named questions answer with: frozen rows, complete when made, ready to be shown.

Offsets count code points of the report's text, half open, as everywhere. A `session` names a report within its
region (`2025`, or `2021-10`). "" stands for a word that is not there, None for a value that is not there.
"""

from warehouse.answers.aligned import AlignedRow, AlignedSentence
from warehouse.answers.changes import ChangeRow, PhraseRow, SaidAt
from warehouse.answers.corrections import CorrectionRow, OrphanRow, QueuedRow, ReadingRow
from warehouse.answers.document import DocumentView, ObservationRow, Paragraph, SentenceRow, TermRow
from warehouse.answers.figures import Evidence, Figure
from warehouse.answers.held import BuildRow, Document, Government, Pair, ReportHead, SkippedFile
from warehouse.answers.ledger import Decided, LedgerRow, Searched
from warehouse.answers.series import SeriesRow
from warehouse.answers.silences import DisagreementRow, SilenceRow

__all__ = [
    "AlignedRow",
    "AlignedSentence",
    "BuildRow",
    "ChangeRow",
    "CorrectionRow",
    "Decided",
    "DisagreementRow",
    "Document",
    "DocumentView",
    "Evidence",
    "Figure",
    "Government",
    "LedgerRow",
    "ObservationRow",
    "OrphanRow",
    "Pair",
    "Paragraph",
    "PhraseRow",
    "QueuedRow",
    "ReadingRow",
    "ReportHead",
    "SaidAt",
    "Searched",
    "SentenceRow",
    "SeriesRow",
    "SilenceRow",
    "SkippedFile",
    "TermRow",
]
