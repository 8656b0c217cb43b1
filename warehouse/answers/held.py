"""Which governments and reports are held, which pairs were compared, and what the last build did."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Government:
    """One region with the sessions of its current reports, earliest first."""

    region: str
    fictional: bool
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportHead:
    """A current report without its text; `observations`, `targets` and `actuals` are counts."""

    region: str
    session: str
    year: int
    title: str
    delivered: date | None
    speaker: str
    meeting: str
    characters: int
    sha256: str
    rules: str
    fictional: bool
    abridged: bool
    source: str
    source_url: str
    observations: int
    targets: int
    actuals: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two current reports that were compared, by session."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a report in force, and the file below the corpus that it was read from."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that is set aside: where it is, the code of the reason, where in it and what was found there."""

    file: str
    code: str
    place: str
    detail: str


@dataclass(frozen=True, slots=True)
class BuildRow:
    """What the last build did, in counts of reports and pairs, and which files stand aside now."""

    id: int
    started: datetime
    finished: datetime
    rules: str
    added: int
    revised: int
    rederived: int
    unchanged: int
    withdrawn: int
    compared: int
    skipped: tuple[SkippedFile, ...]
