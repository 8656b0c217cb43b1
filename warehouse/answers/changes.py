"""What a reader is told of two reports: ranked changes, and set phrases that came or went."""

from dataclasses import dataclass

from tongbi.model import Span


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
