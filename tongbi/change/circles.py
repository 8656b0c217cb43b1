"""Among whom a place in a ranking is: a place among fewer is told as less."""

import re
from collections.abc import Iterator
from functools import cache

from tongbi import vocabulary
from tongbi.change.finding import Finding, band_of
from tongbi.change.reading import Reading
from tongbi.identity import normal_name
from tongbi.model import Observation
from tongbi.text import any_of


@cache
def _placed() -> re.Pattern[str]:
    verbs = any_of(vocabulary.change().rank.verbs)
    return re.compile(rf"(?:{verbs})(?!.*(?:{verbs}))(.*)$")


def among(reading: Reading, rank: Observation) -> tuple[str, str]:
    """Among whom a rank is (`全省县(市、区)`), and the words of the rank as quoted (`居全省县（市、区）第8位`)."""
    sentence = reading.evidence(rank.span)
    lead = reading.folded[max(sentence.start, rank.start - vocabulary.change().reach.peers) : rank.start]
    placed = _placed().search(lead)
    if not placed:
        return "", ""
    end = rank.end + (reading.folded[rank.end : rank.end + 1] in ("位", "名"))
    return placed[1], reading.report.text[rank.start - len(lead) + placed.start() : end]


def _breadth(peers: str) -> tuple[float, int]:
    """How wide a circle is: its area, and minus the words that make it narrower. -1 for no area named."""
    rank = vocabulary.change().rank
    area = max((size for word, size in rank.area.items() if word in peers), default=-1)
    return area, -sum(word in peers for word in rank.peers.narrow)


def _narrower(before: str, after: str) -> bool:
    (area, peers), (next_area, next_peers) = _breadth(before), _breadth(after)
    if min(area, next_area) > 0 and area != next_area:
        return next_area < area
    return next_peers < peers


def narrowed_ranks(before: Reading, after: Reading) -> Iterator[Finding]:
    """Ranks of one indicator that are now given among fewer."""
    ranks = {normal_name(one.indicator): one for one in after.report.observations if one.measure == "rank"}
    for old in before.report.observations:
        new = ranks.get(normal_name(old.indicator))
        if old.measure != "rank" or old.role != "actual" or not new or new.role != "actual":
            continue
        (circle, said), (circle_now, said_now) = among(before, old), among(after, new)
        if not circle or not circle_now or not _narrower(circle, circle_now):
            continue
        yield Finding(
            "rank_narrowed",
            band_of(old),
            new.indicator,
            said,
            said_now,
            before.evidence(old.span),
            after.evidence(new.span),
            f"peers:{circle}:{circle_now}",
            1.0,
            old.id,
            new.id,
        )
