"""Streaks (`连续八年`) that the later report leaves at the same number of years, or tells nothing of."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from tongbi import vocabulary
from tongbi.change.finding import Finding
from tongbi.change.names import resemblance, short_name
from tongbi.change.reading import Reading, bare
from tongbi.change.silence import REVIEW
from tongbi.model import Observation, Span

_COUNT = re.compile(r"[“\"]?(?:已|实现|连续)?[\d一二三四五六七八九十]+(?:个?年|次|连\w)?[”\"]?")
_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def _stretch(reading: Reading, streak: Observation) -> Span:
    """Give the words between commas that a streak stands in."""
    sentence = reading.evidence(streak.span)
    found = (span for span in reading.stretches_of(sentence) if span.start <= streak.start < span.end)
    return next(found, sentence)


def _about(reading: Reading, streak: Observation) -> str:
    """Say what goes on year by year, without the number of years."""
    return bare(_COUNT.sub("", reading.folded[slice(*_stretch(reading, streak))]))


def _streaks(reading: Reading) -> list[Observation]:
    """Results that go on from year to year: what is awarded every few years (`五连冠`) needs not be one more."""
    year = str(reading.report.year - 1)
    return [
        one
        for one in reading.report.observations
        if one.measure == "streak"
        and one.role == "actual"
        and one.period == year
        and isinstance(one.value, Decimal)
        and one.unit in vocabulary.change().streak.yearly
    ]


def _said_again(after: Reading, about: str, streak: Observation) -> bool:
    """Tell whether the later report says anywhere what the streak was of, with or without the years."""
    quoted = _QUOTED.search(streak.indicator)
    name = bare(quoted[1]) if quoted else bare(short_name(streak.indicator))
    least = vocabulary.change().doubt.shortest
    if len(name) < least or name in after.bare:
        return True
    enough = vocabulary.change().streak.doubt
    return any(
        resemblance(about, bare(after.folded[slice(*span)])) >= enough
        for sentence in after.report.sentences
        if sentence.part in REVIEW
        for span in after.stretches_of(sentence.span)
    )


def _arranged(before: Reading, streak: Observation) -> bool:
    """Tell whether it was settled beforehand for how many years: `每年安排2亿元资金，连续三年……`."""
    sentence, stretch = before.evidence(streak.span), _stretch(before, streak)
    start = max(sentence.start, stretch.start - vocabulary.change().reach.peers)
    return bool(vocabulary.change().streak.given.search(before.folded[start : stretch.end]))


def streak_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Streaks that are not one year longer, and those of which an unabridged later report says nothing."""
    words = vocabulary.change().streak
    later = [(one, _about(after, one)) for one in _streaks(after)]
    told: set[Span] = set()
    for old in _streaks(before):
        about, span = _about(before, old), _stretch(before, old)
        if span in told or not isinstance(old.value, Decimal):
            continue
        told.add(span)
        # Under another name or in other words it may go on: one that is a year longer leaves no silence to tell of.
        longer = any(one.unit == old.unit and one.value == old.value + 1 for one, _ in later)
        alike = [(resemblance(about, theirs), one) for one, theirs in later if one.unit == old.unit]
        likeness, new = max(alike, key=lambda both: (both[0], -both[1].start), default=(0.0, None))
        if new and likeness >= words.likeness:
            if new.value == old.value:
                yield _finding("streak_not_extended", before, old, after, new)
        elif (
            not (after.report.abridged or longer or _arranged(before, old))
            and old.value >= words.least
            and likeness < words.doubt
            and not _said_again(after, about, old)
        ):
            yield _finding("streak_not_found", before, old, after, None)


def _finding(
    kind: Literal["streak_not_extended", "streak_not_found"],
    before: Reading,
    old: Observation,
    after: Reading,
    new: Observation | None,
) -> Finding:
    return Finding(
        kind,
        "task",
        old.indicator,
        before.said(_stretch(before, old)),
        after.said(_stretch(after, new)) if new else "",
        before.evidence(old.span),
        after.evidence(new.span) if new else None,
        f"years:{old.quote}:{new.quote}" if new else "silent",
        0.5,
        old.id,
        new.id if new else "",
    )
