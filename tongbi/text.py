"""From a document's characters to paragraphs and sentences, without moving an offset.

Every function here gives places in the text as it was handed in; nothing is inserted, dropped or normalised on the way.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from tongbi.model import Span

_FOLDED = {chr(full): chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "\xa0": " "}
_FULL_WIDTH = re.compile(f"[{''.join(_FOLDED)}]")

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FINAL = "。！？；：!?;:…"
_CLOSING = "”’」』）》】〉)]\"'"
_STARTS_WITH_NUMBER = re.compile(r"[0-9０-９]")
_STARTS_WITH_NUMBERING = re.compile(r"[0-9０-９]{1,2}[.．、)）](?![0-9０-９])")
_RUNNING_TEXT = re.compile(r"[，,。；;：:]")
# A stray mark between a number and its bound (`7.3%。以内，`) ends nothing.
_SENTENCE_END = re.compile(rf"[。！？!?](?!(?:以[内上下]|左右)[，。；、])[。！？!?]*[{re.escape(_CLOSING)}]*")
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_RUN = re.compile(rf"\s{{2,}}|{_LINE_END.pattern}")


def any_of(words: Iterable[str]) -> str:
    """Write a regular expression that matches any of the words, a longer one before what it begins with.

    Words that begin alike share their beginning, so that few are tried at each place of a text.
    """
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[:1], set()).add(word[1:])
    ends = rests.pop("", None) is not None
    branches = [re.escape(first) + _any_behind(rests[first]) for first in sorted(rests)]
    return f"(?:{'|'.join(branches)})?" if ends and branches else "|".join(branches)


def _any_behind(rests: Set[str]) -> str:
    alternatives = any_of(rests)
    return alternatives if len(rests) == 1 or "" in rests else f"(?:{alternatives})"


def fold(text: str) -> str:
    """Write full-width ASCII and ideographic blanks as their half-width twins, one to one, so that offsets hold."""
    return rewritten(text, _FULL_WIDTH, _FOLDED)


def rewritten(text: str, changing: re.Pattern[str], twins: Mapping[str, str]) -> str:
    """Write each character that `changing` matches as its twin; a text has many characters, and few that change."""
    for char in set(changing.findall(text)):
        text = text.replace(char, twins[char])
    return text


def _lines(text: str) -> Iterator[Span]:
    """Give the lines that are not blank, trimmed of outer whitespace."""
    for line in _LINE.finditer(text):
        content = line[0].strip()
        if content:
            start = line.start() + line[0].index(content[0])
            yield Span(start, start + len(content))


def _continues(text: str, earlier: Span, later: Span) -> bool:
    """Tell whether the later line is the rest of a sentence that was broken before a number."""
    before = earlier.of(text)
    after = text[later.start : later.start + 8]
    return (
        bool(_STARTS_WITH_NUMBER.match(after))
        and not _STARTS_WITH_NUMBERING.match(after)
        and before.rstrip(_CLOSING)[-1:] not in _FINAL
        and bool(_RUNNING_TEXT.search(before))
    )


def paragraphs(text: str) -> tuple[Span, ...]:
    """Find the paragraphs in reading order, trimmed of outer whitespace; a line broken in mid-sentence is rejoined.

    A line belongs to the paragraph before it only where it starts with a digit, is not itself a numbered item, and the
    line before is running text without a final mark (`地区生产总值` / `2803.5亿元`).
    """
    found: list[Span] = []
    last = Span(0, 0)
    for line in _lines(text):
        if found and _continues(text, last, line):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
        last = line
    return tuple(found)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a paragraph into sentences: each ends at 。！？ with the closing quotes after it, or with the span."""
    found = []
    start = span.start
    for end in [mark.end() for mark in _SENTENCE_END.finditer(text, span.start, span.end)] + [span.end]:
        content = text[start:end]
        trimmed = content.strip()
        if trimmed:
            first = start + len(content) - len(content.lstrip())
            found.append(Span(first, first + len(trimmed)))
        start = end
    return tuple(found)


def flat(text: str, span: Span) -> str:
    """Write the words of `span` on one line: line ends inside are removed, runs of blanks become one."""
    words = span.of(text)
    if words.split() == [words]:
        return words  # no blank at all, as in most
    return _BLANK_RUN.sub(lambda blanks: "" if _LINE_END.search(blanks[0]) else " ", words)
