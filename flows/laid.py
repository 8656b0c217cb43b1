"""Two compared reports laid side by side, in the reading order of the later one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from flows.rows import section_name
from tongbi.model import Comparison, Edit, Mark, Match, PartKind, Report, Sentence, Span

RowRelation = Literal["kept", "reworded", "split", "merged", "added", "dropped"]

TOO_LITTLE_KEPT = 1 / 3
"""Where less of the words stayed, marks only make noise: both sides are shown plain, as rewritten."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence's text; `marked` where no match kept it."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words of two sentences read as one."""

    kind: Literal["equal", "delete", "insert"]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of one side. `again`: it stands in a row further up as well."""

    sentence: Sentence
    pieces: tuple[Piece, ...]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """What belongs together on both sides, with the matches that join it.

    `kept_share` is the part of all characters that no mark strikes or adds. `runs` are the two sentences read as one
    where each continues nothing but the other, else empty. `elsewhere` are later sentences, in other rows, that
    continue one of the earlier ones as well. `routine`: only years, congresses or ordinals are other ones, in place.
    """

    relation: RowRelation
    matches: tuple[Match, ...]
    kept_share: float
    earlier: tuple[Line, ...]
    later: tuple[Line, ...]
    runs: tuple[Run, ...] = ()
    elsewhere: tuple[Sentence, ...] = ()
    routine: bool = False

    @property
    def moved(self) -> bool:
        """Whether what stands here stood elsewhere."""
        return any(match.moved for match in self.matches)

    @property
    def stayed(self) -> bool:
        """Whether nothing happened to it."""
        return self.relation == "kept" and not self.moved

    @property
    def rewritten(self) -> bool:
        """Whether so little stayed that word marks would only make noise."""
        return bool(self.earlier and self.later) and self.kept_share < TOO_LITTLE_KEPT


def section_of(comparison: Comparison, row: Laid) -> tuple[str, str]:
    """The side and the heading under which a row stands: the later report's, for what was dropped the earlier's."""
    side, report = ("later", comparison.later) if row.later else ("earlier", comparison.earlier)
    return side, section_name(report, (row.later or row.earlier)[0].sentence.section)


def headings(comparison: Comparison, rows: Iterable[Laid]) -> list[tuple[str, str]]:
    """The heading for each row, as `section_of` gives it.

    A dropped sentence stays under the heading above it where others of its section were continued there.
    """
    found: list[tuple[str, str]] = []
    continued: set[int] = set()
    for row in rows:
        if row.later or not found or row.earlier[0].sentence.section not in continued:
            now = section_of(comparison, row)
            if not found or now != found[-1]:
                continued = set()
            found.append(now)
        else:
            found.append(found[-1])
        continued |= {line.sentence.section for line in row.earlier}
    return found


def moved_from(comparison: Comparison, row: Laid) -> tuple[str, ...]:
    """The headings of the earlier report under which stood what moved here."""
    spans = {match.earlier for match in row.matches if match.moved}
    sections = dict.fromkeys(line.sentence.section for line in row.earlier if line.sentence.span in spans)
    return tuple(section_name(comparison.earlier, section) for section in sections)


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


def _runs(comparison: Comparison, edits: Iterable[Edit]) -> Iterator[Run]:
    """Give the edits of one match as text, in the order in which they are read."""
    for edit in edits:
        span, text = (edit.later, comparison.later.text) if edit.later else (edit.earlier, comparison.earlier.text)
        if span and (said := _joined(span.of(text))):
            yield Run(edit.kind, said)


def _row(matches: list[Match], earlier: list[Line], later: list[Line]) -> Laid:
    relation: RowRelation = matches[0].relation
    if len(later) > 1:
        relation = "split"
    elif len(earlier) > 1:
        relation = "merged"
    return Laid(
        relation,
        tuple(matches),
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
            rows[-1] = _row(
                [*rows[-1].matches, *matches], list(rows[-1].earlier), [*rows[-1].later, after.line(sentence)]
            )
        elif here:
            lines = [before.line(earlier[span], again=span in shown) for span in here]
            rows.append(_row(matches, lines, [after.line(sentence)]))
        else:
            rows.append(Laid("added", (), 0.0, (), (_plain(after.line(sentence)),)))
        spans = here
        shown.update(here)
    return _with_dropped(comparison, part, before, _read_as_one(comparison, rows))


def _read_as_one(comparison: Comparison, rows: Iterable[Laid]) -> list[Laid]:
    """The rows, each with its runs, or with the sentences elsewhere that share an earlier one with it."""
    edits = dict(zip(comparison.matches, comparison.edits, strict=True))
    sentences = {sentence.span: sentence for sentence in comparison.later.sentences}
    continued: dict[Span, list[Span]] = {}
    for match in comparison.matches:
        continued.setdefault(match.earlier, []).append(match.later)
    renumbered = {(one.earlier, one.later) for one in comparison.changes if one.kind == "routine"}
    found = []
    for row in rows:
        if len(row.matches) == 1 and not row.moved:
            row = replace(row, routine=(row.matches[0].earlier, row.matches[0].later) in renumbered)
        here = {line.sentence.span for line in row.later}
        others = {span for line in row.earlier for span in continued[line.sentence.span]} - here
        if len(row.matches) == 1 and not others:
            row = replace(row, runs=tuple(_runs(comparison, edits[row.matches[0]])))
        found.append(replace(row, elsewhere=tuple(sentences[span] for span in sorted(others))))
    return found


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
            gone = Laid("dropped", (), 0.0, (_plain(before.line(sentence)),), ())
            behind.setdefault(neighbour, []).append(gone)
    laid_out = list(behind.get(-1, ()))
    for index, row in enumerate(rows):
        laid_out += [row, *behind.get(index, ())]
    return laid_out
