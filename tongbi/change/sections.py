"""Changes of what the plan is divided into: sections renamed, moved, new, dropped."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongbi import vocabulary
from tongbi.align import match_sections
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.model import Match, Section, Span

_DEEPEST = 2
_MARKS = re.compile(r"[，。；：、！,.;:!]+")


def without_routine(text: str) -> str:
    """Leave out marks, years, congresses and ordinals: what of it can change at all."""
    return _MARKS.sub("", vocabulary.change().routine.patterns.pattern.sub("", bare(text)))


def _heading(reading: Reading, section: Section) -> Span:
    """Give the sentence of the heading: the evidence."""
    return reading.evidence(Span(section.span.start, section.span.start + 1))


def _distance(one: str, other: str) -> float:
    """0 for the same characters, 1 for none in common."""
    shared = set(one) & set(other)
    return 1 - 2 * len(shared) / max(1, len(set(one)) + len(set(other)))


def _share_words(one: str, other: str) -> bool:
    """Whether two headings have a word in common, so that what was said under one may be said under the other."""
    plain = vocabulary.change().routine.headings.pattern
    pairs = ({a + b for stretch in plain.split(said) for a, b in pairwise(stretch)} for said in (one, other))
    return bool(set.intersection(*pairs))


def _is_lead(reading: Reading, section: Section) -> bool:
    """Whether the heading is the first sentence of a paragraph that goes on: it opens a subject, but titles nothing."""
    if section.number:
        return False
    after = reading.report.text[section.span.start + len(section.heading) : section.span.end]
    return not after[:2].lstrip("。").startswith("\n") and bool(after.strip())


def _told(section: Section) -> bool:
    """Whether a section of the plan has a heading of its own: `今年主要任务` only says that the plan begins."""
    words = vocabulary.change().routine.frames.pattern.sub("", without_routine(section.heading))
    return section.part == "plan" and section.level <= _DEEPEST and len(words) > 1


def _unmatched(sections: Sequence[Section], matched: set[int], stays: set[str]) -> list[Section]:
    """Pick the numbered sections that no match holds and whose heading the other report does not repeat."""
    return [
        section
        for index, section in enumerate(sections)
        if index not in matched and section.number and _told(section) and without_routine(section.heading) not in stays
    ]


def section_changes(before: Reading, after: Reading, matches: Sequence[Match]) -> Iterator[Finding]:
    """Sections of the plan, by `tongbi.align.match_sections`. A heading that changed its year or number is the same."""
    earlier, later = before.report.sections, after.report.sections
    pairs = match_sections(before.report, after.report, matches)
    for match in pairs:
        old, new = earlier[match.earlier], later[match.later]
        if not (_told(old) and _told(new)) or _is_lead(before, old) or _is_lead(after, new):
            continue
        places = _heading(before, old), _heading(after, new)
        words, next_words = without_routine(old.heading), without_routine(new.heading)
        if words != next_words and not _share_words(words, next_words):
            continue
        if words != next_words:
            weight = _distance(words, next_words)
            yield Finding("section_renamed", "text", new.heading, old.heading, new.heading, *places, "heading", weight)
        elif match.moved and old.number and new.number and old.number != new.number:
            yield Finding("section_moved", "text", new.heading, old.number, new.number, *places, "place")
    # A heading that only changed its year is the same section, and a lead without a number may be a mere sentence.
    stays = {without_routine(one.heading) for one in earlier} & {without_routine(one.heading) for one in later}
    gone = _unmatched(earlier, {match.earlier for match in pairs}, stays)
    come = _unmatched(later, {match.later for match in pairs}, stays)
    for section in gone if not after.report.abridged else ():
        place = _heading(before, section)
        yield Finding("section_dropped", "text", section.heading, section.heading, "", place, None, "unmatched")
    for section in come if not before.report.abridged else ():
        place = _heading(after, section)
        yield Finding("section_new", "text", section.heading, "", section.heading, None, place, "unmatched")
