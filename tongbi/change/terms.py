"""Terms of the glossary that are new, retired or redefined, and quoted set phrases that come and go."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tongbi import vocabulary
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.change.sections import without_routine
from tongbi.model import Span, Term

_QUOTED = re.compile(r"“([^“”\n]{2,24})”")
_HAN = re.compile(r"[一-鿿]")


def _by_name(reading: Reading) -> dict[str, list[Term]]:
    """Definitions by name; one name may be defined twice."""
    named: dict[str, list[Term]] = defaultdict(list)
    for term in reading.report.terms:
        named[bare(term.name)].append(term)
    return named


def _definition(reading: Reading, term: Term) -> str:
    """Reduce the definition to what can change its meaning."""
    return re.sub("|".join(vocabulary.change().routine.gloss), "", without_routine(reading.said(term.definition)))


def _redefined(before: Reading, after: Reading, old: list[Term], new: list[Term]) -> Finding | None:
    """Pair the first definition that the other report does not give, against the first that it gives instead."""
    known, given = {_definition(before, term) for term in old}, {_definition(after, term) for term in new}
    gone = next((term for term in old if _definition(before, term) not in given), None)
    come = next((term for term in new if _definition(after, term) not in known), None)
    if not gone or not come:
        return None
    return Finding(
        "term_redefined",
        "text",
        come.name,
        before.said(gone.definition),
        after.said(come.definition),
        gone.span,
        come.span,
        "definition",
    )


def term_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Terms of two glossaries. One that is still used, or was used before, only lost or gained its explanation."""
    earlier, later = _by_name(before), _by_name(after)
    if not earlier or not later:
        return
    for name, old in earlier.items():
        if new := later.get(name):
            if finding := _redefined(before, after, old, new):
                yield finding
        elif name not in after.bare and not after.report.abridged:
            said = before.said(old[0].definition)
            yield Finding("term_retired", "text", old[0].name, said, "", old[0].span, None, "named_nowhere")
    for name, new in later.items():
        if name not in earlier and name not in before.bare and not before.report.abridged:
            said = after.said(new[0].definition)
            yield Finding("term_new", "text", new[0].name, "", said, None, new[0].span, "named_first")


@cache
def _routine() -> frozenset[str]:
    return frozenset(map(bare, vocabulary.change().routine.phrases))


def quoted_phrases(reading: Reading, place: Span) -> Iterator[Span]:
    """Find the quoted set phrases of a place of the text: long enough, and not said by every government."""
    for quoted in _QUOTED.finditer(reading.folded, place.start, place.end):
        if _is_set_phrase(quoted[1]):
            yield Span(quoted.start(1), quoted.end(1))


def _is_set_phrase(phrase: str) -> bool:
    long_enough = len(_HAN.findall(phrase)) >= vocabulary.change().slogan.shortest
    return long_enough and bool(without_routine(phrase)) and bare(phrase) not in _routine()


def _slogans(reading: Reading) -> dict[str, list[Span]]:
    """Find set phrases quoted at least twice, not in the review alone, and no names of places; with their places."""
    least, heads = vocabulary.change().slogan, vocabulary.stages().object.heads
    places: dict[str, list[Span]] = defaultdict(list)
    parts: dict[str, set[str]] = defaultdict(set)
    for quoted in _QUOTED.finditer(reading.folded):
        sentence = reading.sentence(quoted.start())
        if sentence and sentence.part != "glossary":
            places[quoted[1]].append(Span(quoted.start(1), quoted.end(1)))
            parts[quoted[1]].add(sentence.part)
    return {
        phrase: spans
        for phrase, spans in places.items()
        if len(spans) >= least.times
        and _is_set_phrase(phrase)
        and not phrase.endswith(heads)
        and parts[phrase] & {"plan", "closing", "opening"}
    }


def slogan_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Quoted set phrases that one report repeats and the other never says; names in a glossary are told as terms."""
    terms = "\n".join(bare(term.name) for reading in (before, after) for term in reading.report.terms)
    for phrase, spans in _slogans(before).items():
        if bare(phrase) not in after.bare and bare(phrase) not in terms and not after.report.abridged:
            said, weight = before.said(spans[0]), min(1.0, len(spans) / 5)
            place = before.evidence(spans[0])
            yield Finding("slogan_retired", "text", said, said, "", place, None, f"times:{len(spans)}", weight)
    for phrase, spans in _slogans(after).items():
        if bare(phrase) not in before.bare and bare(phrase) not in terms and not before.report.abridged:
            said, weight = after.said(spans[0]), min(1.0, len(spans) / 5)
            place = after.evidence(spans[0])
            yield Finding("slogan_new", "text", said, "", said, None, place, f"times:{len(spans)}", weight)
