"""Facts of the head of a report: another term of the congress, a congress made anew, another head of government."""

import re
from collections.abc import Iterator

from tongbi.change.reading import bare
from tongbi.model import HeadFact, Report
from tongbi.numerals import number

_TERM = re.compile(r"第?([一二三四五六七八九十百\d]+)届")


def _term(report: Report) -> int:
    """Give the term that the congress of a report is in; 0 where its head does not say."""
    found = _TERM.search(report.meeting)
    return int(number(found[1])) if found else 0


def _ordinal(report: Report) -> str:
    found = _TERM.search(report.meeting)
    return found[0] if found else ""


def head_facts(earlier: Report, later: Report) -> Iterator[HeadFact]:
    """Tell what the heads of two reports have otherwise, where both say it.

    A term that is lower than the one before it belongs to a congress that was made anew, as where territories merged.
    """
    before, after = _term(earlier), _term(later)
    if before and after and before != after:
        yield HeadFact("new_term" if after > before else "new_congress", _ordinal(earlier), _ordinal(later))
    if earlier.speaker and later.speaker and bare(earlier.speaker) != bare(later.speaker):
        yield HeadFact("new_speaker", earlier.speaker, later.speaker)
