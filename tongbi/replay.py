"""What people decided, laid over what the rules found: observation, identity, match, link, verdict, in this order.

Each step gives what it corrected and the orphans: corrections that have no effect on it, and why. The codes are those
of `tongbi.anchors.locate` and its like, and

    contradicts          another correction, which is named, decided on the same thing in other words
    already_read         there is an observation already that says just this
    overlaps             the number to be added holds a part of one that is read
    two_indicators       two names are to be one that the register knows as two
    other_part           two sentences are to be joined that stand in different parts
    wrong_role           a lane joins results with targets, and an end is the other of the two
    nothing_to_part      what is to be parted is not joined
    no_outcome           a verdict on a target that has none; or on a stretch, which is judged with its floor
    other_year           a target of several years is to be joined in a report that does not review the last of them
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from tongbi.anchors import locate, observation_at, sentence_at
from tongbi.decisions import (
    Correction,
    Decisions,
    IdentityCorrection,
    LinkCorrection,
    MatchCorrection,
    ObservationCorrection,
    VerdictCorrection,
    classes,
)
from tongbi.errors import Unanchored
from tongbi.identity import normal_name
from tongbi.link import baseline_links, due_year, joined
from tongbi.model import Lane, Link, LongLink, Match, Observation, Orphan, Replayed, Report, Role, Span
from tongbi.register import Indicator, Register

Kind = TypeVar("Kind", bound=Correction)

_ROLES: dict[Lane, tuple[Role, Role]] = {
    "baseline": ("actual", "target"),
    "outcome": ("target", "actual"),
    "revision": ("target", "target"),
    "series": ("actual", "actual"),
}
_LANES = tuple(_ROLES)
_JUDGED = ("met", "missed")
_JUDGED_ALIKE = ("indicator", "measure", "role", "period")


@dataclass(frozen=True, slots=True)
class Given:
    """Sentences that a person joined or parted, by their spans (earlier, later), with the correction's id."""

    joined: dict[tuple[Span, Span], str]
    parted: dict[tuple[Span, Span], str]


def _each(decisions: Decisions, kind: type[Kind], step: Callable[[Kind], None]) -> list[Orphan]:
    """Do a step with each correction of a kind; what it cannot anchor is an orphan and changes nothing."""
    orphans = []
    for one in decisions.corrections:
        if isinstance(one, kind):
            try:
                step(one)
            except Unanchored as fault:
                orphans.append(Orphan(one.id, fault.code, fault.detail))
    return orphans


def _once(taken: dict[object, str], subject: object, correction: Correction) -> None:
    """Refuse a second decision on one thing."""
    other = taken.setdefault(subject, correction.id)
    if other != correction.id:
        raise Unanchored("contradicts", detail=other)


def _marked(decided: str, correction: str) -> str:
    return f"{decided},{correction}" if decided else correction


def known_as(identities: Sequence[IdentityCorrection], register: Register) -> tuple[Register, list[Orphan]]:
    """Give the register as it is where these decisions hold.

    Names that are one get the id of the one that is registered; where none is, or where two names that were one become
    two, they get an id of their own, which is made of the correction's.
    """
    if not identities:
        return register, []
    one_of = classes(identities)
    added: dict[str, Indicator] = {}
    orphans = []
    for one in identities:
        names = [*one.names]
        if one.decision == "same":
            known = {register.identify(name) for name in one_of[normal_name(names[0])]} - {""}
            if len(known) > 1:
                orphans.append(Orphan(one.id, "two_indicators", ", ".join(sorted(known))))
                continue
            first = min(other.id for other in identities if other.decision == "same" and _meets(other, one, one_of))
            made = next(iter(known), f"decided:{first}")
            before = added.get(made) or register.of(made) or _made(made, names[0], register)
            added[made] = replace(before, aliases=tuple(dict.fromkeys([*before.aliases, *names])))
    for one in identities:
        if one.decision == "apart":
            so_far = register.extended(added.values())
            ids = [so_far.identify(name) for name in one.names]
            for place, name in enumerate(one.names):
                if not ids[place] or (place and ids[0] == ids[1]):
                    made = f"decided:{one.id}:{place + 1}"
                    added[made] = _made(made, name, register)
    return register.extended(added.values()), orphans


def _meets(one: IdentityCorrection, other: IdentityCorrection, one_of: dict[str, tuple[str, ...]]) -> bool:
    return one_of[normal_name(one.names[0])] == one_of[normal_name(other.names[0])]


def _made(made: str, name: str, register: Register) -> Indicator:
    return Indicator(made, name, (), "", register.direction(name))


def of_report(report: Report, decisions: Decisions, register: Register) -> Report:
    """Lay corrections of observations and of identity over a report as it was read with `register`.

    Its orphans are those among the corrections of baselines, too.
    """
    own = decisions.of_report(report.region, report.session)
    if not own.corrections:
        return report
    observations = _Observations(report)
    orphans = _each(own, ObservationCorrection, observations.correct)
    identities = own.identities(report.region)
    known, refused = known_as(identities, register)
    found = [_identified(one, identities, register, known) for one in observations.found]
    orphans += _unshown(report, identities) + [one for one in refused if _is_shown_in(report, one, identities)]
    floors = {one.id for one in found}
    whole = tuple(one if one.group in floors else replace(one, group="") for one in found)
    corrected = replace(report, observations=whole, decisions=own.digest())
    return replace(corrected, orphans=(*orphans, *of_baselines(corrected, own, register)[1]))


def _identified(
    one: Observation, identities: Sequence[IdentityCorrection], register: Register, known: Register
) -> Observation:
    """Give an observation the id that its name has now, and say which decisions on that name changed it."""
    name, now = normal_name(one.indicator), known.identify(one.indicator)
    about = [correction.id for correction in identities if name in map(normal_name, correction.names)]
    if now == one.indicator_id or not (about or one.decided):
        return one
    of_names = about if now != register.identify(one.indicator) else []
    return replace(one, indicator_id=now, decided=",".join(filter(None, [one.decided, *of_names])))


def _unshown(report: Report, identities: Iterable[IdentityCorrection]) -> list[Orphan]:
    """Find the decisions on names whose quote this report should have and has not; they hold all the same."""

    def shown(one: IdentityCorrection) -> None:
        if (one.region, one.at.session) == (report.region, report.session):
            locate(report.text, one.at)

    return _each(Decisions(tuple(identities)), IdentityCorrection, shown)


def _is_shown_in(report: Report, orphan: Orphan, identities: Iterable[IdentityCorrection]) -> bool:
    """Tell whether a decision on names is quoted from this report: there its fault is told, once."""
    key = (report.region, report.session)
    return any(one.id == orphan.correction and (one.region, one.at.session) == key for one in identities)


class _Observations:
    """The observations of a report while they are corrected. Anchors are resolved in what the rules read."""

    def __init__(self, report: Report) -> None:
        self.report, self.found = report, list(report.observations)
        self.taken: dict[object, str] = {}

    def correct(self, one: ObservationCorrection) -> None:
        if one.decision == "add":
            self._add(one)
            return
        read = observation_at(self.report, one.at)
        _once(self.taken, read.id, one)
        place = self.found.index(read)
        if one.decision == "drop":
            del self.found[place]
            return
        changed = replace(read, **one.set.given(), decided=_marked(read.decided, one.id))
        others = [other for other in self.found if other is not read]
        self._refuse_twice(changed, others)
        self.found[place] = changed

    def _refuse_twice(self, new: Observation, others: Iterable[Observation]) -> None:
        for other in others:
            if other.span == new.span and all(getattr(other, name) == getattr(new, name) for name in _JUDGED_ALIKE):
                raise Unanchored("already_read", detail=other.indicator)

    def _add(self, one: ObservationCorrection) -> None:
        report = self.report
        span = locate(report.text, one.at)
        for other in self.found:
            if other.span != span and other.start < span.end and span.start < other.end:
                raise Unanchored("overlaps", detail=other.quote)
        within = [place for place, section in enumerate(report.sections) if section.span.covers(span)]
        taken = {other.id for other in (*report.observations, *self.found)}
        copy = next(n for n in range(len(taken) + 1) if self._id(span, n) not in taken)
        given = one.set.given()
        new = Observation(
            **{
                "value": None, "bound": "eq" if "value" in given else "", "modality": "", "tier": "task",
                "horizon": "annual", "certainty": "final", "basis": "", **given,
            },
            id=self._id(span, copy),
            start=span.start,
            end=span.end,
            quote=span.of(report.text),
            section=within[-1] if within else -1,
            indicator_id="",
            group="",
            decided=one.id,
        )  # fmt: skip
        self._refuse_twice(new, self.found)
        self.found.append(new)
        self.found.sort(key=lambda found: (found.start, found.end))

    def _id(self, span: Span, copy: int) -> str:
        return f"{self.report.sha256[:12]}:{span.start}:{span.end}:{copy}"


def of_sentences(earlier: Report, later: Report, decisions: Decisions) -> tuple[Given, tuple[Orphan, ...]]:
    """Find the sentences that people joined or parted, for `tongbi.align.align`."""
    own = decisions.of_pair(later.region, earlier.session, later.session)
    given = Given({}, {})
    taken: dict[object, str] = {}

    def settle(one: MatchCorrection) -> None:
        ends = sentence_at(earlier, one.earlier), sentence_at(later, one.later)
        pair = (ends[0].span, ends[1].span)
        _once(taken, pair, one)
        if ends[0].part != ends[1].part:
            raise Unanchored("other_part", detail=f"{ends[0].part}, {ends[1].part}")
        (given.joined if one.decision == "join" else given.parted)[pair] = one.id

    return given, tuple(_each(own, MatchCorrection, settle))


def marked(matches: Iterable[Match], given: Given) -> tuple[Match, ...]:
    """Say of matches that people joined which correction did."""
    return tuple(
        replace(match, decided=given.joined[match.earlier, match.later])
        if (match.earlier, match.later) in given.joined
        else match
        for match in matches
    )


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
    settled = _Links(earlier, later, links, register)

    def judge(one: VerdictCorrection) -> None:
        target = observation_at(earlier, one.at)
        if settled.answers(target) or not _is_beyond(target, earlier):
            settled.judge(one)

    orphans = _each(own, LinkCorrection, settled.link) + _each(own, VerdictCorrection, judge)
    return settled.in_order(), tuple(orphans)


def _is_beyond(target: Observation, report: Report) -> bool:
    """Tell whether a target looks beyond the year that its report plans."""
    year = due_year(target)
    return year is not None and year > report.year


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
    settled: dict[tuple[str, str], _Links] = {}

    def between(earlier: Report, later: Report) -> _Links:
        sessions = (earlier.session, later.session)
        if sessions not in settled:
            held = [one.link for one in found if (one.earlier, one.later) == sessions]
            settled[sessions] = _Links(earlier, later, held, register)
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
            return _is_beyond(target, report) and target.id not in answered
        return isinstance(one, LinkCorrection) and {one.earlier.session, one.later.session} <= reports.keys()

    mine = Decisions(tuple(one for one in decisions.of_years(series[0].region).corrections if is_mine(one)))
    orphans = [*_each(mine, LinkCorrection, link), *_each(mine, VerdictCorrection, judge)]
    why = {one.correction: (one.code, one.detail) for one in orphans}
    replayed = tuple(Replayed(one.id, *why.get(one.id, ("", ""))) for one in mine.corrections)
    return (_in_series(series, found, settled) if settled else tuple(found)), replayed


def _in_series(
    series: Sequence[Report], found: Sequence[LongLink], settled: Mapping[tuple[str, str], "_Links"]
) -> tuple[LongLink, ...]:
    """Put what was corrected in the place of what was found, in the order of the reports."""
    untouched = [one for one in found if (one.earlier, one.later) not in settled]
    corrected = [LongLink(*sessions, link) for sessions, links in settled.items() for link in links.in_order()]
    place = {report.session: place for place, report in enumerate(series)}
    return tuple(sorted([*untouched, *corrected], key=lambda one: (place[one.earlier], place[one.later])))


def of_baselines(
    report: Report, decisions: Decisions, register: Register
) -> tuple[tuple[Link, ...], tuple[Orphan, ...]]:
    """Find the links inside a report that `of_report` gave, and lay the corrections of baselines over them."""
    known, _ = known_as(decisions.identities(report.region), register)
    return of_links(report, report, baseline_links(report, known), decisions, known)


class _Links:
    """The links of two reports while they are corrected."""

    def __init__(self, earlier: Report, later: Report, links: Iterable[Link], register: Register) -> None:
        self.earlier, self.later, self.register = earlier, later, register
        self.found = list(links)
        self.untouched = tuple(self.found)
        self.taken: dict[object, str] = {}

    def link(self, one: LinkCorrection) -> None:
        before, after = observation_at(self.earlier, one.earlier), observation_at(self.later, one.later)
        _once(self.taken, (one.lane, before.id, after.id), one)
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
        target = observation_at(self.earlier, one.at)
        _once(self.taken, target.id, one)
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
                decided=_marked(link.decided, one.id),
            )

    def in_order(self) -> tuple[Link, ...]:
        """Give the links by lane, then in reading order, as the rules do."""
        if self.found == list(self.untouched):
            return self.untouched
        starts = {one.id: (one.start, one.id) for report in (self.earlier, self.later) for one in report.observations}
        return tuple(
            sorted(self.found, key=lambda link: (_LANES.index(link.kind), starts[link.earlier], starts[link.later]))
        )
