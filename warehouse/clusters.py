"""Which matches stand together in one row of the compare page."""

from collections.abc import Sequence

from tongbi.model import Match, Sentence, Span

NEARBY = 3
"""Later sentences that continue one earlier sentence share a row if they are at most this many sentences apart.

Further apart, each stays in its own place in the later report and the earlier sentence is shown at both: one row
would tear the later report's order of reading.
"""


def clusters(matches: Sequence[Match], later: Sequence[Sentence]) -> list[int]:
    """Give the number of the row of each match, in the order of `matches`; equal numbers stand together.

    Matches of one later sentence always do, matches of one earlier sentence where their later sentences are near each
    other. `later` are the sentences of the later report, in reading order.
    """
    place = {sentence.span: index for index, sentence in enumerate(later)}
    root = list(range(len(matches)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    in_order = sorted(range(len(matches)), key=lambda index: matches[index].later)
    last_of_later: dict[Span, int] = {}
    last_of_earlier: dict[Span, int] = {}
    for index in in_order:
        match = matches[index]
        if (before := last_of_later.get(match.later)) is not None:
            root[find(index)] = find(before)
        before = last_of_earlier.get(match.earlier)
        if before is not None and _near(place, matches[before], match):
            root[find(index)] = find(before)
        last_of_later[match.later] = index
        last_of_earlier[match.earlier] = index
    return [find(index) for index in range(len(matches))]


def _near(place: dict[Span, int], one: Match, other: Match) -> bool:
    """Whether the later sentences of two matches are near enough for one row."""
    return place.get(other.later, 0) - place.get(one.later, 0) <= NEARBY
