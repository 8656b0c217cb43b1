"""The year that a report is of: the one it plans for."""

import re
from collections.abc import Sequence

from tongbi import vocabulary
from tongbi.outline.headings import Heading
from tongbi.outline.opening import Opening

_RULES = vocabulary.outline().year
_HAN_YEAR = re.compile(r"(?:一九|二[〇零○O0])[〇零○O0一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇零○O0一二三四五六七八九", "00000123456789")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年)")
_LOOKS_BACK = _RULES.looks_back
_LOOKS_AHEAD = _RULES.looks_ahead
_SAYS_PLANNED = _RULES.says_planned
_OPENING_WINDOW = 1500
_YEAR_END = 11


def arabic_years(folded: str) -> str:
    """Write years in Chinese numerals (`一九八七年`) in digits, one for one, so that offsets hold."""
    return _HAN_YEAR.sub(lambda found: found[0].translate(_DIGITS), folded)


def report_year(folded: str, opening: Opening, headings: Sequence[tuple[Heading, int]]) -> int | None:
    """Tell the year that the report plans for; None where neither title, date, headings nor text say.

    The title's year counts most. The date's counts unless the headings name two years in a row, of which the later is
    planned for, or only one long before it; a meeting held in November or December plans for the next year. Without a
    date the year follows from the headings (`2022年工作回顾` looks back, so the report is of 2023), then from the text.
    """
    if opening.title_year:
        return opening.title_year
    words = [heading.words for heading, level in headings if level == 1]
    back, ahead = _named(words)
    named = {*back, *ahead}
    in_a_row = [year for year in named if year - 1 in named]
    held = opening.year
    if held is None:
        return max(in_a_row, default=None) or _alone(back, ahead) or _by_text(folded)
    if in_a_row and held not in in_a_row:
        return max(in_a_row)
    if ahead and max(ahead) < held - 1:
        return max(ahead)
    late = opening.month is not None and opening.month >= _YEAR_END
    if late and held not in ahead and held - 1 not in back:
        return held + 1
    return held


def _named(headings: Sequence[str]) -> tuple[list[int], list[int]]:
    """Collect the years that headings look back on, and those that they look ahead to; the first one looks back."""
    back: list[int] = []
    ahead: list[int] = []
    for place, words in enumerate(headings):
        years = [int(year) for year in _YEAR.findall(words)]
        if (place == 0 or _LOOKS_BACK.search(words)) and not _LOOKS_AHEAD.search(words):
            back += years
        else:
            ahead += years
    return back, ahead


def _alone(back: Sequence[int], ahead: Sequence[int]) -> int | None:
    """Tell the year where headings name no two in a row: one past the last reviewed, else the first planned for."""
    return max(back) + 1 if back else min(ahead, default=None)


def _by_text(folded: str) -> int | None:
    """Tell the year from sentences: `2025年是……之年` past the first quarter, else one past the last named at first."""
    if found := _SAYS_PLANNED.search(folded, len(folded) // 4):
        return int(found[1])
    early = [int(year) for year in _YEAR.findall(folded, 0, _OPENING_WINDOW)]
    return max(early) + 1 if early else None
