"""Decisions on names: the register as it is where they hold, and what they change in a report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tongbi.anchors import locate
from tongbi.decisions import Decisions, IdentityCorrection, classes
from tongbi.identity import normal_name
from tongbi.model import Observation, Orphan, Report
from tongbi.register import Indicator, Register
from tongbi.replay.steps import each


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


def identified(
    one: Observation, identities: Sequence[IdentityCorrection], register: Register, known: Register
) -> Observation:
    """Give an observation the id that its name has now, and say which decisions on that name changed it."""
    name, now = normal_name(one.indicator), known.identify(one.indicator)
    about = [correction.id for correction in identities if name in map(normal_name, correction.names)]
    if now == one.indicator_id or not (about or one.decided):
        return one
    of_names = about if now != register.identify(one.indicator) else []
    return replace(one, indicator_id=now, decided=",".join(filter(None, [one.decided, *of_names])))


def unshown(report: Report, identities: Iterable[IdentityCorrection]) -> list[Orphan]:
    """Find the decisions on names whose quote this report should have and has not; they hold all the same."""

    def shown(one: IdentityCorrection) -> None:
        if (one.region, one.at.session) == (report.region, report.session):
            locate(report.text, one.at)

    return each(Decisions(tuple(identities)), IdentityCorrection, shown)


def is_shown_in(report: Report, orphan: Orphan, identities: Iterable[IdentityCorrection]) -> bool:
    """Tell whether a decision on names is quoted from this report: there its fault is told, once."""
    key = (report.region, report.session)
    return any(one.id == orphan.correction and (one.region, one.at.session) == key for one in identities)
