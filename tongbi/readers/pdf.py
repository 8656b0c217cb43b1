"""Paragraphs of a PDF, from where its characters stand.

A PDF knows characters with boxes, no paragraphs. Lines are characters of one height; a line begins a paragraph where it
is indented, where the line before ends short of the right edge, or where the gap above it is larger than usual.
"""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tongbi.errors import UnreadableDocument

_PAGE_NUMBER = re.compile(r"^[\s—―–\-·.]*(?:第\s*)?\d{1,4}(?:\s*页)?[\s—―–\-·.]*$")


_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a page; coordinates in points, `bottom` growing upwards, `size` the height of its characters."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float


def paragraphs_of(name: str, data: bytes) -> list[str]:
    """Read the paragraphs of a PDF in order, page numbers left out; empty where the pages are pictures.

    Raises `UnreadableDocument` with `damaged` where the file cannot be opened (broken, or locked by a password).
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise UnreadableDocument("damaged", name, detail="PDF 打不开：文件不完整，或有密码") from fault
    try:
        lines = [line for page in range(len(document)) for line in _lines(document, page)]
    finally:
        document.close()
    return _joined(_body(lines))


def _lines(document: Any, number: int) -> Iterator[_Line]:
    """Group the characters of one page into lines, by their height on the page."""
    page = document[number]
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        boxes = [textpage.get_charbox(place, loose=True) for place in range(textpage.count_chars())]
    finally:
        textpage.close()
        page.close()
    if len(text) != len(boxes):  # characters outside the basic plane count twice in the boxes
        text = "".join(character if ord(character) < 0x10000 else character + "\0" for character in text)
    words: list[str] = []
    box: tuple[float, float, float, float] | None = None
    for character, (left, bottom, right, top) in zip(text, boxes, strict=False):
        if character == "\0" or not character.strip():
            if box and character in " \u3000":
                words.append(character)
            continue
        if box and abs((bottom + top) - (box[1] + box[3])) > max(top - bottom, box[3] - box[1]):
            yield _line(number, words, box)
            words, box = [], None
        words.append(character)
        box = (
            (min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top))
            if box
            else (left, bottom, right, top)
        )
    if box:
        yield _line(number, words, box)


def _line(page: int, words: list[str], box: tuple[float, float, float, float]) -> _Line:
    left, bottom, right, top = box
    return _Line(page, "".join(words).strip(), left, right, bottom, top - bottom)


def _body(lines: list[_Line]) -> list[_Line]:
    """Leave out page numbers, and lines at the edge of pages that most pages repeat but for their digits."""
    edges: list[tuple[_Line, str]] = []
    for place, line in enumerate(lines):
        near = [lines[other].page for other in (place - 2, place + 2) if 0 <= other < len(lines)]
        if len(near) < 2 or any(page != line.page for page in near):
            edges.append((line, _DIGITS.sub("#", line.text)))
    pages = len({line.page for line in lines})
    repeated = Counter(text for _, text in edges)
    running = {id(line) for line, text in edges if pages > 2 and repeated[text] > pages // 2}
    return [line for line in lines if id(line) not in running and not _PAGE_NUMBER.match(line.text)]


def _joined(lines: list[_Line]) -> list[str]:
    """Join lines into paragraphs."""
    if not lines:
        return []
    size = statistics.median(line.size for line in lines)
    margin = _common(line.left for line in lines)
    edge = max(_common(line.right for line in lines), statistics.median(line.right for line in lines))
    gaps = [above.bottom - below.bottom for above, below in itertools.pairwise(lines) if above.page == below.page]
    usual = statistics.median(gaps) if gaps else size
    found = [lines[0].text]
    for above, below in itertools.pairwise(lines):
        indented = below.left > margin + 0.8 * size
        short = above.right < edge - 1.6 * size
        apart = above.page == below.page and above.bottom - below.bottom > 1.4 * usual
        if indented or short or apart:
            found.append(below.text)
        else:
            found[-1] += below.text
    return found


def _common(places: Iterator[float]) -> float:
    """Give the place, to the nearest point, at which most lines stand."""
    return float(statistics.mode(round(place) for place in places))
