"""How firm a target is: value, bound and modal word, compared apart; and a target quoted with the words that bind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from tongbi import vocabulary
from tongbi.change.reading import Reading
from tongbi.model import ChangeKind, Observation, Span
from tongbi.text import any_of
from tongbi.verdict import ends, falls

Sign = Literal[-1, 0, 1]


@dataclass(frozen=True, slots=True)
class Shift:
    """How a target moved, by dimension; +1 is higher or firmer.

    `number` is the way the quoted number went, `ambition` the same seen from the goal: a ceiling of 3 % that becomes
    2 % is a lower number and a tighter goal. `bound` and `modal` are firmness; a vow that something will not happen is
    the bound of a target without a number. `threshold` is what counts at all: how grave an accident, which level of
    honour.
    """

    number: Sign
    ambition: Sign
    bound: Sign
    modal: Sign
    threshold: Sign = 0

    @property
    def disagrees(self) -> bool:
        """Whether one dimension is tighter and another looser."""
        return {-1, 1} <= {self.ambition, self.bound, self.modal, self.threshold}


def kind_of(moved: Shift) -> ChangeKind | None:
    """Name a shift; None for none. A number decides where it moved, else what is firmer or softer."""
    if moved.disagrees:
        return "target_mixed"
    if moved.number:
        return "target_raised" if moved.number > 0 else "target_lowered"
    firmness = moved.threshold or moved.bound or moved.modal
    return None if not firmness else "target_hardened" if firmness > 0 else "target_softened"


def sign_of(difference: float) -> Sign:
    """Tell which way a difference goes."""
    return 1 if difference > 0 else -1 if difference < 0 else 0


def _number(old: Observation, new: Observation) -> Sign:
    """Tell which way the number went, a promised fall by its size; 0 where a range moved both ways at once."""
    before, after = ends(old, old.unit), ends(new, old.unit)
    if old.measure.startswith("change") and max(*before, *after) < 0:
        before, after = (-before[1], -before[0]), (-after[1], -after[0])
    moves = {sign_of(float(late - early)) for early, late in zip(before, after, strict=True)} - {0}
    moved = moves.pop() if len(moves) == 1 else 0
    return (-moved or 0) if old.measure == "rank" else moved


def _is_ceiling(target: Observation, direction: str) -> bool:
    if target.measure == "rank" or ends(target, target.unit)[1] < 0:
        return False
    return target.bound == "le" or (target.bound != "ge" and falls(target, direction))


def firmness(old: Observation, new: Observation) -> tuple[Sign, Sign]:
    """Tell which way the bound and the modal word of a target went, +1 is firmer; a range is held to no bound."""
    scale = vocabulary.commitment()
    unbound = {"", "range"} & {old.bound, new.bound}
    return (
        0 if unbound else sign_of(scale.bounds.of(new.bound) - scale.bounds.of(old.bound)),
        sign_of(scale.modal.of(new.modality) - scale.modal.of(old.modality)),
    )


def shift(old: Observation, new: Observation, direction: str) -> Shift:
    """Compare two targets that state a number each, of one measure and one base unit."""
    number = _number(old, new)
    ambition: Sign = -number if _is_ceiling(old, direction) else number
    if direction == "band":
        ambition = 0  # neither more nor less is the better
    return Shift(number, ambition, *firmness(old, new))


def with_threshold(moved: Shift, threshold: Sign) -> Shift:
    """Add what counts at all to a shift of numbers."""
    return replace(moved, threshold=threshold)


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that stand right before a number and belong to it, and words right after."""
    words = vocabulary.commitment().phrase
    sides = [any_of(side) for side in (words.before, words.after)]
    return re.compile(rf"(?:(?:{sides[0]})\s*)+$"), re.compile(rf"(?:{sides[1]})+")


@cache
def _growth() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary.commitment().phrase.growth))


def _wording(reading: Reading, observation: Observation) -> Span:
    """Find the number with the words that bind it: `增长6%左右`."""
    before, after = _around()
    clause = reading.clause(observation.start) or observation.span
    lead = before.search(reading.folded[clause.start : observation.start])
    tail = after.match(reading.folded, observation.end)
    return Span(clause.start + lead.start() if lead else observation.start, tail.end() if tail else observation.end)


def _quoted(reading: Reading, observation: Observation, span: Span) -> str:
    """Quote the number; a verb of growth that stands before an earlier number of the list comes with it: `增长…8%`."""
    said = reading.said(span)
    if not observation.measure.startswith("change") or _growth().search(said):
        return said
    sentence = reading.evidence(observation.span)
    verbs = _growth().findall(reading.folded, sentence.start, span.start)
    return f"{verbs[-1]}…{said}" if verbs else said


def joined(reading: Reading, observations: Iterable[Observation]) -> str:
    """Numbers of one indicator as the report says them: `2.1亿美元、增长12.4%`; farther apart, joined by 、."""
    said, end = "", -1
    for one in observations:
        span = _wording(reading, one)
        near = 0 <= span.start - end <= vocabulary.change().reach.sibling
        said += reading.said(Span(end, span.end)) if near else ("、" if said else "") + _quoted(reading, one, span)
        end = span.end
    return said


def phrase(reading: Reading, target: Observation) -> str:
    """Quote a target as promised, with modal word, bound and stretch: `确保…达到90%以上`, `90亿元、力争105亿元`."""
    stretches = [
        one for one in reading.report.observations if one.group == target.id != one.id and one.start > target.start
    ]
    said = joined(reading, [target, *stretches])
    if target.modality not in vocabulary.commitment().modal.words or target.modality in said:
        return said
    clause = reading.clause(target.start)
    lead = reading.folded[clause.start : target.start] if clause else ""
    if target.modality not in lead:
        return said
    adjacent = lead.endswith((target.modality, target.modality + said.partition(target.quote)[0]))
    return target.modality + ("" if adjacent else "…") + said
