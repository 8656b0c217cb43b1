"""What stands between a name and its number: bounds, growth, reaching, comparing, sharing out."""

import re
from dataclasses import dataclass, field
from typing import Literal

from tongbi.model import Bound
from tongbi.observe.phrases import beginning, ending, word_set

Motion = Literal["", "rise", "fall", "reach"]

_COMPARISON = re.compile(
    r"(?:同口径|可比口径|按可比口径|按可比价格|按可比价|剔除|扣除)?[^，；。、]{0,8}?(?:比|较)(?:上年|去年|前年|同期|年初|年度|[12一二三四五六七八九十]?\d*年|“?[一二三四五六七八九十]+五”?)[^，；。]{0,8}$"
)
_BASE_YEAR = re.compile(r"(?:比|较)(?:[^，；。]{0,3}?)((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class Predicate:
    """What was cut from the end of a phrase before a number. `subject` is what is left: the name, where there is one."""

    subject: str
    bound: Bound
    motion: Motion
    shared: bool
    """分别, 均 or 都 stood there: the number or numbers are shared out over several names."""
    yearly: bool
    """年均: a mean over the years of a span."""
    base_year: int | None
    words: tuple[str, ...] = field(default=())


def _bound_words() -> list[tuple[Bound, frozenset[str]]]:
    return [
        ("ge", word_set("bounds", "before.ge")),
        ("le", word_set("bounds", "before.le")),
        ("approx", word_set("bounds", "before.approx")),
    ]


def cut_predicate(phrase: str) -> Predicate:
    """Cut from the end of `phrase` every word that is no part of a name."""
    bound: Bound = ""
    motion: Motion = ""
    shared = yearly = False
    base_year = None
    cut: list[str] = []
    rest = phrase
    while rest:
        if compared := _COMPARISON.search(rest):
            if year := _BASE_YEAR.search(compared[0]):
                base_year = int(year[1])
            start = max(compared[0].rfind("比"), compared[0].rfind("较"))
            rest = rest[: compared.start() + start]
            cut.append("比")
            continue
        word = ""
        for kind, words in _bound_words():
            if word := ending(rest, words):
                bound = bound or kind
                break
        if not word and (word := ending(rest, word_set("measures", "reach"))):
            motion = motion or "reach"
        if not word and (word := ending(rest, word_set("measures", "rise"))):
            motion = motion or "rise"
        if not word and (word := ending(rest, word_set("measures", "fall"))):
            motion = motion or "fall"
        if not word and (word := ending(rest, word_set("measures", "filler"))):
            shared = shared or word in ("分别", "均", "都", "各")
            yearly = yearly or "年均" in word
        if not word:
            break
        cut.append(word)
        rest = rest[: -len(word)]
    return Predicate(rest, bound, motion, shared, yearly, base_year, tuple(cut))


def bound_behind(text: str) -> tuple[Bound, int]:
    """Read the bound that follows a number, and how many characters it takes."""
    for kind in ("ge", "le", "approx"):
        if word := beginning(text, word_set("bounds", f"after.{kind}")):
            return kind, len(word)  # type: ignore[return-value]
    return "", 0
