"""Decisions on links and verdicts, laid over the links of two reports or inside one."""

from collections.abc import Iterable
from dataclasses import replace

from tongbi.anchors import observation_at
from tongbi.decisions import Decisions, LinkCorrection, VerdictCorrection
from tongbi.errors import Unanchored
from tongbi.link import baseline_links, due_year, joined
from tongbi.model import Lane, Link, Observation, Orphan, Report, Role
from tongbi.register import Register
from tongbi.replay.names import known_as
from tongbi.replay.steps import also_by, each, once

_ROLES: dict[Lane, tuple[Role, Role]] = {
    "baseline": ("actual", "target"),
    "outcome": ("target", "actual"),
    "revision": ("target", "target"),
    "series": ("actual", "actual"),
}
_LANES = tuple(_ROLES)
_JUDGED = ("met", "missed")


def of_links(
    earlier: Report, later: Report, links: Iterable[Link], decisions: Decisions, register: Register
) -> tuple[tuple[Link, ...], tuple[Orphan, ...]]:
    """Lay corrections of links and verdicts over the links of a pair, or over the baselines of one report given twice.

    A link that is joined takes the place of all undecided ones that its target has in that lane; in a series, where
    there is no target, of those that its earlier end has. `register` is the government's own: see `known_as`. A verdict
    on a target that looks beyond the year which the later report reviews is left to `of_years`.
    """
    if earlier.session == later.session:
        own = decisions.of_report(later.region, later.session)
    else:
        own = decisions.of_pair(later.region, earlier.session, later.session)
    settled = Links(earlier, later, links, register)

    def judge(one: VerdictCorrection) -> None:
        target = observation_at(earlier, one.at)
        if settled.answers(target) or not is_beyond(target, earlier):
            settled.judge(one)

    orphans = each(own, LinkCorrection, settled.link) + each(own, VerdictCorrection, judge)
    return settled.in_order(), tuple(orphans)


def is_beyond(target: Observation, report: Report) -> bool:
    """Tell whether a target looks beyond the year that its report plans."""
    year = due_year(target)
    return year is not None and year > report.year


def of_baselines(
    report: Report, decisions: Decisions, register: Register
) -> tuple[tuple[Link, ...], tuple[Orphan, ...]]:
    """Find the links inside a report that `of_report` gave, and lay the corrections of baselines over them."""
    known, _ = known_as(decisions.identities(report.region), register)
    return of_links(report, report, baseline_links(report, known), decisions, known)


class Links:
    """The links of two reports while they are corrected."""

    def __init__(self, earlier: Report, later: Report, links: Iterable[Link], register: Register) -> None:
        self.earlier, self.later, self.register = earlier, later, register
        self.found = list(links)
        self.untouched = tuple(self.found)
        self.taken: dict[object, str] = {}

    def link(self, one: LinkCorrection) -> None:
        """Join or part two observations; raises `Unanchored`."""
        before, after = observation_at(self.earlier, one.earlier), observation_at(self.later, one.later)
        once(self.taken, (one.lane, before.id, after.id), one)
        if (before.role, after.role) != _ROLES[one.lane]:
            raise Unanchored("wrong_role", detail=f"{before.role}, {after.role}")
        same = [link for link in self.found if (link.kind, link.earlier, link.later) == (one.lane, before.id, after.id)]
        if one.decision == "part" and not same:
            raise Unanchored("nothing_to_part", detail=f"{before.indicator} - {after.indicator}")
        if one.decision == "part":
            self.found = [link for link in self.found if link not in same]
            return
        seeker = after.id if one.lane == "baseline" else before.id
        self.found = [
            link
            for link in self.found
            if link.kind != one.lane or link.decided or seeker not in (link.earlier, link.later)
        ]
        self.found.append(replace(joined(one.lane, before, after, self.register, 1.0), decided=one.id))

    def answers(self, target: Observation) -> bool:
        """Tell whether the target has an outcome here."""
        return any(link.kind == "outcome" and link.earlier == target.id for link in self.found)

    def judge(self, one: VerdictCorrection) -> None:
        """Say what a person says of a target's outcome; raises `Unanchored`."""
        target = observation_at(self.earlier, one.at)
        once(self.taken, target.id, one)
        outcomes = [
            link
            for link in self.found
            if link.kind == "outcome" and link.earlier == target.id and "stretch" not in link.note.split(",")
        ]
        judged = [link for link in outcomes if link.verdict in _JUDGED] or outcomes[:1]
        if not judged:
            raise Unanchored("no_outcome", detail=target.indicator)
        for link in judged:
            self.found[self.found.index(link)] = replace(
                link,
                verdict=one.verdict,
                note=",".join(note for note in link.note.split(",") if note == "estimated"),
                reason=f"decided:{one.id}",
                decided=also_by(link.decided, one.id),
            )

    def in_order(self) -> tuple[Link, ...]:
        """Give the links by lane, then in reading order, as the rules do."""
        if self.found == list(self.untouched):
            return self.untouched
        starts = {one.id: (one.start, one.id) for report in (self.earlier, self.later) for one in report.observations}
        return tuple(
            sorted(self.found, key=lambda link: (_LANES.index(link.kind), starts[link.earlier], starts[link.later]))
        )
