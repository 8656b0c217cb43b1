"""Sentences of one part against sentences of the same part of the next report."""

import re
from collections import Counter

from tongbi.model import Match, Report, Sentence

_PARTS = ("review", "plan")
_NOT_SAID = re.compile(r"[\W_]+")
_NEAR = 0.35


def _grams(text: str) -> Counter[str]:
    return Counter(text[place : place + 2] for place in range(max(len(text) - 1, 1)))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    return 2 * sum((one & other).values()) / max(one.total() + other.total(), 1)


def _pairs(earlier: list[str], later: list[str]) -> list[tuple[int, int, float]]:
    before = [_grams(text) for text in earlier]
    found = []
    for index, text in enumerate(later):
        grams = _grams(text)
        score, place = max(((_dice(grams, other), -place) for place, other in enumerate(before)), default=(0.0, 0))
        if score >= _NEAR:
            found.append((-place, index, score))
    return found


def align(earlier: Report, later: Report) -> tuple[Match, ...]:
    """Matches between the sentences and headings of both reports, review with review and plan with plan."""
    found: list[Match] = []
    for part in _PARTS:
        before = [one for one in earlier.sentences if one.part == part]
        after = [one for one in later.sentences if one.part == part]
        found += _matches(earlier.text, before, later.text, after)
    return tuple(sorted(found, key=lambda match: (match.later.start, match.earlier.start)))


def _matches(earlier: str, before: list[Sentence], later: str, after: list[Sentence]) -> list[Match]:
    said_before = [_NOT_SAID.sub("", one.span.of(earlier)) for one in before]
    said_after = [_NOT_SAID.sub("", one.span.of(later)) for one in after]
    pairs = _pairs(said_before, said_after)
    uses = Counter(place for place, _, _ in pairs)
    found = []
    for place, index, score in pairs:
        same = said_before[place] == said_after[index]
        relation = "split" if uses[place] > 1 else "kept" if same else "reworded"
        found.append(
            Match(
                earlier=before[place].span,
                later=after[index].span,
                relation=relation,  # type: ignore[arg-type]
                moved=False,
                score=1.0 if same else score,
                reason="exact" if same else "near",
            )
        )
    return found
