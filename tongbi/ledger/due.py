"""Targets of several years, answered in the report that reviews their last year, however many reports lie between.

`tongbi.link` joins neighbours, so it sees a target for 2025 that the report of 2021 sets only as not yet due. Here each
such target has its outcomes, or a state: `not_due` (no report held reviews that year yet), `no_report` (one should have
and is not held), `abridged` or `not_found`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tongbi.decisions import NONE, Decisions
from tongbi.link import by_reference, due_year, outcomes_of
from tongbi.model import Link, LongLink, LongState, Observation, Replayed, Report, State, TargetState
from tongbi.register import Register
from tongbi.replay import of_years


@dataclass(frozen=True, slots=True)
class LongOutcomes:
    """Every target beyond its report's own year is in `links` or in `states`; in the order of the reports.

    `replayed` are the corrections that were laid over the links.
    """

    links: tuple[LongLink, ...]
    states: tuple[LongState, ...]
    replayed: tuple[Replayed, ...] = ()


def _beyond(report: Report) -> dict[int, list[Observation]]:
    """Give the targets that look beyond the year their report plans, by the last year they look to."""
    found: dict[int, list[Observation]] = defaultdict(list)
    for one in report.observations:
        if one.role == "target" and (year := due_year(one)) and year > report.year:
            found[year].append(one)
    return found


def _is_answer(one: Observation, year: int) -> bool:
    """Tell whether a result may answer a target for the end of `year`: told of several years up to it, or of it."""
    return one.role == "actual" and due_year(one) == year and one.horizon != "part_year"


def long_outcomes(
    reports: Iterable[Report], register: Register, neighbours: Iterable[Link] = (), decisions: Decisions = NONE
) -> LongOutcomes:
    """Find the outcomes of the targets of several years; `reports` are of one government and one territory.

    Targets for the year that a report itself plans are not among them: the next report answers those. `decisions` are
    laid over the outcomes, as far as they are not on the links between `neighbours`.
    """
    series = sorted(reports, key=lambda report: (report.year, report.session))
    reviewing = {report.year - 1: report for report in reversed(series)}
    found: list[LongLink] = []
    for earlier in series:
        for year, targets in sorted(_beyond(earlier).items()):
            if later := reviewing.get(year):
                answers = _answered(earlier, later, year, targets, register)
                found += (LongLink(earlier.session, later.session, link) for link in answers)
    links, replayed = of_years(series, found, neighbours, decisions, register) if series else ((), ())
    linked = {one.link.earlier for one in links}
    states = (
        LongState(earlier.session, year, _state(target, year, reviewing.get(year), series))
        for earlier in series
        for year, targets in sorted(_beyond(earlier).items())
        for target in targets
        if target.id not in linked
    )
    return LongOutcomes(links, tuple(states), replayed)


def _answered(
    earlier: Report, later: Report, year: int, targets: Sequence[Observation], register: Register
) -> Iterator[Link]:
    results = [one for one in later.observations if _is_answer(one, year)]
    links = outcomes_of(earlier, targets, later, results, register)
    yield from by_reference(links, earlier, later, {})


def _state(target: Observation, year: int, later: Report | None, series: Sequence[Report]) -> TargetState:
    if later is None and all(report.year <= year for report in series):
        return TargetState(target.id, "not_due", str(year))
    if later is None:
        return TargetState(target.id, "no_report", str(year + 1))
    state: State = "abridged" if later.abridged else "not_found"
    return TargetState(target.id, state, str(later.year))
