"""The year that a report is of: the one it plans for."""

import re
from collections.abc import Sequence

from tongbi.outline.headings import Heading
from tongbi.outline.opening import Opening

_REVIEWED = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年[^,。]{0,24}?(?:回顾|总结|成就|成绩|以来|完成情况)|回顾((?:19|20)\d\d)年"
)
_PLANNED = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年(?!以来)[^,。]{0,24}?(?:安排|任务|重点|目标|要求|打算|建议|部署|计划|思路|意见|措施|举措|主要工作|的工作|各项工作|工作新局面)"
)
_BODY_PLANNED = re.compile(
    r"(?<!\d)((?:19|20)\d\d)年,?(?:是[^。]{0,60}年|(?:全[省市区县州旗]|我[省市区县州])?[^。,]{0,16}(?:预期目标|总体要求|政府工作|指导思想))"
)
_ANY = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_OPENING_WINDOW = 1500
_YEAR_END_MEETING = 11


def _years(pattern: re.Pattern[str], words: Sequence[str]) -> list[int]:
    return [int(next(piece for piece in found.groups() if piece)) for text in words for found in pattern.finditer(text)]


def report_year(folded: str, opening: Opening, headings: Sequence[tuple[Heading, int]]) -> int | None:
    """Tell the year that the report plans for; None where neither title, date, headings nor text say.

    The title's year counts most. A date counts unless the headings name, twice over, another year; a meeting held in
    November or December plans for the next year. Without a date the year follows from the headings (`2022年工作回顾`
    looks back, so the report is of 2023), then from the text.
    """
    if opening.title_year:
        return opening.title_year
    words = [heading.words for heading, level in headings if level == 1 or heading.style == "line"]
    reviewed, planned = _years(_REVIEWED, words), _years(_PLANNED, words)
    by_headings = _agreed(reviewed, planned)
    held = opening.year
    if held is None:
        return by_headings or _by_text(folded)
    late = opening.month is not None and opening.month >= _YEAR_END_MEETING
    if held + 1 in planned and (late or held in reviewed):
        return held + 1
    if by_headings and not (held in planned or held in reviewed or held - 1 in reviewed or held + 1 == by_headings):
        return by_headings
    if held in planned:
        return held
    return held + 1 if late and held - 1 not in reviewed else held


def _agreed(reviewed: Sequence[int], planned: Sequence[int]) -> int | None:
    """Tell the year that headings name: one planned right after one reviewed, else either alone."""
    follows = [year for year in planned if year - 1 in reviewed]
    if follows:
        return follows[0]
    if reviewed:
        return max(reviewed) + 1
    near = [year for year in planned if year < min(planned) + 3]
    return min(near) if near else None


def _by_text(folded: str) -> int | None:
    """Tell the year from the sentences: `2025年是……之年` in the later part, else one past the year that opens the review."""
    half = len(folded) // 4
    if found := _BODY_PLANNED.search(folded, half):
        return int(found[1])
    early = [int(found[1]) for found in _ANY.finditer(folded, 0, _OPENING_WINDOW)]
    return max(early) + 1 if early else None
