"""Which section of the later report continues which of the earlier, by heading and by the sentences they share."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

import numpy as np

from tongbi.align.chain import crossings
from tongbi.align.features import Floats, similarity, units
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


def sections_matched(earlier: Report, later: Report, continued: Sequence[Starts]) -> tuple[SectionMatch, ...]:
    """Match the sections of both reports, given where the sentences start that continue each other.

    See `tongbi.align.match_sections`.
    """
    if not earlier.sections or not later.sections:
        return ()
    names = [_name(one) for one in earlier.sections], [_name(one) for one in later.sections]
    scores = _scores(earlier, later, names, continued)
    partners: dict[int, int] = {}
    taken: set[int] = set()
    # Two pairs of one section differ in their sum, so that equal scores do not depend on which report is the earlier.
    for before, after in sorted(scores, key=lambda pair: (-scores[pair], sum(pair))):
        if before not in partners and after not in taken:
            partners[before] = after
            taken.add(after)
    moved = _moved(earlier.sections, later.sections, partners, scores)
    found = [
        SectionMatch(
            earlier=before,
            later=after,
            renamed=names[0][before] != names[1][after],
            moved=before in moved,
            score=scores[before, after],
        )
        for before, after in partners.items()
    ]
    return tuple(sorted(found, key=lambda match: match.later))


def _name(section: Section) -> str:
    """Give what a heading says, without marks, numbering and years."""
    return _SAME_NAME.sub("", fold(section.heading))


def _scores(
    earlier: Report, later: Report, names: tuple[Sequence[str], Sequence[str]], continued: Sequence[Starts]
) -> dict[tuple[int, int], float]:
    """Score the pairs of sections of one part, 0..1; those that are not alike enough to be matched are left out."""
    headings = similarity(
        units([section.heading for section in earlier.sections], [True] * len(earlier.sections)),
        units([section.heading for section in later.sections], [True] * len(later.sections)),
    )
    alike = np.clip(headings / _EQUAL, 0, 1)
    alike[np.array(names[0], object)[:, None] == np.array(names[1], object)] = 1
    parts, others = (np.array([section.part for section in report.sections]) for report in (earlier, later))
    content = np.where(np.isin(parts, _ALIGNED)[:, None], _shares(earlier, later, continued), alike)
    scores = np.round(_CONTENT_SHARE * content + (1 - _CONTENT_SHARE) * alike, 3)
    found = np.argwhere((scores >= _LEAST) & (parts[:, None] == others))
    return {(before, after): float(scores[before, after]) for before, after in found.tolist()}


def _shares(earlier: Report, later: Report, continued: Sequence[Starts]) -> Floats:
    """Give for two sections the share of both their sentences that continue each other; shape (earlier, later)."""
    around = _around(earlier), _around(later)
    reaching = {(one, section) for one, other in continued for section in around[1].get(other, ())}
    reached = {(other, section) for one, other in continued for section in around[0].get(one, ())}
    both = [(before, after) for one, after in reaching for before in around[0].get(one, ())]
    both += [(before, after) for other, before in reached for after in around[1].get(other, ())]
    shared = np.zeros((len(earlier.sections), len(later.sections)))
    for (before, after), count in Counter(both).items():
        shared[before, after] = count
    sizes, others = (
        np.bincount(np.array([*chain.from_iterable(lines.values())], np.intp), minlength=count)
        for lines, count in zip(around, shared.shape, strict=True)
    )
    shared /= np.maximum(sizes[:, None] + others, 1)
    return shared


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
