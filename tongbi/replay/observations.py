"""Decisions on observations, laid over a report as it was read."""

from collections.abc import Iterable
from dataclasses import replace

from tongbi.anchors import locate, observation_at
from tongbi.decisions import Decisions, ObservationCorrection
from tongbi.errors import Unanchored
from tongbi.model import Observation, Report, Span
from tongbi.register import Register
from tongbi.replay.links import of_baselines
from tongbi.replay.names import identified, is_shown_in, known_as, unshown
from tongbi.replay.steps import also_by, each, once

_JUDGED_ALIKE = ("indicator", "measure", "role", "period")


def of_report(report: Report, decisions: Decisions, register: Register) -> Report:
    """Lay corrections of observations and of identity over a report as it was read with `register`.

    Its orphans are those among the corrections of baselines, too.
    """
    own = decisions.of_report(report.region, report.session)
    if not own.corrections:
        return report
    observations = _Observations(report)
    orphans = each(own, ObservationCorrection, observations.correct)
    identities = own.identities(report.region)
    known, refused = known_as(identities, register)
    found = [identified(one, identities, register, known) for one in observations.found]
    orphans += unshown(report, identities) + [one for one in refused if is_shown_in(report, one, identities)]
    floors = {one.id for one in found}
    whole = tuple(one if one.group in floors else replace(one, group="") for one in found)
    corrected = replace(report, observations=whole, decisions=own.digest())
    return replace(corrected, orphans=(*orphans, *of_baselines(corrected, own, register)[1]))


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
        once(self.taken, read.id, one)
        place = self.found.index(read)
        if one.decision == "drop":
            del self.found[place]
            return
        changed = replace(read, **one.set.given(), decided=also_by(read.decided, one.id))
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
