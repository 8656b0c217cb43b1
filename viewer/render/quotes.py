"""Figures in their paragraphs: what is quoted, where it stands, how to cite it, the way there."""

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.address import Address
from viewer.render.frame import invented, read_link
from viewer.render.markup import Html, join, tag, text
from viewer.wording import Words
from warehouse.answers import Evidence

QUOTED = 70
"""Characters of a paragraph shown on either side of a figure; the whole of it is one link away."""
CLAUSE_ENDS = "，；。！？：\n"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quote:
    """Figures that are read in one passage: amount and growth of one result often stand side by side."""

    label: str
    figures: tuple[Evidence, ...]


def gathered(found: Sequence[tuple[str, Evidence]]) -> list[Quote]:
    """Quotes of figures (each with its label), those of one label and paragraph as one quote, in the given order."""
    quotes: list[Quote] = []
    for label, one in found:
        last = quotes[-1] if quotes else None
        if last and last.label == label and _together(last.figures[-1], one):
            quotes[-1] = Quote(label, tuple(sorted((*last.figures, one), key=lambda figure: figure.start)))
        else:
            quotes.append(Quote(label, (one,)))
    return quotes


def _together(one: Evidence, other: Evidence) -> bool:
    same = (one.region, one.session, one.span.start - one.start) == (
        other.region,
        other.session,
        other.span.start - other.start,
    )
    return same and abs(one.start - other.start) <= QUOTED


def passage(paragraph: str, places: Sequence[Place]) -> list[tuple[str, bool]]:
    """The paragraph about some places of it, as pieces that are marked or not; cut at a clause where it is long."""
    first, last = min(start for start, _ in places), max(end for _, end in places)
    begin, end = _begin(paragraph, first), _end(paragraph, last)
    pieces: list[tuple[str, bool]] = [("…", False)] if begin else []
    at = begin
    for start, stop in sorted(places):
        if start < at:
            continue
        pieces += [(paragraph[at:start], False), (paragraph[start:stop], True)]
        at = stop
    pieces.append((paragraph[at:end], False))
    return [*pieces, ("…", False)] if end < len(paragraph) else pieces


def _begin(paragraph: str, first: int) -> int:
    if first <= QUOTED:
        return 0
    earliest = first - QUOTED
    return next((at + 1 for at in range(earliest, first - 1) if paragraph[at] in CLAUSE_ENDS), earliest)


def _end(paragraph: str, last: int) -> int:
    if len(paragraph) - last <= QUOTED:
        return len(paragraph)
    latest = last + QUOTED
    return next((at + 1 for at in range(latest - 1, last, -1) if paragraph[at] in CLAUSE_ENDS), latest)


def joined(written: str) -> str:
    """The text without the line ends at which a line was broken in mid-sentence."""
    return "".join(line.strip() for line in written.split("\n"))


def marked(paragraph: str, places: Sequence[Place]) -> Html:
    """The passage about some places, these marked."""
    pieces = passage(paragraph, places)
    return join(*(tag("mark", joined(piece)) if is_marked else text(joined(piece)) for piece, is_marked in pieces))


def quoted(quote: Quote, address: Address, words: Words) -> Html:
    """A quote with its place, its citation to copy and the way there."""
    one = quote.figures[0]
    place = words("site.joiner").join([words("evidence.of", session=one.session), *one.sections])
    label = words(f"evidence.{quote.label}")
    return join(
        tag(
            "blockquote",
            tag("cite", tag("b", label), f"{words('site.joiner')}{place}", invented(words) if one.fictional else None),
            marked(one.paragraph, [(figure.start, figure.end) for figure in quote.figures]),
        ),
        tag("p", one.citation, cls="citation"),
        tag(
            "div",
            tag(
                "button",
                words("evidence.copy_citation"),
                cls="link",
                type="button",
                data_copy=one.citation,
                data_done=words("evidence.copied"),
            ),
            read_link(address, one.session, one.span.start, quote.figures[-1].span.end, words),
            cls="tb-actions",
        ),
    )
