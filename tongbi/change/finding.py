"""What one family of changes found, before it is ranked among the others."""

from dataclasses import dataclass
from typing import Literal

from tongbi.model import ChangeKind, Observation, Span

Band = Literal["headline", "task", "text"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A change without its score.

    `band` is the table of weights it is ranked by (vocabulary/change.toml), `prominence` in 0..1 its place among its
    like: how large the change is, and whether the indicator is registered. The rest is as in `model.Change`.
    """

    kind: ChangeKind
    band: Band
    subject: str
    before: str
    after: str
    earlier: Span | None
    later: Span | None
    reason: str
    prominence: float = 1.0
    earlier_observation: str = ""
    later_observation: str = ""


def band_of(observation: Observation) -> Band:
    """Choose the table that changes of this observation are ranked by."""
    return "headline" if observation.tier == "headline" else "task"
