"""Why a target has no outcome."""

from collections.abc import Iterable

from tongbi.link.periods import not_due, years_of
from tongbi.model import Link, Observation, Report, State, TargetState


def target_states(earlier: Report, later: Report | None, links: Iterable[Link]) -> tuple[TargetState, ...]:
    """Say of each target of `earlier` that no outcome link starts from why that is, in reading order.

    `reason` names the year that the state speaks of: `not_due` the year it is due, `no_report` the year whose report is
    not held, `abridged` and `not_found` the year of the report that was read.
    """
    linked = {link.earlier for link in links if link.kind == "outcome"}
    return tuple(
        _state(target, earlier.year, later)
        for target in earlier.observations
        if target.role == "target" and target.id not in linked
    )


def _state(target: Observation, planned: int, later: Report | None) -> TargetState:
    years = years_of(target.period)
    if years and not_due(target, later.year - 1 if later else planned):
        return TargetState(target.id, "not_due", str(years[1]))
    if later is None or later.year != planned + 1:
        return TargetState(target.id, "no_report", str(planned + 1))
    state: State = "abridged" if later.abridged else "not_found"
    return TargetState(target.id, state, str(later.year))
