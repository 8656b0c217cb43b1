"""Routine changes: another year, congress, ordinal or plan period in the same words, and formulas said otherwise."""

from collections.abc import Iterable, Iterator

from tongbi import vocabulary
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.change.sections import without_routine
from tongbi.model import Match, Sentence, Span

_OPENER = 3


def _numbers(reading: Reading, sentence: Span) -> list[Span]:
    """Find the years, congresses, ordinals and plan periods of a sentence that no observation is read in."""
    taken = [one.span for one in reading.report.observations if sentence.covers(one.span)]
    found = vocabulary.change().routine.patterns.pattern.finditer(reading.folded, sentence.start, sentence.end)
    spans = [Span(one.start(), one.end()) for one in found]
    return [span for span in spans if not any(one.start < span.end and span.start < one.end for one in taken)]


def _subject(reading: Reading, sentence: Span) -> str:
    """Give the first stretch of a sentence that says more than 现在 or 这里."""
    said = (reading.said(stretch) for stretch in reading.stretches_of(sentence))
    return next((words for words in said if len(words) > _OPENER), reading.said(sentence))


def _renumbered(before: Reading, after: Reading, match: Match) -> Finding | None:
    old, new = before.said(match.earlier), after.said(match.later)
    if old == new or without_routine(old) != without_routine(new):
        return None
    pieces = [
        [reading.said(span) for span in _numbers(reading, sentence)]
        for reading, sentence in ((before, match.earlier), (after, match.later))
    ]
    gone = [one for one in dict.fromkeys(pieces[0]) if one not in pieces[1]]
    come = [one for one in dict.fromkeys(pieces[1]) if one not in pieces[0]]
    if not gone and not come:
        return None
    return Finding(
        "routine",
        "text",
        _subject(after, match.later),
        "、".join(gone),
        "、".join(come),
        match.earlier,
        match.later,
        "renumbered",
    )


def _formulas(reading: Reading) -> dict[int, Sentence]:
    """Find the first sentence of each formula, by its place among the formulas."""
    found: dict[int, Sentence] = {}
    formulas = vocabulary.change().routine.formulas
    for sentence in reading.report.sentences:
        if sentence.part == "glossary" or sentence.heading:
            continue
        said = bare(reading.said(sentence.span))
        for place, formula in enumerate(formulas):
            if place not in found and formula.search(said):
                found[place] = sentence
                break
    return found


def routine_changes(before: Reading, after: Reading, matches: Iterable[Match]) -> Iterator[Finding]:
    """Sentences that continue each other and differ in numbers of years and the like alone; formulas in other words.

    A number that was read as an observation (a rank) is no ordinal.
    """
    told: set[tuple[Span, Span]] = set()
    for match in matches:
        if match.relation in ("kept", "reworded") and (finding := _renumbered(before, after, match)):
            told.add((match.earlier, match.later))
            yield finding
    earlier, later = _formulas(before), _formulas(after)
    for place in sorted(earlier.keys() & later.keys()):
        old, new = earlier[place].span, later[place].span
        if bare(before.said(old)) != bare(after.said(new)) and (old, new) not in told:
            yield Finding("routine", "text", _subject(after, new), "", "", old, new, "formula")
