"""Headings: numbered, on a line of their own, run into the text, led by a dash, or a paragraph's first short sentence.

What a heading looks like differs from report to report; what holds is that siblings look alike. So each candidate gets
a *style* (how it is numbered), and `tongbi.outline.levels` tells its level from the order in which styles open inside
each other: `一、` stands at level 1 in most reports, and at level 2 where a line without number stands above it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tongbi import vocabulary
from tongbi.model import Span
from tongbi.text import flat

Style = Literal["division", "han", "han_paren", "digit", "digit_paren", "nth", "line", "dash", "lead"]

_HAN = "一二三四五六七八九十百"
_NUMBERS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("division", re.compile(rf"第([{_HAN}]{{1,3}})(?:部分|章|篇)[\s、.:,]*")),
    # not the numerals of `一、二、三产业`
    ("han", re.compile(rf"([{_HAN}]{{1,3}})\s?[、.](?![{_HAN}]{{1,2}}、)\s*")),
    ("han_paren", re.compile(rf"[(〈<]\s?([{_HAN}]{{1,3}})\s?[)〉>][、.]?\s*")),
    ("digit_paren", re.compile(r"\((\d{1,2})\)[、.]?\s*|([⑴-⒇])\s*")),
    ("digit", re.compile(r"(\d{1,2})\s?[.、](?!\d)\s*|([⒈-⒛])\s*")),
    ("nth", re.compile(rf"第([{_HAN}]{{1,3}})[,、:]\s*")),
    ("dash", re.compile(r"[—―─–-]+()\s*")),
)
_MAY_NUMBER = frozenset("第(〈<—―─–-0123456789⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽" + _HAN)
_FIRST_IN_LINE = re.compile(r":\s*(?=(一、|\(一\)).)")
_FINAL_MARK = re.compile(r"[。！？；!?;:,、]$")
_CLAUSE_END = re.compile(r"[,:;。]")
_OUTER = "。！？；!?;:,、※*#【】[] \t\r\n"
_DIGIT = re.compile(r"[0-9]")
_ASIDE = re.compile(r"“[^”]*”|\([^)]*\)|《[^》]*》|(?:19|20)\d\d年?")
_RULES = vocabulary.outline().heading
_GLUED = _RULES.glued
_NO_HEADING = _RULES.no_heading
_NO_LEAD = _RULES.no_lead
# What a sentence has and the second half of a heading has not.
_SENTENCE_WORD = re.compile("[,了将]|是|(?<![主重纲])要")
_SAYS_MORE = _RULES.introduces

# Most characters of: a line without a number; a numbered line; a numbered sentence run into its text; the first
# sentence of a paragraph without number; what is shown of a longer sentence. Then by style: styles that are headings
# however long their sentence is, and those that are items of a list where it is longer or ends the line with a mark.
_LINE, _NUMBERED_LINE, _RUN_IN, _LEAD, _SHOWN = 32, 80, 70, 30, 40
_SECTIONS: dict[Style, int] = {"division": 80, "han": 80, "han_paren": 80}
_LONGEST: dict[Style, int] = {**_SECTIONS, "digit": 40, "digit_paren": 40, "nth": 40, "dash": 45}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading before its level is known.

    `span` holds its number and words, `said` the words alone without final mark; `words` are these, folded. `paragraph`
    is the index of its paragraph, `first` whether it opens it, `own_line` whether nothing follows it there. `whole` is
    False where the words only begin a long sentence, which then is text.
    """

    span: Span
    said: Span
    words: str
    number: str
    style: Style
    paragraph: int
    first: bool
    own_line: bool
    whole: bool


def numbering(folded: str, span: Span) -> tuple[Style, str, int] | None:
    """Read the number that opens `span`: its style, its text, and where the words after it begin."""
    if folded[span.start] not in _MAY_NUMBER:
        return None
    limit = min(span.end, span.start + 14)
    for style, pattern in _NUMBERS:
        if (found := pattern.match(folded, span.start, limit)) and found.end() < span.end:
            return style, next((piece for piece in found.groups() if piece), ""), found.end()
    return None


def _heading(
    folded: str,
    span: Span,
    start: int,
    paragraph: int,
    style: Style,
    number: str = "",
    *,
    first: bool = True,
    own_line: bool = True,
    whole: bool = True,
) -> Heading | None:
    """Make a heading of `span` with words from `start`; None where nothing is left without marks."""
    words = folded[start : span.end]
    left = words.lstrip(_OUTER)
    bare = left.rstrip(_OUTER)
    begin = start + len(words) - len(left)
    said = Span(begin, begin + len(bare))
    return Heading(span, said, flat(folded, said), number, style, paragraph, first, own_line, whole) if bare else None


def _blank_end(folded: str, start: int, end: int, own_line: bool) -> int:
    """Find the end of a heading that only a blank, or a year, parts from its text; -1 where there is none."""
    limit = min(end, start + _SHOWN)
    blank = folded.find(" ", start + 4, limit)
    if blank > 0 and (end - blank > _SHOWN if own_line else _SENTENCE_WORD.search(folded, blank, end)):
        return blank
    glued = _GLUED.search(folded, start, limit)
    return glued.end() if glued and end - glued.end() > _SHOWN else -1


def _numbered(folded: str, sentence: Span, paragraph: int, first: bool, own_line: bool) -> Heading | None:
    """Make a heading of a sentence that opens with a number, if it is one and not an item of a list."""
    found = numbering(folded, sentence)
    if found is None or (not first and found[0] not in ("han", "han_paren")):
        return None
    style, number, start = found
    size = sentence.end - start
    listed = own_line and bool(_FINAL_MARK.search(folded[sentence.end - 1]))
    if style not in _SECTIONS and (size > _LONGEST[style] or listed):
        return None
    end = sentence.end
    whole = size <= (_NUMBERED_LINE if own_line else _RUN_IN)
    if (size > _SHOWN or not own_line) and (blank := _blank_end(folded, start, end, own_line and whole)) > 0:
        end, own_line, whole = blank, False, True
    elif not whole or (not own_line and _states_number(Span(start, end).of(folded))):
        clause = _CLAUSE_END.search(folded, start, min(end, start + _SHOWN))
        end, whole = (clause.start() if clause else min(end, start + _SHOWN)), False
    span = Span(sentence.start, end)
    return _heading(folded, span, start, paragraph, style, number, first=first, own_line=own_line, whole=whole)


def _states_number(words: str) -> bool:
    """Tell whether words state a number that is no year and stands in no name in quotes."""
    return bool(_DIGIT.search(_ASIDE.sub("", words)))


def _line(folded: str, span: Span, paragraph: int) -> Heading | None:
    """Make a heading of a short paragraph without number and without a final mark."""
    words = flat(folded, span)
    if not 2 <= len(words) <= _LINE or _FINAL_MARK.search(folded[span.end - 1]) or _NO_HEADING.search(words):
        return None
    return _heading(folded, span, span.start, paragraph, "line")


def _in_line(folded: str, sentence: Span, paragraph: int, own_line: bool) -> Heading | None:
    """Find a first heading that was left at the end of the sentence announcing it (`...工作：一、...`)."""
    colon = folded.find(":", sentence.start, sentence.end)
    found = _FIRST_IN_LINE.search(folded, colon, sentence.end) if colon >= 0 else None
    if not found:
        return None
    rest = Span(found.end(), sentence.end)
    second = found[1].replace("一", "二")
    if second in rest.of(folded) or rest.end - rest.start > _RUN_IN:
        return None
    return _numbered(folded, rest, paragraph, False, own_line)


def candidates(folded: str, cut: Sequence[Sequence[Span]], first: int, last: int) -> list[Heading]:
    """Find numbered headings and short lines in the paragraphs `first` to `last` (half open), in reading order.

    `cut` holds the sentences of each paragraph.
    """
    found: list[Heading] = []
    for paragraph in range(first, last):
        sentences = cut[paragraph]
        for place, sentence in enumerate(sentences):
            own_line = len(sentences) == 1
            heading = _numbered(folded, sentence, paragraph, place == 0, own_line)
            if heading is None and own_line:
                heading = _line(folded, sentence, paragraph)
            if heading is None:
                heading = _in_line(folded, sentence, paragraph, place == len(sentences) - 1)
            if heading:
                found.append(heading)
    return _without_items(folded, found)


def _without_items(folded: str, found: list[Heading]) -> list[Heading]:
    """Drop runs of numbered paragraphs that end with a final mark and have nothing under them: a list, not headings."""
    kept = []
    in_list = False
    for place, heading in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        bare = heading.own_line and heading.number != "" and bool(_FINAL_MARK.search(folded[heading.span.end - 1]))
        next_item = (
            following is not None
            and following.style == heading.style
            and following.paragraph == heading.paragraph + 1
            and following.own_line
        )
        if not (bare and (next_item or in_list)):
            kept.append(heading)
        in_list = bare and next_item
    return kept


def _may_lead(folded: str, sentences: Sequence[Span]) -> bool:
    """Tell whether a paragraph's first sentence reads as the heading of the rest."""
    lead = sentences[0]
    size = lead.end - lead.start
    return (
        size <= _LEAD
        and folded[lead.end - 1] == "。"
        and sentences[-1].end - lead.end > size
        and not _NO_LEAD.match(folded, lead.start, lead.end)
        and not _SAYS_MORE.search(folded, lead.start, lead.end)
        and not _states_number(lead.of(folded))
    )


def leads(folded: str, cut: Sequence[Sequence[Span]], headings: Sequence[Heading], last: int) -> list[Heading]:
    """Find first sentences that stand as headings: where half of the paragraphs between two headings begin so.

    Paragraphs from the first heading up to `last` (half open) are looked at.
    """
    found: list[Heading] = []
    numbered = {heading.paragraph for heading in headings}
    group: list[int] = []
    for paragraph in range(min(numbered, default=last), last + 1):
        if paragraph < last and paragraph not in numbered:
            if len(cut[paragraph]) > 1:
                group.append(paragraph)
            continue
        leading = [place for place in group if _may_lead(folded, cut[place])]
        if len(leading) >= 2 and 2 * len(leading) >= len(group):
            for place in leading:
                span = cut[place][0]
                lead = _heading(folded, span, span.start, place, "lead", own_line=False)
                found += [lead] if lead else []
        group = []
    return found
