"""The values that flow through Tongbi. All are frozen; a value is complete when it is made.

Offsets count code points of the report's text, half open: `report.text[span.start:span.end]`.
"""

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
Relation = Literal["kept", "reworded", "split", "merged"]
Lane = Literal["baseline", "outcome", "revision", "series"]
Verdict = Literal["", "met", "missed", "not_comparable"]
State = Literal["not_due", "no_report", "not_found", "abridged"]
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


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence of the earlier report that a sentence of the later one continues.

    One sentence may stand in several matches (`split`: one earlier becomes several later; `merged`: the other way).
    A sentence in no match was dropped (earlier) or added (later). `score` lies in 0..1, `reason` says what decided,
    `decided` which correction where a person did.
    """

    earlier: Span
    later: Span
    relation: Relation
    moved: bool
    score: float
    reason: str
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words of a match: `equal` has both spans, `delete` the earlier only, `insert` the later only."""

    kind: Literal["equal", "delete", "insert"]
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reader sees struck or underlined: words of a sentence that none of its matches kept."""

    side: Literal["earlier", "later"]
    sentence: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two observations of one indicator, by id; `earlier` and `later` follow the lane's direction (see DESIGN).

    `change` is later minus earlier in the earlier's base unit, only where `comparable`. `verdict` is given for outcomes
    only; `note` says how firm it is (`within_tolerance`, `estimated`, `stretch`, `stretch_reached`, `below_baseline`),
    comma separated. A target held against another number (`与经济增长同步`) is comparable where that is known.
    `decided` has the ids of the corrections that joined or judged it, comma separated; "" where the rules did.
    """

    kind: Lane
    earlier: str
    later: str
    comparable: bool
    change: Decimal | None
    verdict: Verdict
    note: str
    score: float
    reason: str
    decided: str = ""


@dataclass(frozen=True, slots=True)
class TargetState:
    """Why a target has no outcome. Never a verdict."""

    observation: str
    state: State
    reason: str


ChangeKind = Literal[
    "target_missed",
    "target_within_tolerance",
    "target_raised",
    "target_lowered",
    "target_hardened",
    "target_softened",
    "target_mixed",
    "target_dropped",
    "target_new",
    "target_not_found",
    "growth_withheld",
    "number_withheld",
    "rank_narrowed",
    "growth_and_amounts_differ",
    "figure_restated",
    "streak_not_extended",
    "streak_not_found",
    "stance_changed",
    "indicator_renamed",
    "task_rolled_over",
    "task_new",
    "task_dropped",
    "problem_new",
    "problem_dropped",
    "aim_new",
    "aim_dropped",
    "section_renamed",
    "section_moved",
    "section_new",
    "section_dropped",
    "term_new",
    "term_retired",
    "term_redefined",
    "slogan_new",
    "slogan_retired",
    "routine",
]


@dataclass(frozen=True, slots=True)
class HeadFact:
    """What the head of a report says otherwise than that of the report before it.

    `new_term`: the congress is in another term; `new_congress`: its terms are counted anew (第一届 after 第十五届);
    `new_speaker`: another head of government reports. `before` and `after` are as written.
    """

    kind: Literal["new_term", "new_congress", "new_speaker"]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader should be told. Changes come ranked, the weightiest first; `reason` explains the `score`.

    `subject` names the indicator, task, section or term; `before` and `after` are what changed, as quoted ("" where
    there is none on that side); the spans are the evidence: the sentence in either report. The observations' ids are
    given where the change speaks of numbers. Routine changes (other years, congresses, ordinals; formulas) come last.
    """

    kind: ChangeKind
    subject: str
    before: str
    after: str
    earlier: Span | None
    later: Span | None
    earlier_observation: str
    later_observation: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two consecutive reports laid against each other; it depends on them, the register and the rules alone."""

    earlier: Report
    later: Report
    matches: tuple[Match, ...]
    edits: tuple[tuple[Edit, ...], ...]
    """The edits of each match, in the order of `matches`."""
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    states: tuple[TargetState, ...]
    changes: tuple[Change, ...]
    head: tuple[HeadFact, ...] = ()
    """What the heads of the two reports have otherwise."""
    decisions: str = ""
    """The digest of the corrections of matches, links and verdicts between the two, "" where there are none."""
    orphans: tuple[Orphan, ...] = ()
    """Those among them that have no effect."""

    @property
    def worth_telling(self) -> tuple[Change, ...]:
        """The changes without the routine ones."""
        return tuple(change for change in self.changes if change.kind != "routine")


PhraseState = Literal["held", "new", "spreading", "steady", "fading", "gone", "returned", "untold"]


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """How often one report says a set phrase, and what that makes of it.

    `keyness` is Dunning's log-likelihood G² of this report against all others of its government, negative where it says
    the phrase less often than they do. `first` and `last` are the first and the last sentence that says it, None where
    none does.

    States: `held` (said in the first report that there is, so nobody knows since when), `new` (said for the first
    time), `spreading` (clearly more often than in any report before), `fading` (at most half as often as in the two
    that said it most), `steady` (neither), `gone` (said before and not now), `returned` (said again after a report that
    did not), `untold` (not found in an abridged report, which proves nothing).
    """

    session: str
    sha256: str
    count: int
    keyness: float
    state: PhraseState
    first: Span | None
    last: Span | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase of one government: `words` as written, without blanks; `quoted` where a report puts it in “”.

    `uses` has one entry for each report from the first that says it, in order of session. `since` to `until` are the
    sessions of the stretch of reports that it marks most, and `keyness` is G² of that stretch against the rest.
    """

    words: str
    quoted: bool
    keyness: float
    since: str
    until: str
    uses: tuple[PhraseUse, ...]


@dataclass(frozen=True, slots=True)
class LongLink:
    """An outcome over several reports: `link` joins a target of session `earlier` with a result of session `later`."""

    earlier: str
    later: str
    link: Link


@dataclass(frozen=True, slots=True)
class LongState:
    """Why a target of several years has no outcome; `session` is that of the report which sets it.

    The state's `reason` is the year it is due (`not_due`) or the year of the report that reviews it.
    """

    session: str
    due: int
    state: TargetState


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked at for one target, by id, that session `earlier` set, in the report of session `later`.

    `parts` are the kinds of the parts in which the `results` numbers of that time stand, in reading order. `names` are
    the target's as written, then its common form and those that the register gives the indicator. `nearest` is the id
    of the nearest result, "" where there is none, `score` its likeness (a link needs 0.72), `refused` why it is not it.
    """

    earlier: str
    later: str
    target: str
    parts: tuple[PartKind, ...]
    results: int
    names: tuple[str, ...]
    nearest: str
    score: float
    refused: str


@dataclass(frozen=True, slots=True)
class KnownAtSetting:
    """The figure `known` of the first months of the year stands beside the `target` for that year.

    Both are ids of the report of `session`. `same_measure` where both are growths, or both amounts: the two can be read
    beside each other.
    """

    session: str
    target: str
    known: str
    same_measure: bool


@dataclass(frozen=True, slots=True)
class Undisclosed:
    """A result of the year under review that the report of `session` tells `indicator_id` of with less.

    `growth_not_stated`: `span` is the amount, `observation` its id, `peers` the ids of growths that the same paragraph
    states of other indicators. `told_in_words`: `span` is the clause; no number of the indicator was read or stands
    beside its name in opening and review, `observation` is "" and `peers` empty.
    """

    session: str
    kind: Literal["growth_not_stated", "told_in_words"]
    indicator_id: str
    span: Span
    observation: str
    peers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """The figure `later` (an id) in the report of `later_session` differs from `earlier`, both of one year."""

    earlier_session: str
    earlier: str
    later_session: str
    later: str


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as written, how many numbers it has in the line, and the first and the last session that use it."""

    name: str
    uses: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class InLine:
    """A number of a line, by id, the session that tells it, and what it is by itself (`tongbi.ledger.names`)."""

    session: str
    observation: str
    identity: str


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of one government and one territory; its numbers of one measure and base unit are a series.

    `key` is the id of the register, else the provisional id of the name that is most used (of equals the first in code
    points); `name` is the register's, else that name. `decided` says what joined its names: `register`, `person` (an id
    that a correction made), `evidence` where candidates did, "" where there is one name. `told` are its numbers, in
    the order of the reports.
    """

    key: str
    name: str
    decided: Literal["", "register", "person", "evidence"]
    names: tuple[NameUse, ...]
    told: tuple[InLine, ...]

    @property
    def observations(self) -> tuple[str, ...]:
        """The ids of its numbers."""
        return tuple(one.observation for one in self.told)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two names that the links between reports hold for one.

    `one` and `other` are identities (`tongbi.ledger.names`), `names` how each is written, in that order. The evidence:
    `score` is the best of the links, `links` in how many lanes and reports they lie, `name` the likeness of the names
    without their verbs (0 to 1), `unit` whether some number of both has one base unit, `section` whether a link joins
    numbers under one heading, `size` by which factor their linked amounts lie apart at least (0: none can be compared),
    `neighbours` the share of the names next to either that stand next to both, `both` in how many reports both names
    stand with different numbers of one year and unit.

    `verdict` is `same` (decided by the evidence), `apart` (two indicators of the register, or another scope), or
    `queued`; `reason` says which rule decided, or what is missing.
    """

    one: str
    other: str
    names: tuple[str, str]
    score: float
    links: int
    name: float
    unit: bool
    section: bool
    size: float
    neighbours: float
    both: int
    verdict: Literal["same", "queued", "apart"]
    reason: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """One government and one territory over all its reports, of which `texts` has the sha256 by session.

    `outcomes` and `states` tell what became of targets of several years, `searches` what was looked at for each target
    that has no result, those of several years last; `known_at_setting` and `undisclosed` are each of one report,
    `revised` and `lines` of all, `candidates` the names that may be one.
    """

    texts: tuple[tuple[str, str], ...]
    outcomes: tuple[LongLink, ...]
    states: tuple[LongState, ...]
    searches: tuple[Search, ...]
    known_at_setting: tuple[KnownAtSetting, ...]
    undisclosed: tuple[Undisclosed, ...]
    revised: tuple[Revised, ...]
    lines: tuple[Line, ...]
    candidates: tuple[Candidate, ...]
