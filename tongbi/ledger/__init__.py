"""One government, all its reports: what only becomes visible over more than two of them.

`due` answers targets of several years, `searched` tells what was looked at where nothing was found, `setting` what was
known when a target was set, `undisclosed` what one report tells less of; `names`, `candidates` and `lines` give one
indicator under all its names.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tongbi.change.revised import revised
from tongbi.decisions import NONE, Decisions
from tongbi.ledger.due import long_outcomes
from tongbi.ledger.lines import lines, territories
from tongbi.ledger.searched import searches
from tongbi.ledger.setting import known_at_setting
from tongbi.ledger.stopped import stopped
from tongbi.ledger.undisclosed import undisclosed
from tongbi.model import Ledger, Link, LongState, Report, Search, TargetState
from tongbi.register import DEFAULT, Register

__all__ = ["ledger", "territories"]


def ledger(
    reports: Sequence[Report],
    links: Iterable[Link],
    states: Iterable[TargetState],
    *,
    register: Register = DEFAULT,
    decisions: Decisions = NONE,
) -> Ledger:
    """Draw up the ledger of one government; `reports` are of one territory (see `territories`), in any order.

    `links` are those between neighbours among them, `states` those of their targets without a result, as `compare`
    found both; what they say of other reports is passed over. `register` is the one that holds where people's decisions
    on names do (`tongbi.replay.known_as`); `decisions` are laid over the outcomes of targets of several years. Raises
    `ValueError` where the reports are of more than one region.
    """
    series = sorted(reports, key=lambda report: (report.year, report.session))
    if len({report.region for report in series}) > 1:
        raise ValueError(f"reports of more than one region: {', '.join(sorted({one.region for one in series}))}")
    found = tuple(links)
    due = long_outcomes(series, register, found, decisions)
    drawn = lines(series, found, register)
    return Ledger(
        texts=tuple((report.session, report.sha256) for report in series),
        outcomes=due.links,
        states=due.states,
        searches=(*_of_neighbours(series, states, register), *_of_several_years(series, due.states, register)),
        known_at_setting=tuple(one for report in series for one in known_at_setting(report)),
        undisclosed=tuple(one for report in series for one in undisclosed(report, register)),
        revised=revised(series),
        stopped=stopped(series, drawn, register),
        lines=drawn.lines,
        candidates=drawn.candidates,
        replayed=due.replayed,
        decisions=decisions.of_years(series[0].region).digest() if series else "",
    )


def _of_neighbours(series: Sequence[Report], states: Iterable[TargetState], register: Register) -> Iterator[Search]:
    missing = {state.observation: state for state in states if state.state == "not_found"}
    for earlier, later in pairwise(series):
        yield from searches(earlier, later, [missing[x.id] for x in earlier.observations if x.id in missing], register)


def _of_several_years(series: Sequence[Report], states: Iterable[LongState], register: Register) -> Iterator[Search]:
    """Search the report that reviews the last year of each target, as `due` chose it: the first of that year."""
    reviewing = {report.year - 1: report for report in reversed(series)}
    missing = [state for state in states if state.state.state == "not_found"]
    for earlier in series:
        mine = [state for state in missing if state.session == earlier.session]
        for year in dict.fromkeys(state.due for state in mine):
            asked = [state.state for state in mine if state.due == year]
            yield from searches(earlier, reviewing[year], asked, register)
