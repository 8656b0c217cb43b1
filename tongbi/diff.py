"""Word edits of matched sentences, by diff-match-patch on words, and the words that no match kept.

Each word is one private code point, as in diff-match-patch's own line mode, so that no run begins or ends inside a word
or a number. Its time limit is off: with it, a result depends on how fast the machine is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, count, repeat
from typing import Any, Literal

from tongbi.model import Edit, Mark, Match, Span
from tongbi.words import Engine, words

_FIRST_PRIVATE = 0xF0000
_DELETE, _INSERT, _EQUAL = -1, 1, 0
_RUN = re.compile(rb"\x01+")

Side = Literal["earlier", "later"]
_SIDES: tuple[Side, Side] = ("earlier", "later")


# Words that are kept: their first place on either side, and how many they are.
Block = tuple[int, int, int]


def edits(earlier_text: str, later_text: str, match: Match, engine: Engine = "rjieba") -> tuple[Edit, ...]:
    """Find the runs of equal, deleted and inserted words of a match, in reading order.

    Spans are offsets into either report. The runs of a side, joined, are its sentence; equal runs have the same text on
    both sides. Between two equal runs stands at most one deletion, then at most one insertion. A line end inside a
    sentence is a word of its own: where only one side has it, it is deleted or inserted, and `marks` passes over it.
    """
    before, after = words(match.earlier.of(earlier_text), engine), words(match.later.of(later_text), engine)
    if before == after and before:
        return (Edit("equal", match.earlier, match.later),)
    left = list(accumulate(map(len, before), initial=match.earlier.start))
    right = list(accumulate(map(len, after), initial=match.later.start))
    found: list[Edit] = []
    here = there = 0
    for earlier, later, size in (*_without_combs(_kept(before, after), before, after), (len(before), len(after), 0)):
        if earlier > here:
            found.append(Edit("delete", Span(left[here], left[earlier]), None))
        if later > there:
            found.append(Edit("insert", None, Span(right[there], right[later])))
        here, there = earlier + size, later + size
        if size:
            found.append(Edit("equal", Span(left[earlier], left[here]), Span(right[later], right[there])))
    return tuple(found)


@cache
def _differ() -> Any:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ


def _kept(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """Find the words that are kept; what stands on one side only cannot be, and the search leaves it out."""
    common = set(after).intersection(before)
    if not common:
        return []
    own = [place for place, word in enumerate(before) if word in common]
    other = [place for place, word in enumerate(after) if word in common]
    codes = dict(zip(common, map(chr, count(_FIRST_PRIVATE)), strict=False)).get
    codes_before, codes_after = ("".join(map(codes, side, repeat(""))) for side in (before, after))
    if codes_before == codes_after:
        return _blocks(own, other)
    blocks: list[Block] = []
    left = right = 0
    for kind, run in _differ().diff_main(codes_before, codes_after, False):
        size = len(run)
        if kind == _EQUAL:
            blocks += _blocks(own[left : left + size], other[right : right + size])
        left += size if kind != _INSERT else 0
        right += size if kind != _DELETE else 0
    return blocks


def _blocks(own: Sequence[int], other: Sequence[int]) -> list[Block]:
    """Join the places of words that follow each other on both sides."""
    many = len(own)
    if own[-1] - own[0] == other[-1] - other[0] == many - 1:
        return [(own[0], other[0], many)]
    found: list[Block] = []
    start, size = (own[0], other[0]), 0
    for pair in zip(own, other, strict=True):
        if pair != (start[0] + size, start[1] + size):
            found.append((*start, size))
            start, size = pair, 0
        size += 1
    found.append((*start, size))
    return found


def _without_combs(kept: Sequence[Block], before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """Give up what is kept between two changes where it is a lone mark or character: `、` and 的 are kept by chance."""
    first, last = (0, 0), (len(before) - 1, len(after) - 1)
    return [
        (earlier, later, size)
        for earlier, later, size in kept
        if size > 1 or len(before[earlier]) > 1 or (earlier, later) in (first, last)
    ]


def kept_share(found: Iterable[Edit]) -> float:
    """Give the share of the longer side's characters that stayed equal, 0..1; 1 where both sides are empty."""
    lengths: Counter[str] = Counter()
    for edit in found:
        span = edit.earlier or edit.later
        lengths[edit.kind] += span.end - span.start if span else 0
    longer = lengths["equal"] + max(lengths["delete"], lengths["insert"])
    return lengths["equal"] / longer if longer else 1.0


def marks(
    matches: Sequence[Match], edited: Sequence[Sequence[Edit]], texts: tuple[str, str] = ("", "")
) -> tuple[Mark, ...]:
    """Mark in each matched sentence the words that none of its matches kept, by side and place.

    `edited` holds the edits of each of `matches`: where one sentence became two, a word that either of them kept is not
    lost. `texts` are those of the earlier and the later report; where given, a line end alone is not marked.
    """
    found: list[Mark] = []
    for side, text in zip(_SIDES, texts, strict=True):
        lost = _lost(side, matches, edited)
        for sentence in sorted(lost, key=lambda span: (span.start, span.end)):
            for run in _RUN.finditer(lost[sentence]):
                span = Span(sentence.start + run.start(), sentence.start + run.end())
                if not span.of(text).isspace():
                    found.append(Mark(side, sentence, span))
    return tuple(found)


def _lost(side: Side, matches: Sequence[Match], edited: Sequence[Sequence[Edit]]) -> dict[Span, bytearray]:
    """Give each matched sentence of a side a byte for each of its characters: 1 where no match kept it."""
    lost: dict[Span, bytearray] = {}
    for match, runs in zip(matches, edited, strict=True):
        sentence = match.earlier if side == "earlier" else match.later
        flags = lost.setdefault(sentence, bytearray(b"\1" * (sentence.end - sentence.start)))
        for edit in runs:
            span = edit.earlier if side == "earlier" else edit.later
            if edit.kind == "equal" and span:
                flags[span.start - sentence.start : span.end - sentence.start] = bytes(span.end - span.start)
    return lost
