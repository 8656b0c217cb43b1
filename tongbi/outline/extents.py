"""How far the text of each heading reaches."""

from bisect import bisect_right
from collections.abc import Sequence

from tongbi.model import Span
from tongbi.outline.headings import Heading

_FEWEST_SIBLINGS = 3


def extents(
    blocks: Sequence[Span], addresses: Sequence[int], headings: Sequence[tuple[Heading, int]], walls: Sequence[int]
) -> list[int]:
    """Give the offset where each heading's section ends; `walls` are offsets, in order, that no section passes.

    `addresses` are the indexes of the paragraphs (in `blocks`) where the report turns to its hearers.

    A section reaches to the next heading of its level or above. It ends sooner where its text does: a lead with its
    paragraph, a subsection before the report turns to its hearers (`各位代表，……`), and the last of several subsections
    of one paragraph each with its one paragraph. Sections under a heading always lie within it.
    """
    ends = [
        min(end, walls[bisect_right(walls, heading.span.start)]) for (heading, _), end in _reach(headings, walls[-1])
    ]
    inner = _last_inner(headings, ends)
    addressed = [blocks[paragraph].start for paragraph in addresses]
    for place, (heading, level) in enumerate(headings):
        if level > 1 and (following := bisect_right(addressed, inner[place])) < len(addressed):
            ends[place] = min(ends[place], addressed[following])
        if heading.style in ("lead", "dash") and not heading.own_line:
            ends[place] = min(ends[place], blocks[heading.paragraph].end)
    for place in _last_of_equals(headings):
        heading = headings[place][0]
        if inner[place] == heading.span.start:
            body = min(heading.paragraph + heading.own_line, len(blocks) - 1)
            ends[place] = min(ends[place], blocks[body].end)
    return ends


def _reach(headings: Sequence[tuple[Heading, int]], end: int) -> list[tuple[tuple[Heading, int], int]]:
    """Pair each heading with the start of the next one of its level or above, or `end`."""
    ends = [end] * len(headings)
    waiting: list[int] = []
    for place, (heading, level) in enumerate(headings):
        while waiting and headings[waiting[-1]][1] >= level:
            ends[waiting.pop()] = heading.span.start
        waiting.append(place)
    return list(zip(headings, ends, strict=True))


def _last_inner(headings: Sequence[tuple[Heading, int]], ends: Sequence[int]) -> list[int]:
    """Give the start of the last heading inside each section, its own start where there is none."""
    starts = [heading.span.start for heading, _ in headings]
    return [starts[max(place, bisect_right(starts, end - 1) - 1)] for place, end in enumerate(ends)]


def _last_of_equals(headings: Sequence[tuple[Heading, int]]) -> list[int]:
    """Find the last of siblings that, but for it, have one paragraph of text each."""
    found = []
    run: list[int] = []
    for place, (heading, level) in enumerate(headings):
        following = headings[place + 1] if place + 1 < len(headings) else None
        run.append(place)
        if following and following[1] == level and following[0].style == heading.style:
            if following[0].paragraph - heading.paragraph != 1 + heading.own_line:
                run = []
            continue
        if len(run) >= _FEWEST_SIBLINGS and (following is None or following[1] < level):
            found.append(place)
        run = []
    return found
