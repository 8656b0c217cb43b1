"""Word edits of matched sentences, by diff-match-patch on words, and the words that no match kept.

Each word is one private code point, as in diff-match-patch's own line mode, so that no run begins or ends inside a word
or a number. Its time limit is off: with it, a result depends on how fast the machine is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from tongbi.model import Edit, Mark, Match, Span
from tongbi.words import Engine, words

_FIRST_PRIVATE = 0xF0000
_DELETE, _INSERT, _EQUAL = -1, 1, 0
_KINDS: dict[int, Literal["equal", "delete", "insert"]] = {_DELETE: "delete", _EQUAL: "equal", _INSERT: "insert"}
_RUN = re.compile(rb"\x01+")

Side = Literal["earlier", "later"]
_SIDES: tuple[Side, Side] = ("earlier", "later")

Runs = list[tuple[int, str]]


def edits(earlier_text: str, later_text: str, match: Match, engine: Engine = "rjieba") -> tuple[Edit, ...]:
    """Find the runs of equal, deleted and inserted words of a match, in reading order.

    Spans are offsets into either report. The runs of a side, joined, are its sentence; equal runs have the same text on
    both sides. Between two equal runs stands at most one deletion, then at most one insertion. A line end inside a
    sentence is a word of its own: where only one side has it, it is deleted or inserted, and `marks` passes over it.
    """
    before, after = words(match.earlier.of(earlier_text), engine), words(match.later.of(later_text), engine)
    codes: dict[str, str] = {}
    for word in (*before, *after):
        codes.setdefault(word, chr(_FIRST_PRIVATE + len(codes)))
    lengths = {code: len(word) for word, code in codes.items()}
    runs = _runs("".join([codes[word] for word in before]), "".join([codes[word] for word in after]))
    runs = _without_combs(runs, lengths)
    left, right = match.earlier.start, match.later.start
    found = []
    for kind, run in runs:
        length = sum([lengths[code] for code in run])
        one = Span(left, left + length) if kind != _INSERT else None
        other = Span(right, right + length) if kind != _DELETE else None
        left, right = (one.end if one else left), (other.end if other else right)
        found.append(Edit(_KINDS[kind], one, other))
    return tuple(found)


@cache
def _differ() -> Any:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ


def _runs(before: str, after: str) -> Runs:
    """Compare two rows of codes; what stands on one side only cannot be kept, and the search leaves it out."""
    if before == after:
        return [(_EQUAL, before)] if before else []
    differ = _differ()
    common = set(before) & set(after)
    own = [place for place, code in enumerate(before) if code in common]
    other = [place for place, code in enumerate(after) if code in common]
    found = differ.diff_main(
        "".join([before[place] for place in own]), "".join([after[place] for place in other]), False
    )
    kept, left, right = [], 0, 0
    for kind, run in found:
        if kind == _EQUAL:
            kept += list(zip(own[left : left + len(run)], other[right : right + len(run)], strict=True))
        left += len(run) if kind != _INSERT else 0
        right += len(run) if kind != _DELETE else 0
    return _around(kept, before, after)


def _around(kept: Sequence[tuple[int, int]], before: str, after: str) -> Runs:
    """Write the runs that leave the codes at the places `kept` equal."""
    runs: Runs = []
    ends = [(-1, -1), *kept, (len(before), len(after))]
    for (left, right), (next_left, next_right) in pairwise(ends):
        gone, new = before[left + 1 : next_left], after[right + 1 : next_right]
        runs += [(kind, run) for kind, run in ((_DELETE, gone), (_INSERT, new)) if run]
        same = before[next_left : next_left + 1]
        if same and runs and runs[-1][0] == _EQUAL:
            runs[-1] = (_EQUAL, runs[-1][1] + same)
        elif same:
            runs.append((_EQUAL, same))
    return runs


def _without_combs(runs: Runs, lengths: Mapping[str, int]) -> Runs:
    """Give up what is kept between two changes where it is a lone mark or character: `、` and 的 are kept by chance."""
    smooth: Runs = []
    gone = new = ""
    for place, (kind, run) in enumerate(runs):
        by_chance = 0 < place < len(runs) - 1 and sum([lengths[code] for code in run]) == 1
        if kind == _EQUAL and not by_chance:
            smooth += [(side, text) for side, text in ((_DELETE, gone), (_INSERT, new)) if text]
            smooth.append((_EQUAL, run))
            gone = new = ""
        else:
            gone += run if kind != _INSERT else ""
            new += run if kind != _DELETE else ""
    return smooth + [(side, text) for side, text in ((_DELETE, gone), (_INSERT, new)) if text]


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
        for sentence in sorted(lost):
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
