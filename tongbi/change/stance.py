"""Which way fiscal and monetary policy are set (积极的财政政策, 稳健的货币政策), and that it was changed."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tongbi import vocabulary
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading
from tongbi.model import Span
from tongbi.text import any_of


@cache
def _stated() -> re.Pattern[str]:
    told = vocabulary.change().stance
    return re.compile(f"(?P<word>{any_of(told.words)}){told.between.pattern}(?P<policy>{any_of(told.policies)})")


def _stances(reading: Reading) -> dict[str, tuple[str, Span]]:
    """Give for each policy the word that the plan says of it most, the first of equals, and where it first says so."""
    places: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for sentence in reading.report.sentences:
        if sentence.part != "plan":
            continue
        for found in _stated().finditer(reading.folded, sentence.span.start, sentence.span.end):
            places[found["policy"]][found["word"]].append(Span(found.start(), found.end()))
    return {
        policy: max(((word, spans[0]) for word, spans in words.items()), key=lambda one: len(words[one[0]]))
        for policy, words in places.items()
    }


def stance_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Policies that either plan gives a stance, and not the same."""
    earlier, later = _stances(before), _stances(after)
    for policy in vocabulary.change().stance.policies:
        if policy not in earlier or policy not in later:
            continue
        (old, place), (new, next_place) = earlier[policy], later[policy]
        if old != new:
            evidence = before.evidence(place), after.evidence(next_place)
            yield Finding(
                "stance_changed", "headline", policy, before.said(place), after.said(next_place), *evidence, "stance"
            )
