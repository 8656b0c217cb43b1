"""How firmly a target is set: the modal word that reaches a number."""

import re
from functools import cache

from tongbi.observe import phrases
from tongbi.observe.phrases import any_of, beginning
from tongbi.vocabulary import load

_STATEMENT_END = "；。！？"


@cache
def _modal() -> re.Pattern[str]:
    words = load("modality")
    return re.compile(rf"(?P<none>{any_of(words['not_modal'])})|(?P<modal>{any_of(words['modal'])})")


def modality(text: str, place: int, bound_words: str = "") -> str:
    """Give the modal word that reaches the number at `place` of a sentence, "" where none does.

    A word reaches to the end of its statement over everything that goes on with the same predicate: members of a list, and
    clauses that begin with a name. A clause that begins with another verb of doing is a task of its own. The sentence of the
    main targets sets 预期 (or 计划) for its whole list. `bound_words` is what stands right before the number.
    """
    words = load("modality")
    start = max(text.rfind(mark, 0, place) for mark in _STATEMENT_END) + 1
    found = [match for match in _modal().finditer(text, start, place) if match["modal"]]
    if found:
        last = found[-1]
        if _reaches(text[last.end() : place]):
            return last["modal"]
    if any(word in text[:place] for word in words["expected"]):
        return "预期"
    if any(word in text[:place] for word in words["planned"]):
        return "计划"
    return ""


def _reaches(between: str) -> bool:
    clauses = between.split("，")[1:]
    return not any(
        beginning(clause, phrases.words("names", "doing")) and not clause.startswith("实现") for clause in clauses
    )
