"""What people decided or are asked, and what is read otherwise than before."""

from dataclasses import dataclass
from datetime import date

from tongbi.model import Span


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
class OrphanRow:
    """A correction that has no effect: its id, what it quotes (region, sessions), the code of the reason, a detail."""

    id: str
    region: str
    earlier: str
    later: str
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
