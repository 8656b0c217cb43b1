"""Targets of several years and the results for the last of them."""

from collections.abc import Iterable

from tongbi.identity import take_apart
from tongbi.link.couples import couples_of
from tongbi.link.joining import joined
from tongbi.link.periods import clause_before
from tongbi.model import Link, Observation, Report
from tongbi.pairing import Context, group, pair
from tongbi.register import Register

_YEARLY = ("年均", "年平均", "每年", "逐年", "平均增长", "平均增速")


def _is_yearly(report: Report, one: Observation) -> bool:
    """Tell whether a number of several years is what each of them has: `年均增长8%`, said in the number's clause."""
    before = clause_before(report, one)
    return any(word in before for word in _YEARLY)


def _may_answer(earlier: Report, target: Observation, later: Report, result: Observation) -> bool:
    """Tell whether a result may answer a target of several years.

    What a target counts over a span of years (a growth, what is added or built) is answered by a result over a span
    only, yearly or in all as the target is: the last year's own growth, or what it added, is a part. What there is at
    the end of a year is as well told of that year, and is not what was added up to it.
    """
    if result.horizon == "multi_year":
        spans = len(target.period) > 4 and len(result.period) > 4
        return not spans or _is_yearly(earlier, target) == _is_yearly(later, result)
    if result.measure not in ("ratio", "rank", "level", "qualitative"):
        return False
    added = take_apart(target.indicator).increment != take_apart(result.indicator).increment
    return target.measure in ("ratio", "rank") or (len(target.period) == 4 and not added)


def outcomes_of(
    earlier: Report,
    targets: Iterable[Observation],
    later: Report,
    results: Iterable[Observation],
    register: Register,
) -> tuple[Link, ...]:
    """Link targets of several years with the results for their last year, in reading order; all have that year."""
    context = Context(earlier, later)
    asked, told = group(earlier, list(targets)), group(later, list(results))
    found = []
    for mine, theirs, score in pair(asked, told, context):
        for target in mine.members:
            fit = [one for one in theirs.members if _may_answer(earlier, target, later, one)]
            spans_first = sorted(fit, key=lambda one: one.horizon != "multi_year")
            found += [
                (
                    (one.start, one.id, other.start, other.id),
                    joined("outcome", one, other, register, score),
                )
                for one, other in (couples_of("outcome", [target], spans_first) if spans_first else ())
            ]
    return tuple(link for _, link in sorted(found, key=lambda placed: placed[0]))
