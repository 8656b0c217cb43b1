"""How grave a thing must be to break a promise: `不发生较大及以上事故` promises more than `不发生重特大事故`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongbi import vocabulary
from tongbi.change.commitment import Shift, kind_of, sign_of
from tongbi.change.finding import Finding, band_of
from tongbi.change.reading import Reading
from tongbi.model import Observation, Span
from tongbi.text import any_of


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise that no event of a gravity (`重特大`) or worse will come about, with the words that make it."""

    gravity: str
    vow: str
    modality: str
    span: Span
    subject: Span
    observation: Observation | None


@cache
def _pledged() -> re.Pattern[str]:
    told = vocabulary.commitment()
    modal, vows = any_of(told.modal.words), any_of(told.threshold.vows)
    return re.compile(
        rf"(?P<modal>{modal})?[^，；。]{{0,8}}?(?P<vow>(?:(?:{vows})[和、]?)+)(?:各类|各种|发生|出现)?[^，；。]{{0,12}}?"
        rf"(?P<event>(?P<gravity>(?:{any_of(told.threshold.severity)}))(?:及?以上)?的?[^，；。、]{{0,10}}?"
        rf"(?P<what>{any_of(told.threshold.events)}))(?:的?发生|频发)?$"
    )


@cache
def _gravity() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.commitment().threshold.severity))


def _firmest_vow(said: str) -> str:
    vows = vocabulary.commitment().threshold.vows
    return max((vow for vow in vows if vow in said), key=lambda vow: (vows[vow], said.find(vow)))


def _pledges(reading: Reading) -> dict[str, list[Pledge]]:
    """Find the pledges of a plan by what they are about."""
    found: dict[str, list[Pledge]] = defaultdict(list)
    clauses = (
        span
        for sentence in reading.report.sentences
        if sentence.part == "plan"
        for span in reading.stretches_of(sentence.span)
    )
    for clause in clauses:
        said = reading.folded[clause.start : clause.end].rstrip()
        # A ladder (`杜绝重特大事故、遏制较大事故`) is more than one pledge.
        alone = len(_gravity().findall(said)) == 1
        if alone and (pledged := _pledged().search(said)):
            kind = next((kind for kind in vocabulary.commitment().threshold.kinds if kind in pledged["event"]), "")
            span = Span(clause.start + pledged.start(), clause.start + pledged.end())
            subject = Span(clause.start + pledged.start("event"), clause.start + pledged.end("event"))
            one = next((one for one in reading.report.observations if span.covers(one.span)), None)
            modality = one.modality if one else pledged["modal"] or ""
            pledge = Pledge(pledged["gravity"], _firmest_vow(pledged["vow"]), modality, span, subject, one)
            found[f"{kind}{pledged['what']}"].append(pledge)
    return found


def _moved(old: Pledge, new: Pledge) -> Shift:
    told = vocabulary.commitment()
    threshold = sign_of(told.threshold.severity[old.gravity] - told.threshold.severity[new.gravity])
    vow = sign_of(told.threshold.vows[new.vow] - told.threshold.vows[old.vow])
    modal = sign_of(told.modal.of(new.modality) - told.modal.of(old.modality))
    return Shift(0, 0, vow, modal, threshold)


def _reason(old: Pledge, new: Pledge, moved: Shift) -> str:
    pieces = [
        f"threshold:{old.gravity}:{new.gravity}",
        f"vow:{old.vow}:{new.vow}" if moved.bound else "",
        f"modal:{old.modality or 'plain'}:{new.modality or 'plain'}" if moved.modal else "",
    ]
    return ";".join(filter(None, pieces))


def _said(reading: Reading, pledge: Pledge) -> str:
    """Quote a pledge; a modal word that stands farther in front comes with it: `确保…不发生重特大事故`."""
    said = reading.said(pledge.span)
    if pledge.modality not in vocabulary.commitment().modal.words or pledge.modality in said:
        return said
    return f"{pledge.modality}…{said}"


def threshold_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Pledges about one thing whose gravity changed; none where a plan makes two about it."""
    earlier, later = _pledges(before), _pledges(after)
    for event in earlier.keys() & later.keys():
        if len(earlier[event]) > 1 or len(later[event]) > 1:
            continue
        (old,), (new,) = earlier[event], later[event]
        moved = _moved(old, new)
        kind = kind_of(moved)
        if not moved.threshold or kind is None:
            continue
        yield Finding(
            kind,
            band_of(new.observation) if new.observation else "task",
            after.said(new.subject),
            _said(before, old),
            _said(after, new),
            before.evidence(old.span),
            after.evidence(new.span),
            _reason(old, new, moved),
            1.0,
            old.observation.id if old.observation else "",
            new.observation.id if new.observation else "",
        )
