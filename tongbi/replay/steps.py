"""What the steps of a replay have in common: each correction by itself, one decision on one thing."""

from collections.abc import Callable
from typing import TypeVar

from tongbi.decisions import Correction, Decisions
from tongbi.errors import Unanchored
from tongbi.model import Orphan

Kind = TypeVar("Kind", bound=Correction)


def each(decisions: Decisions, kind: type[Kind], step: Callable[[Kind], None]) -> list[Orphan]:
    """Do a step with each correction of a kind; what it cannot anchor is an orphan and changes nothing."""
    orphans = []
    for one in decisions.corrections:
        if isinstance(one, kind):
            try:
                step(one)
            except Unanchored as fault:
                orphans.append(Orphan(one.id, fault.code, fault.detail))
    return orphans


def once(taken: dict[object, str], subject: object, correction: Correction) -> None:
    """Refuse a second decision on one thing."""
    other = taken.setdefault(subject, correction.id)
    if other != correction.id:
        raise Unanchored("contradicts", detail=other)


def also_by(decided: str, correction: str) -> str:
    """Add a correction to the ids of those that already changed something, comma separated."""
    return f"{decided},{correction}" if decided else correction
