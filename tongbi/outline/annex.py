"""Where the report's own words end and its annexes begin: the glossary, lists of projects, notes."""

import re
from collections.abc import Sequence

from tongbi import vocabulary
from tongbi.model import Span
from tongbi.outline.glossary import bare_title

_PATTERN = vocabulary.outline().glossary
_TITLE = _PATTERN.title
_OTHER_TITLE = _PATTERN.annex
_NOTE = _PATTERN.note
_ADDRESSES = ("各位代表", "同志们")
_LAST_CALL = re.compile(r"让我们[^。！!]*[！!。]?$")

_LONGEST_TITLE = 40
_SHORTEST_ANNEX = 200
_FEWEST_NOTES = 3


def annex_start(folded: str, blocks: Sequence[Span]) -> int:
    """Give the index of the paragraph that opens the glossary or another annex; the number of paragraphs if none does.

    It is a line that says so in the last two thirds of the text, the first of the numbered notes that end the text, or
    what stands after the last appeal to the hearers (`各位代表！……让我们……！`).
    """
    third = len(folded) // 3
    for place, block in enumerate(blocks):
        if block.start > third and opens_annex(folded, block):
            return place
    return min(_notes(folded, blocks), _after_appeal(folded, blocks, third))


def _notes(folded: str, blocks: Sequence[Span]) -> int:
    """Find the first of the numbered notes that end the text; one may run on into a paragraph without a number."""
    numbered = [bool(_NOTE.match(folded, block.start, block.end)) for block in blocks]
    place = len(blocks)
    while place and (numbered[place - 1] or (place > 1 and numbered[place - 2])):
        place -= 1
    while place < len(blocks) and not numbered[place]:
        place += 1
    return place if sum(numbered[place:]) >= _FEWEST_NOTES else len(blocks)


def opens_annex(folded: str, block: Span) -> bool:
    """Tell whether a paragraph is the title of a glossary or of another annex."""
    if block.end - block.start > _LONGEST_TITLE:
        return False
    words = bare_title(folded, block)
    return bool(_TITLE.match(words) or _OTHER_TITLE.match(words))


def _after_appeal(folded: str, blocks: Sequence[Span], third: int) -> int:
    """Find what follows the last appeal, if the report's own words do not go on there."""
    for place in range(len(blocks) - 1, 0, -1):
        block = blocks[place]
        if block.start < third:
            break
        if folded.startswith(_ADDRESSES, block.start) and _LAST_CALL.search(folded, block.start, block.end):
            rest = blocks[place + 1 :]
            return place + 1 if sum(one.end - one.start for one in rest) > _SHORTEST_ANNEX else len(blocks)
        if folded.startswith(_ADDRESSES, block.start):
            break
    return len(blocks)
