"""Decisions on the outcomes of targets of several years, laid over all reports of a government."""

from collections.abc import Iterable, Mapping, Sequence

from tongbi.anchors import observation_at
from tongbi.decisions import Correction, Decisions, LinkCorrection, VerdictCorrection
from tongbi.errors import Unanchored
from tongbi.link import due_year
from tongbi.model import Link, LongLink, Replayed, Report
from tongbi.register import Register
from tongbi.replay.links import Links, is_beyond
from tongbi.replay.steps import each


def of_years(
    series: Sequence[Report], found: Sequence[LongLink], links: Iterable[Link], decisions: Decisions, register: Register
) -> tuple[tuple[LongLink, ...], tuple[Replayed, ...]]:
    """Lay corrections over the outcomes of targets of several years; tell of each that is about one what came of it.

    `series` are the reports of one government and territory in order, `links` those between neighbours among them: a
    verdict on a target that is answered there, or need not look beyond, is `of_links`'s.
    """
    reports = {report.session: report for report in series}
    reviewing = {report.year - 1: report for report in reversed(series)}
    answered = {link.earlier for link in links if link.kind == "outcome"}
    settled: dict[tuple[str, str], Links] = {}

    def between(earlier: Report, later: Report) -> Links:
        sessions = (earlier.session, later.session)
        if sessions not in settled:
            held = [one.link for one in found if (one.earlier, one.later) == sessions]
            settled[sessions] = Links(earlier, later, held, register)
        return settled[sessions]

    def link(one: LinkCorrection) -> None:
        earlier, later = reports[one.earlier.session], reports[one.later.session]
        year = due_year(observation_at(earlier, one.earlier))
        if year != later.year - 1:
            raise Unanchored("other_year", detail=f"{year or ''}")
        between(earlier, later).link(one)

    def judge(one: VerdictCorrection) -> None:
        earlier = reports[one.at.session]
        target = observation_at(earlier, one.at)
        year = due_year(target)
        later = reviewing.get(year) if year else None
        if later is None:
            raise Unanchored("no_outcome", detail=target.indicator)
        between(earlier, later).judge(one)

    def is_mine(one: Correction) -> bool:
        if isinstance(one, VerdictCorrection) and one.at.session in reports:
            report = reports[one.at.session]
            try:
                target = observation_at(report, one.at)
            except Unanchored:
                return True
            return is_beyond(target, report) and target.id not in answered
        return isinstance(one, LinkCorrection) and {one.earlier.session, one.later.session} <= reports.keys()

    mine = Decisions(tuple(one for one in decisions.of_years(series[0].region).corrections if is_mine(one)))
    orphans = [*each(mine, LinkCorrection, link), *each(mine, VerdictCorrection, judge)]
    why = {one.correction: (one.code, one.detail) for one in orphans}
    replayed = tuple(Replayed(one.id, *why.get(one.id, ("", ""))) for one in mine.corrections)
    return (_in_series(series, found, settled) if settled else tuple(found)), replayed


def _in_series(
    series: Sequence[Report], found: Sequence[LongLink], settled: Mapping[tuple[str, str], "Links"]
) -> tuple[LongLink, ...]:
    """Put what was corrected in the place of what was found, in the order of the reports."""
    untouched = [one for one in found if (one.earlier, one.later) not in settled]
    corrected = [LongLink(*sessions, link) for sessions, links in settled.items() for link in links.in_order()]
    place = {report.session: place for place, report in enumerate(series)}
    return tuple(sorted([*untouched, *corrected], key=lambda one: (place[one.earlier], place[one.later])))
