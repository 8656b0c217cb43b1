"""Targets that may be none: numbers of what is done already, or of what no plan decides. Nothing is told of them."""

from tongbi import vocabulary
from tongbi.change.reading import Reading
from tongbi.model import Observation, Span


def _lead(reading: Reading, observation: Observation) -> str:
    """Give what the stretch between two commas says in front of the number."""
    sentence = reading.evidence(observation.span)
    start = next(
        (span.start for span in reading.stretches_of(sentence) if span.start <= observation.start < span.end),
        observation.start,
    )
    return reading.said(Span(start, observation.start))


def is_no_target(reading: Reading, target: Observation) -> bool:
    """Whether the sentence tells of a fact (`已由15%降到12%`), or the name is of one (`高校毕业生`)."""
    doubt = vocabulary.change().doubt
    return bool(doubt.given.search(target.indicator)) or bool(doubt.done.search(_lead(reading, target)))


def takes_years(reading: Reading, target: Observation) -> bool:
    """Whether the sentence gives the target more than one year (`今明两年`), of which one result is a part only."""
    sentence = reading.evidence(target.span)
    return bool(vocabulary.change().doubt.several_years.search(reading.folded, sentence.start, target.start))
