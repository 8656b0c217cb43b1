"""Two reports of one government laid against each other: matches, edits, links, changes."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tongbi.model.report import Orphan, Report, Span

Relation = Literal["kept", "reworded", "split", "merged"]
Lane = Literal["baseline", "outcome", "revision", "series"]
Verdict = Literal["", "met", "missed", "not_comparable"]
State = Literal["not_due", "no_report", "not_found", "abridged"]


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
