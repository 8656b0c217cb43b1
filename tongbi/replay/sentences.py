"""Decisions on which sentences of two reports belong together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tongbi.anchors import sentence_at
from tongbi.decisions import Decisions, MatchCorrection
from tongbi.errors import Unanchored
from tongbi.model import Match, Orphan, Report, Span
from tongbi.replay.steps import each, once


@dataclass(frozen=True, slots=True)
class Given:
    """Sentences that a person joined or parted, by their spans (earlier, later), with the correction's id."""

    joined: dict[tuple[Span, Span], str]
    parted: dict[tuple[Span, Span], str]


def of_sentences(earlier: Report, later: Report, decisions: Decisions) -> tuple[Given, tuple[Orphan, ...]]:
    """Find the sentences that people joined or parted, for `tongbi.align.align`."""
    own = decisions.of_pair(later.region, earlier.session, later.session)
    given = Given({}, {})
    taken: dict[object, str] = {}

    def settle(one: MatchCorrection) -> None:
        ends = sentence_at(earlier, one.earlier), sentence_at(later, one.later)
        pair = (ends[0].span, ends[1].span)
        once(taken, pair, one)
        if ends[0].part != ends[1].part:
            raise Unanchored("other_part", detail=f"{ends[0].part}, {ends[1].part}")
        (given.joined if one.decision == "join" else given.parted)[pair] = one.id

    return given, tuple(each(own, MatchCorrection, settle))


def marked(matches: Iterable[Match], given: Given) -> tuple[Match, ...]:
    """Say of matches that people joined which correction did."""
    return tuple(
        replace(match, decided=given.joined[match.earlier, match.later])
        if (match.earlier, match.later) in given.joined
        else match
        for match in matches
    )
