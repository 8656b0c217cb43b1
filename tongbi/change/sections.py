"""Changes of what the plan is divided into: sections renamed, moved, new, dropped."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tongbi.align import match_sections
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.model import Match, Section, Span
from tongbi.vocabulary import load

_DEEPEST = 2
_MARKS = re.compile(r"[，。；：、！,.;:!]+")


@cache
def _routine() -> re.Pattern[str]:
    return re.compile("|".join(load("change")["routine"]["patterns"]))


def without_routine(text: str) -> str:
    """Leave out marks, years, congresses and ordinals: what of it can change at all."""
    return _MARKS.sub("", _routine().sub("", bare(text)))


def _heading(reading: Reading, section: Section) -> Span:
    """Give the sentence of the heading: the evidence."""
    return reading.evidence(Span(section.span.start, section.span.start + 1))


def _distance(one: str, other: str) -> float:
    """0 for the same characters, 1 for none in common."""
    shared = set(one) & set(other)
    return 1 - 2 * len(shared) / max(1, len(set(one)) + len(set(other)))


def _told(section: Section) -> bool:
    return section.part == "plan" and section.level <= _DEEPEST and bool(without_routine(section.heading))


def section_changes(before: Reading, after: Reading, matches: Sequence[Match]) -> Iterator[Finding]:
    """Sections of the plan, by `tongbi.align.match_sections`. A heading that changed its year or number is the same."""
    earlier, later = before.report.sections, after.report.sections
    pairs = match_sections(before.report, after.report, matches)
    for match in pairs:
        old, new = earlier[match.earlier], later[match.later]
        if not (_told(old) and _told(new)):
            continue
        places = _heading(before, old), _heading(after, new)
        words, next_words = without_routine(old.heading), without_routine(new.heading)
        if words != next_words:
            weight = _distance(words, next_words)
            yield Finding("section_renamed", "text", new.heading, old.heading, new.heading, *places, "heading", weight)
        if match.moved and old.number != new.number:
            yield Finding("section_moved", "text", new.heading, old.number, new.number, *places, "place")
    kept, known = {match.earlier for match in pairs}, {match.later for match in pairs}
    # A heading that only changed its year is the same section, whatever its content.
    stays = {without_routine(one.heading) for one in earlier} & {without_routine(one.heading) for one in later}
    for index, section in enumerate(earlier):
        if (
            _told(section)
            and index not in kept
            and without_routine(section.heading) not in stays
            and not after.report.abridged
        ):
            place = _heading(before, section)
            yield Finding("section_dropped", "text", section.heading, section.heading, "", place, None, "unmatched")
    for index, section in enumerate(later):
        if (
            _told(section)
            and index not in known
            and without_routine(section.heading) not in stays
            and not before.report.abridged
        ):
            place = _heading(after, section)
            yield Finding("section_new", "text", section.heading, "", section.heading, None, place, "unmatched")
