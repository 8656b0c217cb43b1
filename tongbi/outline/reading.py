"""The outline of one report, put together from its pieces."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tongbi.errors import NotAReport
from tongbi.model import Part, Section, Sentence, Span, Term
from tongbi.outline.annex import annex_start, opens_annex
from tongbi.outline.extents import extents
from tongbi.outline.genre import is_abridged, refuse_other_texts
from tongbi.outline.glossary import terms
from tongbi.outline.headings import Heading, candidates, leads
from tongbi.outline.levels import levels
from tongbi.outline.opening import opening
from tongbi.outline.parts import Bounds, closing_start, parts, plan_start
from tongbi.outline.years import arabic_years, report_year
from tongbi.text import flat, fold, paragraphs, sentences

_TITLE_MARKS = "()[]【】※*:# "
_ANNEX_WORD = re.compile(r"[()\[\]【】※*:#\s]*(?:附[件录]?\s*:\s*)?")
_ADDRESS = ("各位代表", "同志们", "各位委员")


@dataclass(frozen=True, slots=True)
class Outline:
    """A report without its numbers. `region` is "" where the text does not name it; fields as in `model.Report`."""

    region: str
    year: int
    title: str
    delivered: date | None
    speaker: str
    meeting: str
    abridged: bool
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]


def outline(text: str, region: str | None = None, year: int | None = None) -> Outline:
    """Read the outline of one report; `region` and `year` override what the text says.

    Raises `NotAReport` where the text is no whole work report: `empty`, `too_short`, `not_a_report`, `no_plan`, or
    `no_year` where neither the text nor the caller names the year.
    """
    folded = arabic_years(fold(text))
    blocks = paragraphs(text)
    refuse_other_texts(folded, blocks)
    cut = [sentences(text, block) for block in blocks]
    front = opening(folded, blocks, cut)
    first = bisect_right([block.end for block in blocks], front.end)
    annex = annex_start(folded, blocks)
    addresses = [place for place, block in enumerate(blocks) if folded.startswith(_ADDRESS, block.start)]
    headings = _headings(folded, cut, addresses, first, annex)
    said = year or report_year(folded, front, headings)
    end = blocks[annex].start if annex < len(blocks) else len(text)
    plan = plan_start(folded, blocks[:annex], headings, front.end, end, said)
    if plan < 0:
        raise NotAReport("no_plan", detail="没有找到今年工作安排的部分；可能只是报告的一部分")
    if said is None:
        raise NotAReport("no_year", detail="文中没有写明年份；请用 --year 指明")
    bounds = Bounds(
        review=front.end,
        plan=plan,
        closing=closing_start(folded, blocks[:annex], plan, end),
        glossary=end if annex < len(blocks) else -1,
    )
    laid = parts(bounds, len(text))
    if bounds.closing >= 0:
        headings = [(heading, level) for heading, level in headings if heading.span.start < bounds.closing]
    if annex < len(blocks) and opens_annex(folded, blocks[annex]):
        headings.append((_annex_heading(folded, blocks[annex], annex), 1))
    sections = _sections(text, blocks, addresses, headings, laid)
    return Outline(
        region=region or front.region,
        year=said,
        title=front.title,
        delivered=front.delivered,
        speaker=front.speaker,
        meeting=front.meeting,
        abridged=is_abridged(folded, bounds.closing >= 0, said),
        parts=laid,
        sections=sections,
        sentences=_sentences(text, cut, headings, sections, laid),
        terms=terms(text, folded, blocks[annex:]),
    )


def _headings(
    folded: str, cut: Sequence[Sequence[Span]], addresses: Sequence[int], first: int, last: int
) -> list[tuple[Heading, int]]:
    """Find the headings of paragraphs `first` to `last` with their levels."""
    found = candidates(folded, cut, first, last)
    found = sorted([*found, *leads(folded, cut, found, last)], key=lambda heading: heading.span)
    return levels(found, addresses)


def _annex_heading(folded: str, block: Span, paragraph: int) -> Heading:
    """Make a heading of an annex's title, without its marks and the word that says it is an annex (`附：`)."""
    words = folded[block.start : block.end].rstrip(_TITLE_MARKS)
    word = _ANNEX_WORD.match(words)
    said = Span(block.start + (word.end() if word else 0), block.start + len(words))
    return Heading(block, said, said.of(folded), "", "line", paragraph, True, True, True)


def _part_at(laid: Sequence[Part], offset: int) -> Part:
    return laid[bisect_right(laid, offset, key=lambda part: part.span.start) - 1]


def _sections(
    text: str,
    blocks: Sequence[Span],
    addresses: Sequence[int],
    headings: Sequence[tuple[Heading, int]],
    laid: Sequence[Part],
) -> tuple[Section, ...]:
    walls = [part.span.start for part in laid if part.kind in ("closing", "glossary")] + [laid[-1].span.end]
    ends = extents(blocks, addresses, headings, walls)
    return tuple(
        Section(
            heading.number,
            flat(text, heading.said),
            level,
            _part_at(laid, heading.span.start).kind,
            Span(heading.span.start, end),
        )
        for (heading, level), end in zip(headings, ends, strict=True)
    )


def _sentences(
    text: str,
    cut: Sequence[Sequence[Span]],
    headings: Sequence[tuple[Heading, int]],
    sections: Sequence[Section],
    laid: Sequence[Part],
) -> tuple[Sentence, ...]:
    """Cut the sentences anew where a heading or a part begins or ends inside one, and place each in its section."""
    whole = {heading.span for heading, _ in headings if heading.whole}
    breaks = sorted({edge for span in whole for edge in (span.start, span.end)} | {part.span.start for part in laid})
    starts = [part.span.start for part in laid]
    found = []
    open_sections: list[int] = []
    next_section = 0
    for paragraph, spans in enumerate(cut):
        for span in spans:
            for piece in _broken(text, span, breaks):
                while next_section < len(sections) and sections[next_section].span.start <= piece.start:
                    open_sections.append(next_section)
                    next_section += 1
                while open_sections and sections[open_sections[-1]].span.end <= piece.start:
                    open_sections.pop()
                part = laid[bisect_right(starts, piece.start) - 1].kind
                section = open_sections[-1] if open_sections else -1
                found.append(Sentence(piece, part, section, paragraph, piece in whole))
    return tuple(found)


def _broken(text: str, span: Span, breaks: Sequence[int]) -> list[Span]:
    """Split a sentence, itself trimmed, at the breaks inside it; the pieces are trimmed of outer whitespace."""
    inside = breaks[bisect_right(breaks, span.start) : bisect_right(breaks, span.end - 1)]
    if not inside:
        return [span]
    edges = [span.start, *inside, span.end]
    found = []
    for start, end in itertools.pairwise(edges):
        words = text[start:end]
        bare = words.strip()
        if bare:
            begin = start + len(words) - len(words.lstrip())
            found.append(Span(begin, begin + len(bare)))
    return found
