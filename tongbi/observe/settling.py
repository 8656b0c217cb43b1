"""The period of one number, from the time under discussion and from how the number was reached."""

from tongbi import vocabulary
from tongbi.model import Measure
from tongbi.observe.nouns import doing_verb
from tongbi.observe.predicates import Predicate
from tongbi.observe.times import Time

_LONGEST_BASE = 6
"""A growth on a base year further back than this is told of the year reached, not of a span."""


def settled(time: Time, predicate: Predicate, name: str, measure: Measure, year: int, discussed: Time) -> Time:
    """Give the period of one number of a report of `year`.

    `time` is what the words near it say, `discussed` what the passage is about. A base moved from is a time of its own;
    in a span, what flows takes the span and what stands its end; a target for a later year that adds up begins now.
    """
    if predicate.at_year:
        return Time("actual" if predicate.at_year < year else time.role, predicate.at_year, predicate.at_year)
    if predicate.before:
        return Time("actual", time.first - 1, time.first - 1)
    changed = measure in ("change_pct", "change_abs")
    base = predicate.base_year
    if changed and base and time.last - _LONGEST_BASE <= base < time.last - 1:
        return Time(time.role, base + 1, time.last)
    if changed and predicate.years_ago and not time.span:
        return Time(time.role, time.last - predicate.years_ago + 1, time.last)
    if (predicate.yearly or (predicate.summed and not time.part)) and discussed.span:
        return discussed
    if time.span and _of_every_year(predicate, name, measure):
        return time
    flows = changed or (measure == "level" and _flows(name, predicate, time))
    if time.span:
        return time if flows else time.end()
    if time.last > year and flows and not time.part and (predicate.summed or doing_verb(name)):
        return Time(time.role, year, time.last)
    return time


def _of_every_year(predicate: Predicate, name: str, measure: Measure) -> bool:
    """What was kept, or came to all of something, over a span."""
    if predicate.motion_word in vocabulary.periods().kept or name.endswith(vocabulary.periods().service_rates):
        return True
    return measure == "ratio" and "占" in name and not name.endswith(("比重", "占比"))


def _flows(name: str, predicate: Predicate, time: Time) -> bool:
    """Whether an amount adds up over a span, or is the state at its end."""
    verb = doing_verb(name)
    if predicate.summed:
        return True
    if predicate.motion == "reach" or verb in vocabulary.periods().state_verbs:
        return False
    if verb in vocabulary.periods().state_verbs_of_targets:
        return time.role == "actual" or time.span
    return bool(verb) or not (predicate.bound or vocabulary.periods().stock.search(name))
