"""Targets of one report and what became of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from warehouse.answers.figures import Figure


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
