"""Word edits of matched sentences, by diff-match-patch on tokens, and the words that no match kept."""

from collections.abc import Iterable, Sequence

from tongbi.model import Edit, Mark, Match, Span
from tongbi.words import Engine, words

_PRIVATE = 0xF0000
_KINDS = {-1: "delete", 0: "equal", 1: "insert"}


def edits(earlier_text: str, later_text: str, match: Match, engine: Engine = "rjieba") -> tuple[Edit, ...]:
    """Runs of equal, deleted and inserted words, in reading order; the spans are offsets into either report."""
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    before = words(match.earlier.of(earlier_text), engine)
    after = words(match.later.of(later_text), engine)
    codes: dict[str, str] = {}
    for word in (*before, *after):
        codes.setdefault(word, chr(_PRIVATE + len(codes)))
    runs = differ.diff_main("".join(map(codes.__getitem__, before)), "".join(map(codes.__getitem__, after)), False)
    differ.diff_cleanupSemantic(runs)
    lengths = {code: len(word) for word, code in codes.items()}
    found = []
    left, right = match.earlier.start, match.later.start
    for kind, run in runs:
        length = sum(lengths[code] for code in run)
        span_before = Span(left, left + length) if kind <= 0 else None
        span_after = Span(right, right + length) if kind >= 0 else None
        left += length if kind <= 0 else 0
        right += length if kind >= 0 else 0
        found.append(Edit(_KINDS[kind], span_before, span_after))  # type: ignore[arg-type]
    return tuple(found)


def kept_share(found: Iterable[Edit]) -> float:
    """Share of the characters of the longer side that stayed equal, 0..1; 1 where both sides are empty."""
    lengths = {"equal": 0, "delete": 0, "insert": 0}
    for edit in found:
        span = edit.earlier or edit.later
        if span:
            lengths[edit.kind] += span.end - span.start
    longer = lengths["equal"] + max(lengths["delete"], lengths["insert"])
    return lengths["equal"] / longer if longer else 1.0


def marks(matches: Sequence[Match], edited: Sequence[Sequence[Edit]]) -> tuple[Mark, ...]:
    """For each matched sentence the words that none of its matches kept, sorted by side and place."""
    found: list[Mark] = []
    for side in ("earlier", "later"):
        kept: dict[Span, set[int]] = {}
        for match, runs in zip(matches, edited, strict=True):
            places = kept.setdefault(getattr(match, side), set())
            for edit in runs:
                span = getattr(edit, side)
                if edit.kind == "equal" and span:
                    places.update(range(span.start, span.end))
        for sentence in sorted(kept):
            found += _lost(side, sentence, kept[sentence])
    return tuple(found)


def _lost(side: str, sentence: Span, kept: set[int]) -> list[Mark]:
    found: list[Mark] = []
    start = None
    for place in range(sentence.start, sentence.end + 1):
        lost = place < sentence.end and place not in kept
        if lost and start is None:
            start = place
        elif not lost and start is not None:
            found.append(Mark(side, sentence, Span(start, place)))  # type: ignore[arg-type]
            start = None
    return found
