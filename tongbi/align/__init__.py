"""Alignment of two reports of one government: which sentence and which section continues which.

A threshold on likeness cannot do it: most sentences of a new plan are reworded by half, and firm pairs share as little
as an eighth of their character pairs. What does it is the sum of four things that each say little: rare n-grams and
word vectors (`features`), competition (`pairs`), and the order in which tasks are told (`order`); docs/decisions/0004
has the figures. Sections are then matched by their headings and by the sentences that they share (`sections`), and a
heading goes with its section.

The modules below need numpy, which takes a tenth of a second to load, and are imported when first asked for.
"""

from collections.abc import Collection, Sequence

from tongbi.align.model import SectionMatch
from tongbi.model import Match, Report, Span

__all__ = ["SectionMatch", "align", "match_sections"]


def align(
    earlier: Report,
    later: Report,
    *,
    known: Collection[tuple[Span, Span]] = (),
    parted: Collection[tuple[Span, Span]] = (),
) -> tuple[Match, ...]:
    """Match the sentences and headings of two reports, each part with its counterpart; glossaries are left alone.

    Sorted by place in the later report, then in the earlier. A sentence may stand in several matches, or in none where
    nothing is probable enough. With the reports exchanged the same sentences are matched.

    `known` are pairs of sentences, by their spans (earlier, later), that are matched whatever the rules say: neither
    has another partner then than those given, and both are landmarks to their neighbours. Pairs in `parted` are not
    matched. A pair whose ends are not sentences of one part is passed over.
    """
    from tongbi.align.sentences import match_sentences

    return match_sentences(earlier, later, known, parted)


def match_sections(earlier: Report, later: Report, matches: Sequence[Match] | None = None) -> tuple[SectionMatch, ...]:
    """Match the sections of two reports, one to one and within a part; sorted by the later one.

    `matches` are those of `align`, where they are known already; else they are found first.
    """
    from tongbi.align.sections import sections_matched

    found = align(earlier, later) if matches is None else matches
    return sections_matched(earlier, later, [(match.earlier.start, match.later.start) for match in found])
