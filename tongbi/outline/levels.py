"""The level of each heading, from the order in which the styles of headings open inside each other."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tongbi import vocabulary
from tongbi.outline.headings import Heading, Style

_PART = vocabulary.outline().part
_WORD = re.compile("|".join(map(re.escape, [*_PART.review, *_PART.plan])))
_STANDING = re.compile("|".join(map(re.escape, _PART.standing)))
_STRONG = _PART.strong
_SHORT = 16


def names_part(words: str) -> bool:
    """Tell whether a heading names a whole part: the look back or the work of a year or a term of years."""
    return bool(_STRONG.search(words))


def _restarts(headings: Sequence[Heading], place: int) -> bool:
    """Tell whether the numbering `一、` begins anew right under the line at `place`."""
    return place + 1 < len(headings) and headings[place + 1].style == "han" and headings[place + 1].number == "一"


def _stands_alone(headings: Sequence[Heading], place: int) -> bool:
    """Tell whether a line is a heading of level 1 in a report whose parts are named by lines."""
    words = headings[place].words
    if names_part(words) or _STANDING.search(words) or _restarts(headings, place):
        return True
    return bool(_WORD.search(words)) and len(words) <= _SHORT and "," not in words


def levels(headings: Sequence[Heading], addresses: Sequence[int]) -> list[tuple[Heading, int]]:
    """Give each heading its level, 1 for the outermost.

    A style seen again closes all that opened inside it; a style seen first opens inside what is open. A dash and a lead
    that have their text in their own paragraph open nothing, and stand right under level 1 where the report has turned
    to its hearers since the heading before: `addresses` are the indexes of the paragraphs that do so, in order.
    """
    lines = sum(
        names_part(heading.words) or _restarts(headings, place)
        for place, heading in enumerate(headings)
        if heading.style == "line"
    )
    numbered = sum(names_part(heading.words) for heading in headings if heading.style in ("han", "division"))
    by_lines = lines > numbered
    open_styles: list[Style] = []
    found = []
    for place, heading in enumerate(headings):
        style = heading.style
        if style == "line" and (_stands_alone(headings, place) if by_lines else names_part(heading.words)):
            top: Style = "division" if by_lines else "han"
            heading = replace(heading, style=top)
            style = top
        if style in ("lead", "dash") and not heading.own_line:
            since = headings[place - 1].paragraph if place else 0
            if bisect_right(addresses, heading.paragraph) > bisect_right(addresses, since):
                del open_styles[1:]
            if style in open_styles:
                del open_styles[open_styles.index(style) :]
            found.append((heading, len(open_styles) + 1))
            continue
        if style in open_styles:
            del open_styles[open_styles.index(style) + 1 :]
        else:
            open_styles.append(style)
        found.append((heading, len(open_styles)))
    return found
