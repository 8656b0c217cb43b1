"""What the named questions answer with: frozen rows, complete when made, ready to be shown.

Offsets count code points of the report's text, half open, as everywhere. A `session` names a report within its
region (`2025`, or `2021-10`). "" stands for a word that is not there, None for a value that is not there.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from tongbi.model import Part, Section, Span


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
class Figure:
    """An observation as it is shown: `low` and `high` are equal but for a range, and None where there is no number.

    `quote` is the number as written; `certainty` is `estimated` where the report itself says that it is.
    """

    id: str
    quote: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    measure: str
    bound: str
    modality: str
    period: str
    certainty: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided: the correction's id, who, when and why."""

    id: str
    decided_by: str
    decided_on: date
    why: str


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked at for the result of a target for which none was found.

    `session` names the report, `parts` its parts in which results of that time stand, `sentences` how many sentences
    these have, `results` how many results of that time, `names` under which names it was looked for. `nearest` is the
    number most like it, `score` how alike (0..1), `refused` why it was not taken (a key of `tongbi.ledger.searched`).
    """

    session: str
    parts: tuple[str, ...]
    sentences: int
    results: int
    names: tuple[str, ...]
    nearest: Figure | None
    score: float
    refused: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One target of a report and what became of it. A floor and its stretch are one row, judged by the floor.

    `verdict` is `met`, `missed` or `not_comparable` where there are outcomes, else ""; then `state` says why there are
    none (`not_due no_report not_found abridged`). `note` says how firm the verdict is, comma separated; beside the
    notes of `Link` it may be `conflicting`: the results found disagree, so that no verdict is given. `reason` explains
    the verdict or the state. `next` is the target that the next report sets for the same indicator; `next_change` is
    given where the two can be subtracted, `next_ends` (how far the lower and the upper end went) where either is a
    range in the same unit, `next_kind` is the change told of it (`target_raised` …), else "". `decided` are the
    corrections that made the target, or what became of it, what it is. `due` is the last year that the target is for,
    None where that is unknown, `outcome_session` the session of the report with the outcomes: not the next one where
    the target is of several years. `below_baseline`: less is asked for than
    was reached the year before. `session` is the report that set the target, `known` what it states itself of the first
    months of the target's year, `searched` is given where nothing was found.
    """

    id: str
    indicator: str
    indicator_id: str
    tier: str
    horizon: str
    section: str
    target: Figure
    stretch: Figure | None
    baseline: Figure | None
    outcomes: tuple[Figure, ...]
    verdict: str
    note: str
    reason: str
    state: str
    next: Figure | None
    next_change: Decimal | None
    next_kind: str
    comparable: bool
    next_ends: tuple[Decimal, Decimal] | None = None
    decided: tuple[Decided, ...] = ()
    due: int | None = None
    outcome_session: str = ""
    below_baseline: bool = False
    stretch_reached: bool = False
    session: str = ""
    known: tuple[Figure, ...] = ()
    searched: Searched | None = None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change by rank from 1, with the sentence and the section of either side; one of kind `routine` is not news."""

    rank: int
    kind: str
    subject: str
    before: str
    after: str
    earlier: Span | None
    later: Span | None
    earlier_observation: str
    later_observation: str
    score: float
    reason: str
    earlier_section: str
    later_section: str
    earlier_text: str
    later_text: str


@dataclass(frozen=True, slots=True)
class SaidAt:
    """A sentence of one of a region's reports."""

    session: str
    span: Span


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """A set phrase whose state the later of two reports changed: `new spreading fading gone returned`.

    `rank` counts from 1 among the region's phrases, `since` to `until` are the sessions that it marks most. `counts`
    has the session of every report with how often it says the phrase; `first` and `last` are the sentences that say
    it first and last of all.
    """

    rank: int
    phrase: str
    quoted: bool
    since: str
    until: str
    state: str
    counts: tuple[tuple[str, int], ...]
    first: SaidAt
    last: SaidAt


@dataclass(frozen=True, slots=True)
class AlignedSentence:
    """A sentence as the compare page shows it; `marks` are spans of the report's text that no match kept.

    `again` is true for an earlier sentence that stands in a row further up as well (it was split to distant places).
    """

    span: Span
    text: str
    heading: bool
    section: str
    marks: tuple[Span, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """What belongs together in two reports, in the reading order of the later one.

    `relation` is `kept reworded split merged added dropped`; a dropped sentence follows its neighbour in the earlier
    report. `kept_share` (0..1) is the part of all characters of the row that no mark strikes or underlines; below about
    a third, marks only make noise. `number_changed`: a mark touches an observation. Sections are those of the first
    sentence of either side, as a path. `routine`: a routine change is told of the row, and it did not move.
    """

    relation: str
    moved: bool
    kept_share: float
    number_changed: bool
    earlier: tuple[AlignedSentence, ...]
    later: tuple[AlignedSentence, ...]
    earlier_section: str
    later_section: str
    routine: bool = False


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paragraph that a figure was read in; `start` and `end` are the figure's place in `paragraph`.

    `span` is the figure's place in the report. `sections` is the path of headings, outermost first; `place` their
    numbers, as they are cited (`一（二）`), `citation` the paragraph as a journal wants it cited.
    """

    region: str
    session: str
    year: int
    fictional: bool
    part: str
    figure: Figure
    role: str
    span: Span
    paragraph: str
    start: int
    end: int
    sections: tuple[str, ...]
    place: str
    citation: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """Target and result of one indicator for one year, in one measure and base unit; whole years only.

    `session` names the report that set the target, `outcome_session` the one that states the result; `*_ends` are low
    and high in the base unit, for drawing only. A gap says why there is none (`no_report not_yet in_words other
    multi_year abridged not_stated`), `*_instead` what the report states in its place, `*_others` what else it states
    that differs from what is shown. `verdict note reason state` are those of the ledger. `break_note` tells that from
    this year on it is counted otherwise, or is of another territory.
    """

    key: str
    name: str
    territory: int
    measure: str
    base_unit: str
    year: int
    session: str
    outcome_session: str
    target: Figure | None
    outcome: Figure | None
    target_ends: tuple[float, float] | None
    outcome_ends: tuple[float, float] | None
    target_gap: str
    outcome_gap: str
    target_instead: Figure | None
    outcome_instead: Figure | None
    target_others: tuple[Figure, ...]
    outcome_others: tuple[Figure, ...]
    verdict: str
    note: str
    reason: str
    state: str
    break_note: str


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """A thing that a report (`later`) does not say, or says less of; `earlier` is the report that did.

    Both are the same where its own passage shows it. `kind` is one of the view `silences`, `quote` what was said at
    `span`, `observation` its id, "" where it is no number; `instead` is what `later` says in its place, "" for nothing.
    For a target without a result `searched_results` counts what was compared, and `refused` says why the nearest number
    (`nearest_indicator`, `nearest_quote`) was not taken.
    """

    kind: str
    subject: str
    quote: str
    earlier: str
    later: str
    span: Span | None
    observation: str
    reason: str
    instead: str
    instead_observation: str
    searched_results: int | None
    refused: str
    nearest_indicator: str
    nearest_quote: str
    citation: str


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """Two places that contradict each other beyond rounding, both quoted; `kind` and `reason` as in `disagreements`."""

    kind: str
    subject: str
    period: str
    earlier: str
    later: str
    earlier_quote: str
    later_quote: str
    reason: str
    earlier_observation: str
    later_observation: str
    earlier_citation: str
    later_citation: str


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a person decided, quoted from one report or two, and what became of it (`state`: `applied`, or why not)."""

    id: str
    what: str
    lane: str
    decision: str
    earlier: str
    earlier_quote: str
    earlier_number: str
    later: str
    later_quote: str
    later_number: str
    decided_by: str
    decided_on: date
    why: str
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class QueuedRow:
    """Two names that links hold for one and the evidence does not decide; its fields as in the table `candidate`.

    Each name has the last number told under it: session, id and quote.
    """

    rank: int
    one_name: str
    other_name: str
    reason: str
    score: float
    links: int
    likeness: float
    unit: bool
    section: bool
    size: float
    neighbours: float
    told_apart: int
    one_session: str
    one_id: str
    one_quote: str
    other_session: str
    other_id: str
    other_quote: str


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What is found otherwise in the same text than before: gained or lost (`kind`), of the tool and not of policy.

    `what` is `observation`, `link` (in its `lane`), `verdict` or `state`; `other_*` is the second end, "" where
    there is none. `cause` is `rules`, `decided` (by a person) or `either`; `span` is None where it is not known.
    """

    what: str
    kind: str
    session: str
    span: Span | None
    quote: str
    indicator: str
    lane: str
    verdict: str
    state: str
    other_session: str
    other_quote: str
    other_indicator: str
    cause: str
    rules_before: str
    rules: str


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
class OrphanRow:
    """A correction that has no effect: its id, what it quotes (region, sessions), the code of the reason, a detail."""

    id: str
    region: str
    earlier: str
    later: str
    state: str
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
