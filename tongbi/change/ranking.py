"""All families of changes together, ranked."""

from collections.abc import Sequence

from tongbi.change.targets import target_changes
from tongbi.model import Change, Link, Match, Report, TargetState
from tongbi.register import Register


def changes(
    earlier: Report,
    later: Report,
    matches: Sequence[Match],  # noqa: ARG001
    links: Sequence[Link],
    states: Sequence[TargetState],  # noqa: ARG001
    register: Register,  # noqa: ARG001
) -> tuple[Change, ...]:
    """Every change worth telling between two consecutive reports of one government, the weightiest first."""
    found = target_changes(earlier, later, links)
    return tuple(sorted(found, key=lambda change: -change.score))
