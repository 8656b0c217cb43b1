"""Facts of the head of a report: another term of the congress, a congress made anew, another head of government."""

from collections.abc import Iterator

from tongbi.change.reading import bare
from tongbi.model import HeadFact, Report
from tongbi.territory import ordinal, term


def head_facts(earlier: Report, later: Report) -> Iterator[HeadFact]:
    """Tell what the heads of two reports have otherwise, where both say it.

    A term that is lower than the one before it belongs to a congress that was made anew, as where territories merged.
    """
    before, after = term(earlier.meeting), term(later.meeting)
    if before and after and before != after:
        yield HeadFact(
            "new_term" if after > before else "new_congress", ordinal(earlier.meeting), ordinal(later.meeting)
        )
    if earlier.speaker and later.speaker and bare(earlier.speaker) != bare(later.speaker):
        yield HeadFact("new_speaker", earlier.speaker, later.speaker)
