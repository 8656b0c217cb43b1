"""The same thing under another name: what the links between reports propose, with the evidence for and against.

A link joins two numbers of two years, and may be wrong once in fifty. An identity holds for all years and passes a
mistake on, so more is asked of it: two links, sizes that fit, and nothing of scope between the names. What falls short
of that is queued for a person; nothing is merged silently.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tongbi import vocabulary
from tongbi.identity import likeness, take_apart
from tongbi.ledger.names import apart, family, identity
from tongbi.model import Candidate, Link, Observation, Report
from tongbi.register import Register
from tongbi.units import base_unit

_Verdict = Literal["same", "queued", "apart"]
_SURE = 0.95
_SAME_WORDS = 0.9  # 机构养老床位 is .77 like 养老床位
_FAR = 2.0
_ENOUGH = 2
_BEGUN = 6  # stages up to 在建, those of vocabulary/stages.toml
_AND = re.compile(r"[、和与]|及(?!以)")


@dataclass(slots=True)
class _Found:
    """The links between two identities."""

    pairs: list[tuple[Observation, Observation, float]]
    lanes: set[tuple[str, str]]
    section: bool = False


def _amount(one: Observation) -> tuple[str, float]:
    """Give a level or share in its base unit, 0 for what is none; of a range its low end."""
    if one.measure not in ("level", "ratio") or one.value is None:
        return "", 0.0
    unit, factor = base_unit(one.unit)
    return unit, float((min(one.value) if isinstance(one.value, tuple) else one.value) * factor)


def _apartness(pairs: Iterable[tuple[Observation, Observation, float]]) -> float:
    """Give the least factor between linked amounts of one unit, 0 where there are none."""
    factors = []
    for one, other, _ in pairs:
        (unit, mine), (other_unit, theirs) = _amount(one), _amount(other)
        if unit == other_unit and mine > 0 and theirs > 0:
            factors.append(max(mine, theirs) / min(mine, theirs))
    return round(min(factors, default=0.0), 3)


def _heading(report: Report, observation: Observation) -> str:
    return report.sections[observation.section].heading if 0 <= observation.section < len(report.sections) else ""


class Names:
    """What one government's reports call things: the identity of every number, what stands beside it, what it is told.

    `reports` are of one territory, in order.
    """

    def __init__(self, reports: Sequence[Report], register: Register) -> None:
        """Reads every observation once."""
        self.register = register
        self.report_of: dict[str, Report] = {}
        self.observations: dict[str, Observation] = {}
        self.identity: dict[str, str] = {}
        self.written: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._told: dict[str, dict[tuple[str, str, str, str, str], set[object]]] = defaultdict(lambda: defaultdict(set))
        self._beside: dict[str, set[str]] = defaultdict(set)
        for report in reports:
            before = ""
            for one in report.observations:
                key = identity(one, register)
                self.report_of[one.id], self.observations[one.id], self.identity[one.id] = report, one, key
                self.written[key][one.indicator] += 1
                place = (report.session, one.role, one.period, one.measure, base_unit(one.unit)[0])
                self._told[key][place].add(one.value)
                if before and before != key:
                    self._beside[before].add(key)
                    self._beside[key].add(before)
                before = key

    def name(self, key: str) -> str:
        """Give the name that is most used for an identity; of equals the first in code points."""
        return min(self.written[key], key=lambda name: (-self.written[key][name], name))

    def neighbours(self, one: str, other: str) -> float:
        """Give the Jaccard index of what stands next to either."""
        mine, theirs = self._beside[one] - {other}, self._beside[other] - {one}
        return round(len(mine & theirs) / len(mine | theirs), 3) if mine | theirs else 0.0

    def both(self, one: str, other: str) -> int:
        """Count the reports that tell different numbers of both, of one year, role, measure and unit."""
        shared = self._told[one].keys() & self._told[other].keys()
        return len({place[0] for place in shared if self._told[one][place].isdisjoint(self._told[other][place])})


def candidates(names: Names, links: Iterable[Link]) -> tuple[Candidate, ...]:
    """Give every two identities that links join, the best evidence first; links to other reports count for nothing."""
    found: dict[tuple[str, str], _Found] = {}
    for link in links:
        if link.earlier not in names.identity or link.later not in names.identity:
            continue
        pair = names.observations[link.earlier], names.observations[link.later]
        keys = names.identity[link.earlier], names.identity[link.later]
        if keys[0] == keys[1] or family(pair[0]) != family(pair[1]):
            continue
        if keys[0] > keys[1]:
            keys, pair = (keys[1], keys[0]), (pair[1], pair[0])
        reports = [names.report_of[one.id] for one in pair]
        held = found.setdefault(keys, _Found([], set()))
        held.pairs.append((*pair, link.score))
        held.lanes.add((link.kind, names.report_of[link.later].session))
        headings = [_heading(report, one) for report, one in zip(reports, pair, strict=True)]
        held.section |= bool(headings[0]) and headings[0] == headings[1]
    told = [_candidate(names, one, other, held) for (one, other), held in found.items()]
    return tuple(sorted(told, key=lambda one: (one.verdict != "same", -one.score, -one.links, one.one, one.other)))


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(one[piece] for piece in one.keys() & other.keys())
    return likeness(shared, sum(one.values()), sum(other.values())) if shared else 0.0


def _candidate(names: Names, one: str, other: str, held: _Found) -> Candidate:
    written = names.name(one), names.name(other)
    mine, theirs = take_apart(written[0]), take_apart(written[1])
    units = (
        {_amount(pair[0])[0] for pair in held.pairs} - {""},
        {_amount(pair[1])[0] for pair in held.pairs} - {""},
    )
    proposed = Candidate(
        one=one,
        other=other,
        names=written,
        score=max(score for _, _, score in held.pairs),
        links=len(held.lanes),
        name=round(_likeness(mine.core, theirs.core), 3),
        unit=bool(units[0] & units[1]),
        section=held.section,
        size=_apartness(held.pairs),
        neighbours=names.neighbours(one, other),
        both=names.both(one, other),
        verdict="queued",
        reason="",
    )
    verdict, reason = _decided(proposed, names.register)
    return replace(proposed, verdict=verdict, reason=reason)


def _only_begun(name: str) -> bool:
    """Tell whether a name counts works that were begun (`开工`), not what came of them."""
    steps = vocabulary.stages().steps
    return 0 < max((step for word, step in steps.items() if word in name), default=0) <= _BEGUN


def _decided(one: Candidate, register: Register) -> tuple[_Verdict, str]:
    """Decide by the evidence; where several things are missing the first is told."""
    first, second = (take_apart(name) for name in one.names)
    if register.of(one.one) and register.of(one.other):
        return "apart", "two_indicators"
    if scope := apart(first, second):
        return "apart", f"scope:{scope}"
    scopes = first.scopes, second.scopes
    missing: Mapping[str, bool] = {
        "bare_name": not first.kept or not second.kept,
        "other_words": one.name < _SAME_WORDS,
        "scope_said_once": any(bool(mine) != bool(theirs) for mine, theirs in zip(*scopes, strict=True)),
        "only_begun": _only_begun(one.names[0]) != _only_begun(one.names[1]),
        "list": len(_AND.findall(one.names[0])) != len(_AND.findall(one.names[1])),
        "increment": first.increment != second.increment,
        "both_told": bool(one.both),
        "far": one.size > _FAR,
        "no_amount": not one.unit and not one.section,
        "unlike": one.score < _SURE,
        "one_link": one.links < _ENOUGH,
    }
    short = next((why for why, lacks in missing.items() if lacks), "")
    return ("queued", short) if short else ("same", "evidence")
