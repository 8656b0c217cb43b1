"""From the sentences of a report to its observations: figures first, then whose they are, of when, and how firm."""

from dataclasses import dataclass
from decimal import Decimal

from tongbi.model import Observation, Sentence
from tongbi.observe.groups import Draft, drafts
from tongbi.observe.line import line
from tongbi.observe.periods import Calendar
from tongbi.outline import Outline


def observe(text: str, sha256: str, frame: Outline) -> tuple[Observation, ...]:
    """Read every observation of a report, ordered by start.

    `text` is the report exactly as `frame` was read from; offsets count its code points and `quote` equals the slice.
    `indicator_id` is left empty: the register names indicators. Never raises on any text.
    """
    calendar = Calendar(frame.year)
    found: list[Observation] = []
    section = part = None
    earlier = ""
    for sentence in frame.sentences:
        top = _top_section(frame, sentence)
        if sentence.part != part or top != section:
            heading = frame.sections[top].heading if top >= 0 else ""
            calendar.enter(sentence.part, heading)
            part, section = sentence.part, top
        read = line(text, sentence.span)
        if not read.text:
            continue
        now = calendar.hear(read.text, sentence.part, sentence.paragraph)
        if sentence.part == "glossary":
            continue
        for draft in drafts(read, calendar, now, sentence.part, earlier):
            found.append(_observation(text, sha256, sentence, read, draft, len(found)))
        earlier = read.text[-160:]
    return tuple(found)


def _top_section(frame: Outline, sentence: Sentence) -> int:
    index = sentence.section
    while index >= 0 and frame.sections[index].level > 1:
        index -= 1
    return index


def _observation(text, sha256, sentence, read, draft: Draft, count) -> Observation:
    span = read.span(draft.start, draft.end)
    return Observation(
        id=f"{sha256[:12]}:{span.start}:{span.end}:{draft.copy}",
        start=span.start,
        end=span.end,
        quote=span.of(text),
        indicator=draft.name,
        value=draft.value,
        unit=draft.unit,
        measure=draft.measure,
        bound=draft.bound,
        role=draft.time.role,
        period=draft.time.written,
        modality=draft.modality,
        section=sentence.section,
        indicator_id="",
        tier="task",
        horizon="annual",
        certainty="final",
        basis="",
        group="",
    )
