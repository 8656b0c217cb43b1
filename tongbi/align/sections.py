"""Which section of the later report continues which of the earlier, by heading and by the sentences they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from tongbi.align.chain import crossings
from tongbi.align.features import similarity, units
from tongbi.align.model import SectionMatch
from tongbi.align.places import Lineage, lineages
from tongbi.model import PartKind, Report, Section
from tongbi.text import fold

# The content says more than the heading: whole headings are renamed, and `（五）` of one year is `（三）` of the next.
_CONTENT_SHARE = 0.65
_LEAST = 0.25
# Equal texts are 1.35 alike, two headings get .05 on top.
_EQUAL = 1.4
# Where two sentences start that continue each other, in the earlier and in the later report.
Starts = tuple[int, int]
_ALIGNED: tuple[PartKind, ...] = ("review", "plan")
_SAME_NAME = re.compile(r"(?:19|20)\d\d年?|[\W\d_]+")


def sections_matched(earlier: Report, later: Report, continued: Iterable[Starts]) -> tuple[SectionMatch, ...]:
    """Match the sections of both reports, given where the sentences start that continue each other.

    See `tongbi.align.match_sections`.
    """
    if not earlier.sections or not later.sections:
        return ()
    scores = _scores(earlier, later, continued)
    partners: dict[int, int] = {}
    taken: set[int] = set()
    # Two pairs of one section differ in their sum, so that equal scores do not depend on which report is the earlier.
    for before, after in sorted(scores, key=lambda pair: (-scores[pair], sum(pair))):
        if before not in partners and after not in taken and scores[before, after] >= _LEAST:
            partners[before] = after
            taken.add(after)
    moved = _moved(earlier.sections, later.sections, partners, scores)
    found = [
        SectionMatch(
            earlier=before,
            later=after,
            renamed=_name(earlier.sections[before]) != _name(later.sections[after]),
            moved=before in moved,
            score=round(scores[before, after], 3),
        )
        for before, after in partners.items()
    ]
    return tuple(sorted(found, key=lambda match: match.later))


def _name(section: Section) -> str:
    """Give what a heading says, without marks, numbering and years."""
    return _SAME_NAME.sub("", fold(section.heading))


def _scores(earlier: Report, later: Report, continued: Iterable[Starts]) -> dict[tuple[int, int], float]:
    """Score each pair of sections of one part, 0..1."""
    headings = similarity(
        units([section.heading for section in earlier.sections], [True] * len(earlier.sections)),
        units([section.heading for section in later.sections], [True] * len(later.sections)),
    )
    alike = np.clip(headings / _EQUAL, 0, 1)
    names_before, names_after = [_name(one) for one in earlier.sections], [_name(one) for one in later.sections]
    shares = _shares(earlier, later, continued)
    found = {}
    for before, one in enumerate(earlier.sections):
        for after, other in enumerate(later.sections):
            if one.part == other.part:
                heading = 1.0 if names_before[before] == names_after[after] else float(alike[before, after])
                content = shares[before, after] if one.part in _ALIGNED else heading
                found[before, after] = round(_CONTENT_SHARE * content + (1 - _CONTENT_SHARE) * heading, 6)
    return found


def _shares(earlier: Report, later: Report, starts: Iterable[Starts]) -> dict[tuple[int, int], float]:
    """Give for two sections the share of both their sentences that continue each other; 0 where not named."""
    around_before, around_after = _around(earlier), _around(later)
    sizes_before = Counter(section for line in around_before.values() for section in line)
    sizes_after = Counter(section for line in around_after.values() for section in line)
    continued: defaultdict[tuple[int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for one, other in starts:
        for before in around_before.get(one, ()):
            for after in around_after.get(other, ()):
                continued[before, after][0].add(one)
                continued[before, after][1].add(other)
    shares: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (before, after), (mine, theirs) in continued.items():
        shares[before, after] = (len(mine) + len(theirs)) / (sizes_before[before] + sizes_after[after])
    return shares


def _around(report: Report) -> dict[int, Lineage]:
    """Give for each sentence, by its start, the sections around it."""
    lines = lineages(report.sections)
    return {one.span.start: lines[one.section] for one in report.sentences if one.section >= 0}


def _moved(
    earlier: Sequence[Section],
    later: Sequence[Section],
    partners: dict[int, int],
    scores: dict[tuple[int, int], float],
) -> set[int]:
    """Find the matched sections, by their place in the earlier report, that stand elsewhere than before."""
    lines_before, lines_after = lineages(earlier), lineages(later)
    siblings: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    moved = set()
    for before, after in partners.items():
        above = next((place for place in lines_before[before][1:] if place in partners), -1)
        below = next((place for place in lines_after[after][1:] if place in partners.values()), -1)
        if above >= 0 and below >= 0 and partners[above] != below:
            moved.add(before)
        else:
            siblings[above, below].append(before)
    for group in siblings.values():
        crossed = crossings([(one, partners[one], scores[one, partners[one]]) for one in group])
        moved.update(one for one, count in zip(group, crossed, strict=True) if count)
    return moved
