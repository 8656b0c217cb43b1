"""Which sentences of a comparison are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.laid import Laid
from flows.numbers import NumberChange
from tongbi.model import Change, Comparison, PartKind

SIDE_BY_SIDE: tuple[PartKind, ...] = ("plan", "review")
"""The parts whose sentences are laid beside each other, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asked for; conditions that are given together must all hold.

    Without a condition everything that did not stay as it was is shown. `context` is how many sentences are shown
    before and after each that is chosen. Routine changes (another year, congress or ordinal in the same words) pass for
    none unless `routine` asks for them.
    """

    changed: bool = False
    numbers: bool = False
    moved: bool = False
    part: PartKind | None = None
    context: int = 0
    routine: bool = False

    @property
    def narrow(self) -> bool:
        """Whether something particular was asked for: then the ranked changes would stand in its way."""
        return self.changed or self.numbers or self.moved or self.part is not None

    @property
    def parts(self) -> tuple[PartKind, ...]:
        """The parts to show."""
        return (self.part,) if self.part else SIDE_BY_SIDE

    def takes(self, row: Laid, numbers: Sequence[NumberChange]) -> bool:
        """Whether a row meets the conditions; `numbers` are what changed of its numbers."""
        stayed = self.stayed(row)
        if not (self.changed or self.numbers or self.moved):
            return not stayed
        return (
            not (self.changed and stayed) and not (self.numbers and not numbers) and not (self.moved and not row.moved)
        )

    def stayed(self, row: Laid) -> bool:
        """Whether nothing happened to a row that the user wants to see."""
        return row.stayed or (row.routine and not self.routine)

    def told(self, comparison: Comparison) -> tuple[Change, ...]:
        """The changes to tell, ranked."""
        return comparison.changes if self.routine else comparison.worth_telling

    def around(self, taken: Sequence[bool]) -> list[bool]:
        """Which rows are shown, `taken` being those that meet the conditions: these, and their neighbours."""
        return [any(taken[max(0, at - self.context) : at + self.context + 1]) for at in range(len(taken))]
