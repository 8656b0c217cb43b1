"""All reports of one government together: set phrases, and the ledger of its targets and lines."""

from dataclasses import dataclass
from typing import Literal

from tongbi.model.comparison import Link, TargetState
from tongbi.model.report import PartKind, Span

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
class Replayed:
    """A correction laid over the outcomes of targets of several years.

    `code` says why it has no effect and `detail` what was found, as in `Orphan`; both are "" where it has.
    """

    correction: str
    code: str
    detail: str


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
class Stopped:
    """A result that reports stated for their year, `years` of them in a row, and that of session `later` does not.

    `observation` (an id) of the report of session `earlier` is the last one, of the line with the key `line`. `named`
    where `later` says a name of the line in its review all the same, without a number of that year.
    """

    line: str
    observation: str
    earlier: str
    later: str
    years: int
    named: bool


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
    `revised`, `stopped` and `lines` of all, `candidates` the names that may be one. `replayed` are the corrections that
    were laid over `outcomes`, `decisions` the digest of all that may be.
    """

    texts: tuple[tuple[str, str], ...]
    outcomes: tuple[LongLink, ...]
    states: tuple[LongState, ...]
    searches: tuple[Search, ...]
    known_at_setting: tuple[KnownAtSetting, ...]
    undisclosed: tuple[Undisclosed, ...]
    revised: tuple[Revised, ...]
    stopped: tuple[Stopped, ...]
    lines: tuple[Line, ...]
    candidates: tuple[Candidate, ...]
    replayed: tuple[Replayed, ...] = ()
    decisions: str = ""
