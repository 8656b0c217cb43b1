"""Problems that a government newly admits, or admits no more."""

from collections.abc import Iterator
from itertools import islice

from tongbi import vocabulary
from tongbi.change.admissions import Admission, admissions
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare


def _pairs(said: str) -> set[str]:
    written = bare(said)
    return {written[place : place + 2] for place in range(len(written) - 1)}


def _likeness(said: str, others: list[str]) -> float:
    """Tell the largest share of the pairs of letters that an admission has in common with one of the others, 0..1."""
    own, likest = _pairs(said), 0.0
    for other in map(_pairs, others):
        likest = max(likest, 2 * len(own & other) / max(1, len(own) + len(other)))
    return likest


def _alone(own: Reading, mine: list[Admission], other: Reading, theirs: list[Admission]) -> Iterator[Admission]:
    """Give the admissions whose subjects the other report says nothing of, the first of each subject."""
    spoken = frozenset[str]().union(*(one.reach for one in theirs))
    limits, told = vocabulary.admissions().limits, frozenset[str]()
    said = [other.said(one.span) for one in theirs]
    for one in mine:
        if not one.subjects or one.reach & spoken or one.subjects & told:
            continue
        words = own.said(one.span)
        if len(words) > limits.longest or vocabulary.admissions().fragment.words.match(words):
            continue
        if _likeness(words, said) >= limits.likeness:
            continue
        told |= one.subjects
        yield one


def _comparable(earlier: list[Admission], later: list[Admission]) -> bool:
    """Whether both lists are whole ones: of some breadth, and neither much shorter than the other."""
    limits = vocabulary.admissions().limits
    if min(len(earlier), len(later)) <= limits.balance * max(len(earlier), len(later)):
        return False
    return all(len(frozenset().union(*(one.subjects for one in side))) >= limits.breadth for side in (earlier, later))


def problem_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Problems told of by one report alone, at most a few a kind; a subject put in other words is no new problem."""
    earlier, later = admissions(before), admissions(after)
    if not _comparable(earlier, later):
        return
    most = vocabulary.admissions().limits.most
    gone = islice(_alone(before, earlier, after, later), most)
    come = islice(_alone(after, later, before, earlier), most)
    for one in gone if not after.report.abridged else ():
        said, place = before.said(one.span), before.evidence(one.span)
        yield Finding("problem_dropped", "text", said, said, "", place, None, "admitted_no_more")
    for one in come if not before.report.abridged else ():
        said, place = after.said(one.span), after.evidence(one.span)
        yield Finding("problem_new", "text", said, "", said, None, place, "admitted_first")
