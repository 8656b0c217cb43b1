"""What reports do not say, and where they contradict each other."""

from dataclasses import dataclass

from tongbi.model import Span


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
