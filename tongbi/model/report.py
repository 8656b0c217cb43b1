"""A report as read: its text, outline and observations."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

PartKind = Literal["opening", "review", "plan", "closing", "glossary"]
Measure = Literal["level", "change_pct", "change_abs", "ratio", "rank", "streak", "qualitative"]
Bound = Literal["", "eq", "ge", "le", "approx", "range"]
Role = Literal["actual", "target"]
Tier = Literal["headline", "task", "livelihood"]
Horizon = Literal["annual", "part_year", "multi_year"]
Certainty = Literal["final", "estimated"]
Value = Decimal | tuple[Decimal, Decimal] | None


class Span(NamedTuple):
    """Half-open range of code points in one report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The quote that this span marks in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Part:
    """One of the large parts of a report. Parts follow each other and cover the text without a gap."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it, its subsections included.

    `number` is the heading's own (`一`, `（二）`, `1`; empty for an unnumbered one), `level` 1 for the outermost.
    Sections stand in reading order; one of a deeper level lies within the nearest shallower one before it.
    """

    number: str
    heading: str
    level: int
    part: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading; the unit of alignment.

    It ends at 。！？ or at the end of a paragraph. A line broken in mid-sentence is rejoined, so the span may hold a
    line end. `section` and `paragraph` are indexes (-1: before the first section); paragraphs are counted through the
    report.
    """

    span: Span
    part: PartKind
    section: int
    paragraph: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A definition in the glossary. Two definitions of one name at two places are two terms."""

    name: str
    span: Span
    definition: Span


@dataclass(frozen=True, slots=True)
class Observation:
    """One number (or range, or wording) that a report states as a result or sets as a target.

    The fields up to `modality` are those of the annotation guidelines; see docs/observations.md. `value` is None for a
    target without a number, a pair for a range. `section` is an index into `Report.sections` (-1: none).
    `indicator_id` is the register's id, or "" where the register does not know the name.
    `group` joins a floor and its stretch (`900亿元、力争1050亿元`): the id of the floor's observation, else "".
    `decided` has the ids of the corrections that made it what it is, comma separated; "" where the rules did.
    """

    id: str
    start: int
    end: int
    quote: str
    indicator: str
    value: Value
    unit: str
    measure: Measure
    bound: Bound
    role: Role
    period: str
    modality: str
    section: int
    indicator_id: str
    tier: Tier
    horizon: Horizon
    certainty: Certainty
    basis: str
    group: str
    decided: str = ""

    @property
    def span(self) -> Span:
        """Where the number stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Orphan:
    """A correction that has no effect as things stand: its id, why, and what was looked for or found instead."""

    correction: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. `session` is the year, or `2021-10` where a region met twice in a year.

    `decisions` is the digest of the corrections that were laid over it ("": there are none), `orphans` are those among
    them that have no effect.
    """

    region: str
    session: str
    year: int
    title: str
    delivered: date | None
    speaker: str
    meeting: str
    text: str
    sha256: str
    fictional: bool
    abridged: bool
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]
    observations: tuple[Observation, ...]
    decisions: str = ""
    orphans: tuple[Orphan, ...] = ()
