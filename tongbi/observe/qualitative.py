"""Targets without a number (`与经济增长同步`, `只减不增`), for statistical indicators only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongbi import vocabulary
from tongbi.observe.coordination import parts_of
from tongbi.observe.line import Line
from tongbi.observe.nouns import strip_front, strip_light
from tongbi.observe.phrases import ending
from tongbi.text import any_of


@dataclass(frozen=True, slots=True)
class Wording:
    """The words at `start..end` of a line that set a target for each of `names`."""

    start: int
    end: int
    names: tuple[str, ...]


_CLAUSE = re.compile(r"[^，；。：！？]+(?:，实现正增长)?")
_NEXT_PIECE = re.compile("、(?<=[步速降少增升定平]、)")
_DIGIT = re.compile(r"\d")
_TO_COME = re.compile(
    r"(?:力争|确保|保持|努力|争取|实现|使|推动|促进|要|保证|必须|也|均|都|的|实际|增长|增速|增幅|涨幅|总体|全部|应|将)+$"
)
_ON_TOP = re.compile(r"在[^，；]{2,18}(?:基础|前提)上$")
_TAKEN = re.compile(r"^(?:坚决)?[把将]|^(?:努力|确保|力争)?(?:促进|保持|推动|实现|稳定)(?!率)")
# What is not to happen stands behind the words: `力争不发生较大事故`.
_PREVENTED = re.compile(r"(?P<set>(?:力争|争取)?(?:不发生|不出现|杜绝))(?P<name>[^，。；、0-9]{0,16}事故)(?:的?发生)?$")
_RANKED = re.compile(r"第\d|\d%")
_EXAMPLES = re.compile(r"等(?:各项|主要)?(?:约束性)?指标$")
_NO_TARGET = re.compile(r"是|有|问题|困难|形势|如果|由于|尽管|虽然|压力")


@cache
def _indicator() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(vocabulary.qualitative().indicators)})$")


@cache
def _setter() -> re.Pattern[str]:
    words = vocabulary.qualitative()
    return re.compile(f"(?=[{words.setters_begin}])(?:{words.setters.alternation})$")


@cache
def _hint() -> re.Pattern[str]:
    """Match what a sentence that sets a target without a number has somewhere."""
    endings = vocabulary.qualitative().endings
    # Each alternative begins with a character of its own, so that a search passes over all others at once.
    alike = [[word for word in endings if word[0] == first] for first in sorted({word[0] for word in endings})]
    return re.compile("|".join(("于", "事故", *(f"{any_of(words)}(?=[，；。：！？、]|$)" for words in alike))))


def wordings(line: Line) -> Iterator[Wording]:
    """Find the targets of a line that no figure sets, in order."""
    if not _hint().search(line.text):
        return
    for clause in _CLAUSE.finditer(line.text):
        if _may_set(clause[0]):
            yield from _of_clause(clause)


def _may_set(text: str) -> bool:
    """Whether a clause, or a member of a list in it, is worth a closer look."""
    endings = vocabulary.qualitative().endings
    return "于" in text or ending(text, endings) != "" or ("、" in text and bool(_NEXT_PIECE.search(text)))


def _of_clause(clause: re.Match[str]) -> Iterator[Wording]:
    offset = 0
    for piece in _NEXT_PIECE.split(clause[0]):
        wording = _of_piece(piece, clause.start() + offset)
        if wording:
            yield wording
        offset += len(piece) + 1


def _of_piece(piece: str, offset: int) -> Wording | None:
    if prevented := _PREVENTED.search(piece):
        return Wording(offset + prevented.start(), offset + prevented.end("set"), (prevented["name"],))
    if not ("于" in piece or ending(piece, vocabulary.qualitative().endings)):
        return None
    found = _setter().search(piece)
    # Behind 的 the words are a noun (`收入的稳步增加`) that the clause says something else of.
    if not found or found.start() < 2 or _DIGIT.search(found[0]) or piece[found.start() - 1] == "的":
        return None
    name = _TO_COME.sub("", _ON_TOP.sub("", _TAKEN.sub("", piece[: found.start()])))
    listed = _EXAMPLES.search(name)
    name = strip_light(strip_front(_EXAMPLES.sub("", name)))
    names = [name] if "城乡" in name else parts_of(name, 1, shared=True, measured=True)
    if listed:
        names = [part for part in name.split("、") if part]
    if not names or not all(2 <= len(one) <= 30 for one in names) or not _indicator().search(names[-1]):
        return None
    if _NO_TARGET.search(name) or _RANKED.search(name):
        return None
    start = found.start() + (2 if found[0].startswith(("增长", "增速", "增幅")) and len(found[0]) > 2 else 0)
    return Wording(offset + start, offset + len(piece), tuple(names))
