"""The lines of a government: one indicator under all its names, over all its years.

Names are joined by the register, by what people decided (`tongbi.replay` has given such names one id), and by
candidates that the evidence decides. A join is refused where it would put two indicators of the register, two scopes or
two different numbers of one year into one line; what is refused is queued.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from tongbi.identity import take_apart
from tongbi.ledger.candidates import Names, candidates
from tongbi.ledger.names import apart
from tongbi.model import Candidate, InLine, Line, Link, NameUse, Report
from tongbi.register import Register
from tongbi.series import Regions, ReportKey


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines, those with most numbers first, and the candidates; every observation is in one line."""

    lines: tuple[Line, ...]
    candidates: tuple[Candidate, ...]

    def of(self) -> Mapping[str, str]:
        """Give the key of the line of each observation."""
        return {one: line.key for line in self.lines for one in line.observations}


def territories(reports: Iterable[Report], regions: Regions) -> tuple[tuple[Report, ...], ...]:
    """Part the reports of one government by territory, the oldest first; within each in order of year and session."""
    parted: dict[int, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda one: (one.year, one.session)):
        parted[regions.territory(ReportKey.of(report))].append(report)
    return tuple(tuple(parted[index]) for index in sorted(parted))


def _refused(names: Names, ones: Sequence[str], others: Sequence[str]) -> str:
    """Say why two sets of identities must not become one line, "" where they may."""
    if sum(1 for key in (*ones, *others) if names.register.of(key)) > 1:
        return "two_indicators"
    for one, other in product(ones, others):
        if scope := apart(take_apart(names.name(one)), take_apart(names.name(other))):
            return f"scope:{scope}"
        if names.both(one, other):
            return "both_told"
    return ""


def lines(reports: Sequence[Report], links: Iterable[Link], register: Register) -> Lines:
    """Draw the lines of one territory's reports, in order; `links` between any two of them are evidence.

    An observation is where its own report puts it: another government's reports and another territory's change nothing.
    """
    names = Names(reports, register)
    found = candidates(names, links)
    members: dict[str, list[str]] = {key: [key] for key in names.written}
    settled = []
    for one in found:
        mine, theirs = members[one.one], members[one.other]
        if one.verdict == "same" and mine is not theirs:
            if refused := _refused(names, mine, theirs):
                one = replace(one, verdict="queued", reason=f"refused:{refused}")
            else:
                mine.extend(theirs)
                members |= dict.fromkeys(theirs, mine)
        settled.append(one)
    by_key: dict[str, list[str]] = defaultdict(list)
    for observation, key in names.identity.items():
        by_key[key].append(observation)
    drawn = {id(joined): joined for joined in members.values()}.values()
    made = [_line(names, joined, [one for key in joined for one in by_key[key]]) for joined in drawn]
    made.sort(key=lambda line: (-len(line.observations), line.key))
    return Lines(tuple(made), tuple(settled))


def _line(names: Names, keys: Sequence[str], ids: Sequence[str]) -> Line:
    reported = sorted(ids, key=lambda one: (names.report_of[one].year, names.report_of[one].session))
    sessions: dict[str, list[str]] = defaultdict(list)
    for one in reported:
        sessions[names.observations[one].indicator].append(names.report_of[one].session)
    uses = [NameUse(name, len(told), told[0], told[-1]) for name, told in sessions.items()]
    uses.sort(key=lambda use: (-use.uses, use.name))
    registered = next((key for key in keys if not key.startswith("~")), "")
    most_used = min(keys, key=lambda key: (-sum(names.written[key].values()), names.name(key)))
    known = names.register.of(registered)
    decided: Literal["", "register", "person", "evidence"] = "evidence" if len(keys) > 1 else ""
    if registered and not decided:
        decided = "person" if registered.startswith("decided:") else "register"
    return Line(
        key=registered or most_used,
        name=known.name if known else uses[0].name,
        decided=decided,
        names=tuple(uses),
        told=tuple(InLine(names.report_of[one].session, one, names.identity[one]) for one in reported),
    )
