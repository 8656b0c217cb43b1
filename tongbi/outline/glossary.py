"""Terms of the glossary: `“八大行动”：即……`, `1.三区三线：指……`, `[3]“两新一重”：……`, `数字政府建设即……`."""

import re
from collections.abc import Sequence

from tongbi import vocabulary
from tongbi.model import Span, Term
from tongbi.text import flat

_PATTERN = vocabulary.outline().glossary
_NUMBER = _PATTERN.number
_DEFINER = _PATTERN.definer
_BARE_DEFINER = _PATTERN.bare_definer
_DIGITS = re.compile(r"\d+")
_TITLE = _PATTERN.title
_ANNEX = _PATTERN.annex
_MARKS = re.compile(r"[\s()\[\]【】※*#_-]+")
_QUOTED_WHOLE = re.compile(r"“([^“”]*)”$|\"([^\"]*)\"$|《([^《》]*)》$")
_LONGEST_NAME = 60
_LONGEST_TITLE = 40
_LONGEST_STOPPED_NAME = 24


def bare_title(folded: str, block: Span) -> str:
    """Write a line without its blanks and outer marks, as titles of annexes are matched (`【 名词 解释 】`)."""
    return _MARKS.sub("", folded[block.start : min(block.end, block.start + _LONGEST_TITLE)])


def _name(text: str, span: Span) -> str:
    """Write the name without the quotes that hold all of it; quotes around a piece of it stay."""
    words = flat(text, span).strip()
    whole = _QUOTED_WHOLE.match(words)
    return next(piece for piece in whole.groups() if piece is not None) if whole else words


def _begin(folded: str, block: Span, expected: int) -> tuple[int, int]:
    """Read an entry's number: what it counts, and where the name begins; -1 and the block's start where it has none.

    A number that runs into digits (`8.8个……`, `19.4G`) is one only where it is the `expected` next.
    """
    number = _NUMBER.match(folded, block.start, block.end)
    if not number:
        return -1, block.start
    digits = _DIGITS.search(number[0])
    count = int(digits[0]) if digits else expected
    glued = folded[number.end() : number.end() + 1].isdigit() and folded[number.end() - 1] in ".．"
    return (-1, block.start) if glued and count != expected else (count, number.end())


def _entry(text: str, folded: str, block: Span, start: int) -> Term | None:
    """Read one paragraph as an entry whose name begins at `start`."""
    limit = min(block.end, start + _LONGEST_NAME)
    definer = _DEFINER.search(folded, start, limit) or _BARE_DEFINER.search(folded, start, limit)
    stop = folded.find("。", start, start + _LONGEST_STOPPED_NAME)
    if start > block.start and 0 < stop < block.end - 1 and (definer is None or definer.start() > stop):
        return Term(_name(text, Span(start, stop)), block, Span(stop + 1, block.end))
    if not definer or definer.start() == start or definer.end() >= block.end:
        return None
    name = Span(start, definer.start())
    if "。" in name.of(folded):
        return None
    return Term(_name(text, name), block, Span(definer.end(), block.end))


def _glossaries(folded: str, blocks: Sequence[Span]) -> list[list[Span]]:
    """Pick the glossaries out of the annexes: what follows a title that says so, up to the title of another annex.

    Where no title says so, all of it counts if it reads like one: entries that have numbers.
    """
    found: list[list[Span]] = []
    inside = False
    for block in blocks:
        words = bare_title(folded, block) if block.end - block.start <= _LONGEST_TITLE else ""
        if words and _TITLE.match(words):
            inside = True
            found.append([])
        elif words and _ANNEX.match(words):
            inside = False
        elif inside:
            found[-1].append(block)
    if not found and 2 * sum(bool(_NUMBER.match(folded, block.start, block.end)) for block in blocks) > len(blocks):
        return [list(blocks)]
    return found


def terms(text: str, folded: str, blocks: Sequence[Span]) -> tuple[Term, ...]:
    """Read the entries of the glossaries among the annexes whose paragraphs are `blocks`.

    A paragraph that begins no entry continues the one before it. Each entry is a term of its own, also where a name was
    defined before: each has its place.
    """
    return tuple(term for glossary in _glossaries(folded, blocks) for term in _entries(text, folded, glossary))


def _entries(text: str, folded: str, blocks: Sequence[Span]) -> list[Term]:
    numbers = sum(bool(_NUMBER.match(folded, block.start, block.end)) for block in blocks)
    numbered = 2 * numbers > len(blocks)
    found: list[Term] = []
    expected = 1
    for block in blocks:
        count, start = _begin(folded, block, expected)
        term = None if numbered and count < 0 else _entry(text, folded, block, start)
        if term:
            found.append(term)
            expected = count + 1
        elif found:
            last = found[-1]
            found[-1] = Term(last.name, Span(last.span.start, block.end), Span(last.definition.start, block.end))
    return found
