"""Whether a report really says nothing of an indicator, or may have been read badly: then nothing is claimed."""

from collections.abc import Collection
from dataclasses import dataclass

from tongbi import vocabulary
from tongbi.change.amounts import like_amounts
from tongbi.change.circles import among
from tongbi.change.names import resemblance, short_name
from tongbi.change.reading import Clause, Reading
from tongbi.model import Observation, PartKind, Role
from tongbi.units import base_unit

REVIEW: tuple[PartKind, ...] = ("opening", "review")
PLAN: tuple[PartKind, ...] = ("plan", "closing")


def in_words(reading: Reading, name: str, parts: Collection[PartKind]) -> Clause | None:
    """Find the clause that says of the name in words (`保持稳定`) what could be a number."""
    words = vocabulary.change().qualitative.words
    return next(
        (clause for clause in reading.mentions(name, parts) if any(word in clause.normal for word in words)), None
    )


@dataclass(frozen=True, slots=True)
class Silence:
    """What parts of `other` do not say of the targets of `own`.

    `role` is that of the numbers which could answer a target; `answered` are those (ids) that answer another one.
    """

    own: Reading
    other: Reading
    parts: tuple[PartKind, ...]
    role: Role
    answered: frozenset[str]

    def about(self, target: Observation) -> bool:
        """Tell whether neither the name is said with a number, nor a number in its unit has a name much like it."""
        name, doubt = short_name(target.indicator), vocabulary.change().doubt
        if len(name) < doubt.shortest and not target.indicator_id:
            return False
        # A place among nobody named (`质量第一`) is no target at all.
        if target.measure == "rank" and not among(self.own, target)[0]:
            return False
        return not self.other.told_number(name, self.parts) and not any(
            self._may_answer(one, target) for one in self.other.report.observations
        )

    def _may_answer(self, one: Observation, target: Observation) -> bool:
        if one.role != self.role:
            return False
        if one.indicator_id and target.indicator_id:
            # An amount may answer a growth; two that are known apart (energy and carbon per GDP) answer nothing.
            return one.indicator_id == target.indicator_id
        if one.id in self.answered or base_unit(one.unit)[0] != base_unit(target.unit)[0]:
            return False
        doubt = vocabulary.change().doubt
        enough = doubt.likeness_of_like_amounts if like_amounts(target, one, doubt.ratio) else doubt.likeness
        return resemblance(target.indicator, one.indicator) >= enough
