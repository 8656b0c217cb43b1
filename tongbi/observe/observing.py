"""From the sentences of a report to its observations: figures first, then whose they are, of when, and how firm."""

import re
from collections.abc import Callable, Iterator, Sequence

from tongbi.model import Observation, Section, Sentence, Span, Tier
from tongbi.observe.drafting import Draft, drafts
from tongbi.observe.line import Line, line
from tongbi.observe.modality import modality
from tongbi.observe.periods import Calendar
from tongbi.observe.pledges import grouped
from tongbi.observe.standing import basis, certainty, horizon
from tongbi.observe.tiers import Tiers
from tongbi.observe.times import Time
from tongbi.outline import Outline

_EARLIER = 160
_PARAGRAPH = 320
_LONG_SENTENCE = 800
_OPENING = 120
# A definition that sets a target says so, or names the years for it; all other numbers of a glossary explain.
_SETS_TARGET = re.compile(r"力争|确保|(?:到|至)20\d\d年|[五5]年(?:内|时间|间)|奋斗目标")
_YEARS = re.compile(r"[五5]年(?:内|时间|间)?")
_OPEN_END = re.compile(r"[一二三四六七八九十\d]年(?:的)?努力")


def _unregistered(_name: str) -> str:
    return ""


def observe(
    text: str, sha256: str, frame: Outline, identify: Callable[[str], str] = _unregistered
) -> tuple[Observation, ...]:
    """Read every observation of a report, ordered by start.

    `text` is the report exactly as `frame` was read from; offsets count its code points and `quote` equals the slice.
    `identify` gives the register's id of a name, "" for one that it does not know. A number that speaks of several
    indicators gives several observations with one span; the last part of their ids tells them apart. Never raises on
    any text.
    """
    found: list[Observation] = []
    copies: dict[Span, int] = {}
    told: set[tuple[object, ...]] = set()
    for sentence, read, draft, tier in _drafts(text, frame):
        span = read.span(draft.start, draft.end)
        # A list that names one thing twice (by name and by a carried subject) shares its number out once.
        role, period = draft.time.role, draft.time.written
        if (what := (span, draft.name, draft.measure, role, period)) in told:
            continue
        told.add(what)
        copy = copies.get(span, 0)
        copies[span] = copy + 1
        said, place = _excerpt(read.text, draft.start, draft.end)
        found.append(
            Observation(
                id=f"{sha256[:12]}:{span.start}:{span.end}:{copy}",
                start=span.start,
                end=span.end,
                quote=span.of(text),
                indicator=draft.name,
                value=draft.value,
                unit=draft.unit,
                measure=draft.measure,
                bound=draft.bound,
                role=role,
                period=period,
                modality=modality(said, place) if role == "target" else "",
                section=sentence.section,
                indicator_id=identify(draft.name),
                tier=tier,
                horizon=horizon(draft.time, frame.year),
                certainty=certainty(said, place),
                basis=basis(said, place, place + draft.end - draft.start),
                group="",
            )
        )
    return grouped(text, tuple(sorted(found, key=lambda one: (one.start, one.end))))


def _excerpt(text: str, start: int, end: int) -> tuple[str, int]:
    """Give a sentence and the place of a figure in it; of a very long one its opening and what is near."""
    if len(text) <= _LONG_SENTENCE:
        return text, start
    near = max(_OPENING, start - _LONG_SENTENCE // 2)
    return text[:_OPENING] + text[near : end + _OPENING], start - near + _OPENING if start > _OPENING else start


def _drafts(text: str, frame: Outline) -> Iterator[tuple[Sentence, Line, Draft, Tier]]:
    """Read the sentences one by one; each draft comes with its sentence, line and tier."""
    calendar, tiers, tops = Calendar(frame.year), Tiers(frame.sections), _top_sections(frame.sections)
    part: str | None = None
    section = -2
    earlier = told = ""
    paragraph = -1
    for sentence in frame.sentences:
        top = tops[sentence.section] if sentence.section >= 0 else -1
        if sentence.part != part or top != section:
            calendar.enter(sentence.part, frame.sections[top].heading if top >= 0 else "")
            part, section = sentence.part, top
        read = line(text, sentence.span)
        now = calendar.hear(read.text, sentence.part, sentence.paragraph, heading=sentence.heading)
        if sentence.part == "glossary":
            sets = _SETS_TARGET.search(read.text)
            if not sets:
                continue
            now = _glossary_time(read.text, frame.year)
        told = told if sentence.paragraph == paragraph else ""
        paragraph = sentence.paragraph
        found = drafts(read, calendar, now, sentence.part, earlier, told)
        if sentence.part == "glossary" and sets:
            found = [draft for draft in found if draft.start > sets.start()]
        tier = tiers.hear(sentence, read.text, [draft.time.role for draft in found] if found else ())
        for draft in found:
            yield sentence, read, draft, tier[draft.time.role]
        earlier = read.text[-_EARLIER:]
        told = (told + earlier)[-_PARAGRAPH:]


def _glossary_time(text: str, year: int) -> Time:
    """Give the time of a target that a definition sets: five years, this year, or unknown (`三年努力` from when?)."""
    if _YEARS.search(text):
        return Time("target", year, year + 4)
    return Time("target", 0, 0) if _OPEN_END.search(text) else Time("target", year, year)


def _top_sections(sections: Sequence[Section]) -> list[int]:
    """Give for each section the last of the first level up to it, -1 where there is none."""
    found: list[int] = []
    for index, section in enumerate(sections):
        found.append(index if section.level == 1 else found[-1] if found else -1)
    return found
