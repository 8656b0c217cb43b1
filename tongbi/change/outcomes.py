"""What became of a target: missed, met within tolerance only, not found, no longer set; and which targets are new."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tongbi.change.amounts import like_amounts
from tongbi.change.commitment import joined, phrase
from tongbi.change.doubtful import takes_years
from tongbi.change.finding import Finding, band_of
from tongbi.change.names import of_a_list, short_name
from tongbi.change.reading import Reading
from tongbi.change.silence import PLAN, REVIEW, Silence, in_words
from tongbi.change.targets import is_allotted, is_stretch, prominence
from tongbi.model import Link, Observation, Span, TargetState

_PART = 2.0


def _answers_a_part(before: Reading, after: Reading, link: Link) -> bool:
    """Whether the result is of one year of several, or of one thing among several: too little to be judged by.

    Under another name an amount that is not half the target's counts a part of it, or something else. Not so where a
    person decided that it is the result.
    """
    if link.decided:
        return False
    target, result = before.observations[link.earlier], after.observations[link.later]
    if takes_years(before, target):
        return True
    if target.indicator_id or set(short_name(target.indicator)) == set(short_name(result.indicator)):
        return False
    if of_a_list(target.indicator, result.indicator):
        return True
    amounts = link.comparable and target.measure == "level" and not isinstance(target.value, tuple)
    return amounts and not isinstance(result.value, tuple) and not like_amounts(target, result, _PART)


def judged_targets(before: Reading, after: Reading, links: Sequence[Link]) -> Iterator[Finding]:
    """Targets that the outcome lane judges missed, or met by nothing but the tolerance of their 左右."""
    told: set[str] = set()
    for link in links:
        tolerated = link.verdict == "met" and "within_tolerance" in link.note
        if link.kind != "outcome" or link.earlier in told or not (link.verdict == "missed" or tolerated):
            continue
        target, result = before.observations[link.earlier], after.observations[link.later]
        if _answers_a_part(before, after, link):
            continue
        told.add(target.id)
        yield Finding(
            "target_within_tolerance" if tolerated else "target_missed",
            band_of(target),
            target.indicator,
            phrase(before, target),
            joined(after, [result]),
            before.evidence(target.span),
            after.evidence(result.span),
            ";".join(piece for piece in (link.reason, link.note.replace(",", ";")) if piece),
            prominence(target, result),
            target.id,
            result.id,
        )


# A main target that is set again as it was comes among the tasks that changed, others behind those.
_SAME_AGAIN = {"headline": 0.1, "task": 0.3, "text": 0.0}


def _unanswered(target: Observation, trace: str, told_anew: bool) -> float:
    """Weigh a target without a result: if it is set again with the same number, nobody learns much from that."""
    if told_anew:
        return 0.0
    if trace == "set_again":
        return _SAME_AGAIN[band_of(target)]
    return _alone(target, lasting=trace == "answered_in_words")


def _alone(target: Observation, lasting: bool = False) -> float:
    """Weigh a target with nothing to compare it with: what is registered, or set year after year, is no one-off."""
    return float(bool(target.indicator_id) or lasting)


def _still_stands(target: Observation, year: int) -> bool:
    """Whether a goal is due after the year that is planned: nobody has to set it again."""
    last = target.period[-4:]
    return target.horizon == "multi_year" and last.isdecimal() and int(last) > year


def _trace(after: Reading, name: str, renewed: Observation | None) -> tuple[str, Span | None]:
    """Find what the later report still says of a target without a result, and where."""
    if answer := in_words(after, name, REVIEW):
        return "answered_in_words", answer.span
    if renewed:
        return "set_again", renewed.span
    if named := after.mentions(name, REVIEW):
        return "named", named[0].span
    return "silent", None


def missing_targets(
    before: Reading,
    after: Reading,
    links: Sequence[Link],
    states: Iterable[TargetState],
    revised: Collection[str] = (),
) -> Iterator[Finding]:
    """Targets that the next report answers with no number: in words only, or (`target_not_found`) not at all.

    Where the target is set again all the same, the later side shows where; if that is told already, because its number
    or its words changed (`revised`, by id), its silence weighs little. What is settled by deciding it has no result.
    """
    again = {link.earlier: link.later for link in links if link.kind == "revision"}
    silence = Silence(
        before, after, REVIEW, "actual", frozenset(link.later for link in links if link.kind == "outcome")
    )
    for state in states:
        target = before.observations[state.observation]
        if state.state != "not_found" or is_stretch(target) or target.value is None or not silence.about(target):
            continue
        if is_allotted(target) or takes_years(before, target):
            continue
        renewed = after.observations.get(again.get(target.id, ""))
        trace, place = _trace(after, short_name(target.indicator), renewed)
        in_words_only = trace == "answered_in_words"
        told_anew = trace == "set_again" and target.id in revised
        yield Finding(
            "number_withheld" if in_words_only else "target_not_found",
            band_of(target),
            target.indicator,
            phrase(before, target),
            after.said(place) if place and in_words_only else "",
            before.evidence(target.span),
            after.evidence(place) if place else None,
            trace,
            _unanswered(target, trace, told_anew),
            target.id,
            renewed.id if renewed and not in_words_only else "",
        )


def dropped_targets(
    before: Reading, after: Reading, links: Sequence[Link], missing: Collection[str]
) -> Iterator[Finding]:
    """Targets that the later plan does not set again; those in `missing` (by id) are told as not found already."""
    kept = {link.earlier for link in links if link.kind == "revision"}
    revised = frozenset(link.later for link in links if link.kind == "revision")
    silence = Silence(before, after, PLAN, "target", revised)
    results = {
        link.earlier: "not_comparable" if _answers_a_part(before, after, link) else link.verdict
        for link in links
        if link.kind == "outcome"
    }
    if after.report.abridged:
        return
    for target in before.report.observations:
        if target.role != "target" or target.id in kept or target.id in missing or is_stretch(target):
            continue
        if target.value is None or _still_stands(target, after.report.year) or takes_years(before, target):
            continue
        # Money that was allotted for one purpose is spent: nobody has to set it again.
        if is_allotted(target) and not target.indicator_id:
            continue
        if not silence.about(target):
            continue
        yield Finding(
            "target_dropped",
            band_of(target),
            target.indicator,
            phrase(before, target),
            "",
            before.evidence(target.span),
            None,
            f"result:{results.get(target.id) or 'none'}",
            _alone(target, lasting=target.id in results),
            target.id,
        )


def new_targets(before: Reading, after: Reading, links: Sequence[Link]) -> Iterator[Finding]:
    """Targets for which the earlier plan set none."""
    known = {link.later for link in links if link.kind == "revision"}
    silence = Silence(
        after, before, PLAN, "target", frozenset(link.earlier for link in links if link.kind == "revision")
    )
    if before.report.abridged:
        return
    for target in after.report.observations:
        if target.role != "target" or target.id in known or is_stretch(target) or target.value is None:
            continue
        if not silence.about(target):
            continue
        yield Finding(
            "target_new",
            # Goals for years to come are no targets of the year, and all new where a plan of five years begins.
            "task" if _still_stands(target, after.report.year) else band_of(target),
            target.indicator,
            "",
            phrase(after, target),
            None,
            after.evidence(target.span),
            "first_set",
            _alone(target),
            "",
            target.id,
        )
