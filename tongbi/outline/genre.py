"""Whether a text is a work report at all, and whether it says of itself that it was cut."""

import re
from collections.abc import Sequence

from tongbi import vocabulary
from tongbi.errors import NotAReport
from tongbi.model import Span
from tongbi.text import flat

_RULES = vocabulary.outline()
_ABRIDGED = re.compile("|".join(map(re.escape, _RULES.title.abridged)))
_SIGNS = _RULES.genre.signs
_REPORTED_SPEECH = _RULES.genre.reported

SHORTEST = 1500
_MOST_REPORTED = 10
_FEWEST_SIGNS = 3
_HEAD, _TAIL = 400, 200
_ALWAYS_CLOSED = 2000


def refuse_other_texts(folded: str, blocks: Sequence[Span]) -> None:
    """Raise `NotAReport` for a text that is empty, too short to hold a report, or of another genre."""
    if not blocks:
        raise NotAReport("empty", detail="文件里没有文字")
    size = sum(block.end - block.start for block in blocks)
    signs = sum(bool(sign.search(folded)) for sign in _SIGNS)
    first = flat(folded, blocks[0])[:30]
    if signs < _FEWEST_SIGNS:
        raise NotAReport("not_a_report", place=first, detail="没有政府工作报告的特征（会议、称呼、回顾、目标）")
    if len(_REPORTED_SPEECH.findall(folded)) >= _MOST_REPORTED:
        raise NotAReport("summary", place=first, detail="这是转述报告的摘要（“总理说……”），不是报告全文")
    if size < SHORTEST:
        raise NotAReport("too_short", place=first, detail=f"全文 {size} 字，完整的报告不会少于 {SHORTEST} 字")


def is_abridged(folded: str, closing: bool, year: int) -> bool:
    """Tell whether the text is not all of the report: it says so at its top or its very end, or its end is missing.

    Since about 2000 every report closes with an appeal (all 900 that were looked at do), so one without is cut short.
    """
    said = _ABRIDGED.search(folded, 0, _HEAD) or _ABRIDGED.search(folded, max(0, len(folded) - _TAIL))
    return bool(said) or (not closing and year >= _ALWAYS_CLOSED)
