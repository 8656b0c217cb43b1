"""How firmly a target is set: the modal word that reaches a number."""

import re
from functools import cache

from tongbi import vocabulary
from tongbi.observe.phrases import beginning
from tongbi.text import any_of

# 争取到2030年 is an aim, 争取到资金 is none.
_FOR_NO_YEAR = r"(?<!争取到(?=(?:19|20)\d\d年))"
# 引才计划，… names a plan.
_A_PLAN = "计划(?=[，、；。”》）])"
_STATEMENT_END = "；。！？"
# When it is to be done is no clause of its own: 争取用三年时间，建成 ….
_TIME = re.compile(r"^(?:通过|经过|用|到|在)?[^，；。]{0,10}年(?:左右)?(?:的?时间|的?努力|内|底|末)?，")


@cache
def _modal() -> re.Pattern[str]:
    """Match a modal word, or, closed by an empty group, what holds one and is none.

    Each alternative begins with a character of its own, so that a search passes over all others at once.
    """
    words = vocabulary.modality()
    firsts = sorted({word[0] for word in words.not_modal})
    holding = [any_of(word for word in words.not_modal if word[0] == first) for first in firsts]
    none = [f"{alike}{_FOR_NO_YEAR}()" for alike in holding]
    return re.compile("|".join((*none, f"{_A_PLAN}()", any_of(words.modal))))


def _is_modal(found: re.Match[str]) -> bool:
    return found.lastindex is None


def modality(text: str, place: int) -> str:
    """Give the modal word that reaches the number at `place` of a sentence, "" where none does.

    A word reaches to the end of its statement over everything that goes on with the same predicate: members of a list,
    and clauses that begin with a name; a bound (不低于) only to the end of its clause. A clause that begins with
    another verb of doing is a task of its own. The sentence of the main targets sets 预期 (or 计划) for its whole list.
    """
    lists = vocabulary.modality()
    # A target without a number is quoted with the word that sets it (`力争实现正增长`).
    if (own := _modal().match(text, place)) and _is_modal(own):
        return own[0]
    start = max([text.rfind(mark, 0, place) for mark in _STATEMENT_END]) + 1
    found = [match for match in _modal().finditer(text, start, place) if _is_modal(match)]
    while found and found[-1][0] in lists.bounding and "，" in text[found[-1].end() : place]:
        found.pop()
    whole, before = "", text[:place]
    for words, word in ((lists.expected, "预期"), (lists.planned, "计划")):
        if not whole and any(said in before for said in words):
            whole = word
    if found:
        between = text[found[-1].end() : place]
        if "，" not in between if whole else _reaches(between):
            return found[-1][0]
    return whole


def _reaches(between: str) -> bool:
    clauses = _TIME.sub("", between).split("，")[1:]
    return not any(beginning(clause, vocabulary.names().doing) and not clause.startswith("实现") for clause in clauses)
