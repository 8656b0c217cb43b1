"""Two compared reports laid side by side, in the reading order of the later one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tongbi.model import Comparison, Mark, Match, PartKind, Report, Sentence, Span

RowRelation = Literal["kept", "reworded", "split", "merged", "added", "dropped"]

TOO_LITTLE_KEPT = 1 / 3
"""Where less of the words stayed, marks only make noise: both sides are shown plain, as rewritten."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence's text; `marked` where no match kept it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of one side. `again`: it stands in a row further up as well."""

    sentence: Sentence
    pieces: tuple[Piece, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """What belongs together on both sides. `kept_share` is the part of all characters that no mark strikes or adds."""

    relation: RowRelation
    moved: bool
    kept_share: float
    earlier: tuple[Line, ...]
    later: tuple[Line, ...]

    @property
    def rewritten(self) -> bool:
        """Whether so little stayed that word marks would only make noise."""
        return bool(self.earlier and self.later) and self.kept_share < TOO_LITTLE_KEPT


def _pieces(text: str, sentence: Span, marks: Iterable[Span]) -> Iterator[Piece]:
    """The sentence cut at its marks. Line ends inside it are those of the document, not of the sentence."""
    at = sentence.start
    for mark in sorted(marks):
        if at < mark.start:
            yield Piece(_joined(text[at : mark.start]), marked=False)
        yield Piece(_joined(mark.of(text)), marked=True)
        at = mark.end
    if at < sentence.end:
        yield Piece(_joined(text[at : sentence.end]), marked=False)


def _joined(text: str) -> str:
    return "".join(text.splitlines())


class _Side:
    """The sentences of one report with the marks on them."""

    def __init__(self, report: Report, marks: Iterable[Mark], side: str) -> None:
        self.report = report
        self.marks: dict[Span, list[Span]] = {}
        for mark in marks:
            if mark.side == side:
                self.marks.setdefault(mark.sentence, []).append(mark.span)

    def line(self, sentence: Sentence, *, again: bool = False) -> Line:
        marks = self.marks.get(sentence.span, ())
        return Line(sentence, tuple(_pieces(self.report.text, sentence.span, marks)), again)


def _kept_share(lines: Iterable[Line]) -> float:
    pieces = [piece for line in lines for piece in line.pieces]
    characters = sum(len(piece.text) for piece in pieces)
    return 1 - sum(len(piece.text) for piece in pieces if piece.marked) / characters if characters else 1.0


def _row(matches: list[Match], earlier: list[Line], later: list[Line]) -> Laid:
    relation: RowRelation = matches[0].relation
    if len(later) > 1:
        relation = "split"
    elif len(earlier) > 1:
        relation = "merged"
    return Laid(
        relation,
        any(match.moved for match in matches),
        _kept_share([*earlier, *later]),
        tuple(earlier),
        tuple(later),
    )


def laid(comparison: Comparison, part: PartKind) -> list[Laid]:
    """The rows of one part: sentences that continue each other, what is new, and what was dropped after its neighbour.

    An earlier sentence stands beside all later ones that continue it where these follow each other; where they are
    apart it stands again, marked so.
    """
    before = _Side(comparison.earlier, comparison.marks, "earlier")
    after = _Side(comparison.later, comparison.marks, "later")
    sources: dict[Span, list[Match]] = {}
    for match in comparison.matches:
        sources.setdefault(match.later, []).append(match)
    earlier = {sentence.span: sentence for sentence in comparison.earlier.sentences}
    shown: set[Span] = set()
    rows: list[Laid] = []
    spans: list[Span] = []  # what stands in the last row, on the earlier side
    for sentence in comparison.later.sentences:
        if sentence.part != part:
            continue
        matches = sorted(sources.get(sentence.span, ()), key=lambda match: match.earlier)
        here = [match.earlier for match in matches]
        if here and here == spans:
            rows[-1] = _row(matches, list(rows[-1].earlier), [*rows[-1].later, after.line(sentence)])
        elif here:
            lines = [before.line(earlier[span], again=span in shown) for span in here]
            rows.append(_row(matches, lines, [after.line(sentence)]))
        else:
            rows.append(Laid("added", False, 0.0, (), (_plain(after.line(sentence)),)))
        spans = here
        shown.update(here)
    return _with_dropped(comparison, part, before, rows)


def _plain(line: Line) -> Line:
    """A sentence that stands alone: all of it is new or gone, so no word of it is marked."""
    return replace(line, pieces=(Piece("".join(piece.text for piece in line.pieces), marked=False),))


def _with_dropped(comparison: Comparison, part: PartKind, before: _Side, rows: list[Laid]) -> list[Laid]:
    """The rows with the dropped sentences, each behind the row of the sentence that it followed."""
    place: dict[Span, int] = {}
    for index, row in enumerate(rows):
        for line in row.earlier:
            place.setdefault(line.sentence.span, index)
    matched = {match.earlier for match in comparison.matches}
    behind: dict[int, list[Laid]] = {}
    neighbour = -1
    for sentence in comparison.earlier.sentences:
        if sentence.part != part:
            continue
        neighbour = place.get(sentence.span, neighbour)
        if sentence.span not in matched:
            gone = Laid("dropped", False, 0.0, (_plain(before.line(sentence)),), ())
            behind.setdefault(neighbour, []).append(gone)
    laid_out = list(behind.get(-1, ()))
    for index, row in enumerate(rows):
        laid_out += [row, *behind.get(index, ())]
    return laid_out
