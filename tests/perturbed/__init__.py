"""A later version of a real report, perturbed from a seed, with the truth of which sentence continues which."""

import random
from collections.abc import Sequence

from perturbed.model import (
    ALONE,
    CLAUSES,
    CONTINUED,
    DROPPED,
    EDITED_MOVE,
    FINAL,
    FOREIGN,
    HEADING,
    KEPT,
    LINE_END,
    MERGED,
    MOVED,
    NUMBER,
    PARTS,
    RENUMBERED,
    SPLIT,
    STOCKED,
    WORD,
    Perturbed,
    SectionTruth,
    Truth,
    Unit,
)
from perturbed.rewording import SHORTEST, letters
from perturbed.sections import sections_moved, sections_renamed
from perturbed.sentences import Sentences, Slot, laid
from tongbi import read
from tongbi.model import Report, Span


def perturbed(report: Report, foreign: Sequence[str], share: float, seed: int) -> Perturbed:
    """Perturb the review and the plan of a report; `foreign` are sentences of another government's.

    Each kind of change befalls `share` of the sentences that can undergo one (a merge takes two); as many are inserted.
    """
    chance = random.Random(seed)  # noqa: S311, to invent, not to hide
    units = _units(report)
    units, moved = sections_moved(report, units, chance)
    units, renamed = sections_renamed(report, units, chance)
    slots = [Slot(unit, [unit]) for unit in units]
    Sentences(report, slots, share, chance).perturb(foreign)
    return _read(report, list(laid(slots)), renamed, moved)


def insertable(report: Report) -> list[str]:
    """Sentences that another government's report can take in."""
    said = [one.span.of(report.text) for one in report.sentences if one.part in PARTS and not one.heading]
    return [one for one in said if one.endswith(FINAL) and letters(one) >= SHORTEST and not LINE_END.search(one)]


def _units(report: Report) -> list[Unit]:
    ends = [0, *(one.span.end for one in report.sentences)]
    return [
        Unit(one.span.of(report.text), report.text[end : one.span.start], (place,))
        for place, (one, end) in enumerate(zip(report.sentences, ends, strict=False))
    ]


def _read(report: Report, units: Sequence[Unit], renamed: set[int], moved: set[int]) -> Perturbed:
    """Write the later version, read it, and say of its sentences and sections where they come from."""
    text, spans = "", []
    for unit in units:
        text += unit.before
        spans.append(Span(len(text), len(text) + len(unit.text)))
        text += unit.text
    later = read(text + "\n", report.region, report.year)
    cut = {one.span for one in later.sentences}
    continued: dict[tuple[Span, Span], Truth] = {}
    alone: dict[tuple[int, Span], str] = {}
    used = set()
    starts = {}
    for unit, span in zip(units, spans, strict=True):
        used |= set(unit.sources)
        for source in unit.sources:
            one = report.sentences[source]
            if one.part in PARTS:
                continued[one.span, span] = Truth(unit.kind, unit.moved)
            starts[one.span.start] = span.start
        if not unit.sources:
            alone[1, span] = unit.kind
    for place, one in enumerate(report.sentences):
        if place not in used:
            alone[0, one.span] = DROPPED
    there = {one.span.start: place for place, one in enumerate(later.sections)}
    own = [place for place, one in enumerate(report.sections) if one.part in PARTS]
    sections = {
        (place, there[starts[start]]): SectionTruth(place in renamed, place in moved)
        for place in own
        if starts.get(start := report.sections[place].span.start) in there
    }
    unread = sum(span not in cut for span in spans)
    return Perturbed(report, later, continued, alone, sections, unread, len(own) - len(sections))


__all__ = [
    "ALONE",
    "CLAUSES",
    "CONTINUED",
    "DROPPED",
    "EDITED_MOVE",
    "FOREIGN",
    "HEADING",
    "KEPT",
    "MERGED",
    "MOVED",
    "NUMBER",
    "PARTS",
    "RENUMBERED",
    "SPLIT",
    "STOCKED",
    "WORD",
    "Perturbed",
    "insertable",
    "perturbed",
]
