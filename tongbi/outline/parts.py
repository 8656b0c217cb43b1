"""The parts of a report: opening, review, plan, closing, glossary.

Headings decide first: the boundary between review and plan is the place before which most headings of level 1 look back
and after which most look ahead. Where they leave it open (a heading names both, or topics only, or none stands at all)
the words of the paragraphs decide the same way: the boundary is where the sum of their leanings turns.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tongbi import vocabulary
from tongbi.model import Part, PartKind, Span
from tongbi.outline.headings import Heading
from tongbi.text import any_of

_RULES = vocabulary.outline()
_WORDS = _RULES.part
_REVIEW = re.compile("|".join(map(re.escape, _WORDS.review)))
_PLAN = re.compile("|".join(map(re.escape, _WORDS.plan)))
_REVIEW_PHRASE = re.compile("|".join(map(re.escape, _WORDS.review_phrases)))
_PLAN_PHRASE = re.compile("|".join(map(re.escape, _WORDS.plan_phrases)))
_EITHER = _WORDS.either
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_HINGE = _WORDS.hinge
_LEANING = _RULES.leaning
_LEANING_WORD = re.compile(any_of(_LEANING))
_ADDRESSES = ("各位代表", "同志们")
_LAST_CALL = re.compile(r"让我们[^。！!]*[！!。]?$")
_EXCLAIMED = re.compile(r"[^。]{12}!$")
_APPEAL = re.compile("|".join(_RULES.closing.appeal))

_HEADING_WEIGHT = 100_000.0
_HEADING_BONUS = 15.0
_HINGE_BONUS = 15.0
_LONGEST_CLOSING = 1200
# A review takes at least one part in so many of the text, a plan one in so many; in a long text so many characters do.
_SMALLEST_REVIEW, _SMALLEST_PLAN = 25, 12
_SHORTEST_REVIEW, _SHORTEST_PLAN = 800, 1200


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where each part begins, as offsets; -1 for a part that is not there."""

    review: int
    plan: int
    closing: int
    glossary: int


def _leaning(folded: str, span: Span) -> float:
    """Sum how far the words of `span` look ahead (above 0) or back (below 0)."""
    return sum(_LEANING[word] for word in _LEANING_WORD.findall(folded, span.start, span.end))


def _side(words: str, year: int | None) -> tuple[bool, bool]:
    """Tell whether a heading looks back, and whether it looks ahead."""
    back = bool(_REVIEW_PHRASE.search(words))
    words = _REVIEW_PHRASE.sub("", words)
    ahead = bool(_PLAN_PHRASE.search(words))
    words = _PLAN_PHRASE.sub("", words)
    years = [int(found) for found in _YEAR.findall(words)] if year else []
    back = back or bool(_REVIEW.search(words)) or any(year and one < year for one in years)
    ahead = (
        ahead
        or any(year and one == year for one in years)
        or (bool(_PLAN.search(words)) and not (back and not years and set(_PLAN.findall(words)) <= _EITHER))
    )
    return back, ahead


def plan_start(
    folded: str, blocks: Sequence[Span], headings: Sequence[tuple[Heading, int]], start: int, end: int, year: int | None
) -> int:
    """Find the offset between `start` and `end` where the plan begins; -1 where the text holds no plan."""
    top = [heading for heading, level in headings if level == 1 and heading.span.start < end]
    sides = [_side(heading.words, year) for heading in top]
    scores = [ahead - back for back, ahead in sides]
    mixed = [back and ahead for back, ahead in sides]
    marks = [(heading.span.start, score) for heading, score in zip(top, scores, strict=True)]
    tops = [heading.span.start for heading in top]
    opens = {heading.paragraph for heading in top}
    soonest = start + min((end - start) // _SMALLEST_REVIEW, _SHORTEST_REVIEW)
    places: dict[int, float] = {heading.span.start: _HEADING_BONUS for heading in top if heading.span.start > soonest}
    for index, block in enumerate(blocks):
        if not soonest < block.start < end:
            continue
        section = bisect_right(tops, block.start) - 1
        open_section = (section <= 0 and not (scores and scores[0])) or mixed[section] or section == len(top) - 1
        hinge = _HINGE_BONUS if _HINGE.match(folded, block.start, block.end) else 0.0
        if hinge and index - 1 in opens:
            places[blocks[index - 1].start] = _HEADING_BONUS + hinge
        elif open_section and hinge:
            places.setdefault(block.start, hinge)
    found = _turn(folded, blocks, places, marks, start, end) if any(scores) or places else -1
    if found >= 0:
        return found
    anywhere = {
        block.start: _HINGE_BONUS if _HINGE.match(folded, block.start, block.end) else 0.0
        for block in blocks
        if soonest < block.start < end
    }
    return _turn(folded, blocks, anywhere, [], start, end)


def _turn(
    folded: str,
    blocks: Sequence[Span],
    places: dict[int, float],
    scored: Sequence[tuple[int, int]],
    start: int,
    end: int,
) -> int:
    """Pick the place where headings, then words, turn from looking back to looking ahead; -1 where none does.

    `places` are the offsets to choose from, each with its bonus; `scored` are the offsets of headings, each with 1 for
    looking ahead, -1 for looking back.
    """
    inside = [Span(max(start, block.start), block.end) for block in blocks if start < block.end <= end]
    starts = [block.start for block in inside]
    words = list(accumulate((_leaning(folded, block) for block in inside), initial=0.0))
    headed = [at for at, _ in scored]
    headings = list(accumulate((score for _, score in scored), initial=0))
    shortest = min((end - start) // _SMALLEST_PLAN, _SHORTEST_PLAN)
    best, best_value = -1, float("-inf")
    for place, bonus in sorted(places.items()):
        back = words[bisect_left(starts, place)]
        turned = headings[-1] - 2 * headings[bisect_left(headed, place)]
        looks_ahead = words[-1] - back > 0 or turned > 0
        value = _HEADING_WEIGHT * turned + words[-1] - 2 * back + bonus
        if looks_ahead and value > best_value and end - place >= shortest:
            best, best_value = place, value
    return best


def closing_start(folded: str, blocks: Sequence[Span], plan: int, end: int) -> int:
    """Find the offset of the last appeal between `plan` and `end`; -1 where the report ends without one.

    It begins where a sentence turns to the hearers (`各位代表！`), or is the last paragraph where that calls on them.
    """
    reach = max(plan, end - _LONGEST_CLOSING)
    address = max(folded.rfind(words, reach, end) for words in _ADDRESSES)
    while address > reach:
        before = folded[reach:address].rstrip()
        if not before or before[-1] in "。!?”" or "\n" in folded[reach + len(before) : address]:
            return address if _APPEAL.search(folded, address, end) else -1
        address = max(folded.rfind(words, reach, address) for words in _ADDRESSES)
    last = next((block for block in reversed(blocks) if plan < block.start < end), None)
    if last is None or last.end - last.start >= _LONGEST_CLOSING:
        return -1
    calls = _LAST_CALL.search(folded, last.start, last.end) or _EXCLAIMED.search(folded, last.start, last.end)
    return last.start if calls else -1


def parts(bounds: Bounds, length: int) -> tuple[Part, ...]:
    """Lay the parts end to end over a text of `length` characters; what is empty is left out."""
    starts: list[tuple[PartKind, int]] = [("opening", 0)]
    places: list[tuple[PartKind, int]] = [
        ("review", bounds.review),
        ("plan", bounds.plan),
        ("closing", bounds.closing),
        ("glossary", bounds.glossary),
    ]
    starts += [(kind, place) for kind, place in places if place >= 0]
    ends = [start for _, start in starts[1:]] + [length]
    return tuple(Part(kind, Span(start, end)) for (kind, start), end in zip(starts, ends, strict=True) if start < end)
