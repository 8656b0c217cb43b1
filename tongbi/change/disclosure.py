"""What the later report tells less of: growth withheld, words for a number, a rank among fewer, another name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tongbi import vocabulary
from tongbi.change.amounts import implied_growth, like_amounts
from tongbi.change.commitment import joined
from tongbi.change.finding import Finding, band_of
from tongbi.change.names import one_name, one_thing, short_name
from tongbi.change.reading import Reading
from tongbi.change.silence import PLAN, REVIEW, in_words
from tongbi.identity import normal_name
from tongbi.model import Link, Match, Observation, PartKind
from tongbi.text import any_of

GROWTH = re.compile(r"增长|下降|增加|减少|增速|增幅|降幅|增\d|降\d|提高|回落")

_FROM = re.compile(r"[从由][^,，;；。]*\d[^,，;；。]*到(?:\d{4}年的?)?$")


@dataclass(frozen=True, slots=True)
class _Result:
    """What a review says of one indicator for its year: the amount, and the growth beside it."""

    level: Observation | None
    growth: Observation | None

    @property
    def stated(self) -> list[Observation]:
        return sorted((one for one in (self.level, self.growth) if one), key=lambda one: one.start)


def _key(observation: Observation) -> str:
    return observation.indicator_id or normal_name(observation.indicator)


def _results(reading: Reading) -> dict[str, _Result]:
    """Results of the year under review by indicator: the first mention of each, of an amount the first exact one.

    `首破5000亿元大关、达5141亿元` tells the amount behind the mark that was passed.
    """
    named: dict[str, list[Observation]] = defaultdict(list)
    for one in reading.report.observations:
        if one.role == "actual" and one.period == str(reading.report.year - 1) and one.value is not None:
            named[_key(one)].append(one)
    found = {}
    for key, results in named.items():
        levels = [one for one in results if one.measure in ("level", "ratio")]
        level = next((one for one in levels if one.bound not in ("ge", "le")), levels[0] if levels else None)
        found[key] = _Result(level, next((one for one in results if one.measure == "change_pct"), None))
    return found


def behind(reading: Reading, observation: Observation) -> str:
    """Give what stands between a number and the next one that was read: a growth there was not read as one."""
    sentence = reading.evidence(observation.span)
    starts = [one.start for one in reading.report.observations if observation.end <= one.start < sentence.end]
    rest = reading.folded[observation.end : min(starts, default=sentence.end)]
    return re.split("[;。；]", rest)[0]


def over_years(reading: Reading, observation: Observation) -> bool:
    """Tell whether the sentence says from which amount, of which year, it came: the growth of several years."""
    sentence = reading.evidence(observation.span)
    return bool(_FROM.search(reading.folded[sentence.start : observation.start]))


def withheld_growth(before: Reading, after: Reading, links: Iterable[Link]) -> Iterator[Finding]:
    """Results given with amount and growth before, and with the amount alone now."""
    earlier, later = _results(before), _results(after)
    for link in links:
        if link.kind != "series" or not link.comparable:
            continue
        old, new = before.observations[link.earlier], after.observations[link.later]
        result, next_result = earlier.get(_key(old)), later.get(_key(new))
        if not result or result.level is not old or not result.growth or old.measure != "level":
            continue
        if (next_result and next_result.growth) or GROWTH.search(behind(after, new)):
            continue
        if new.bound in ("ge", "le") and next_result and next_result.level:
            new = next_result.level
        # `从2011年的3.4万元提高到5.2万元` tells the growth of several years instead.
        if over_years(after, new):
            continue
        yield Finding(
            "growth_withheld",
            band_of(old),
            new.indicator,
            joined(before, result.stated),
            joined(after, [new]),
            before.evidence(old.span),
            after.evidence(new.span),
            implied_growth(old, new),
            0.5 + 0.5 * bool(old.indicator_id),
            old.id,
            new.id,
        )


def withheld_numbers(before: Reading, after: Reading) -> Iterator[Finding]:
    """Results of registered or headline indicators that the later review tells in words only."""
    later = _results(after)
    for key, result in _results(before).items():
        first = result.stated[0] if result.stated else None
        if not first or key in later or not (first.indicator_id or first.tier == "headline"):
            continue
        name = short_name(first.indicator)
        answer = in_words(after, name, REVIEW)
        if not answer or after.told_number(name, REVIEW):
            continue
        yield Finding(
            "number_withheld",
            band_of(first),
            first.indicator,
            joined(before, result.stated),
            after.said(answer.span),
            before.evidence(first.span),
            after.evidence(answer.span),
            "told_in_words",
            1.0,
            first.id,
        )


@cache
def _payers() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.change().vague.words))


def _same_purpose(one: str, other: str) -> bool:
    """Whether two names differ only in the words for who pays and how (`财政用于救灾的资金`, `财政下拨救灾资金`)."""
    return _payers().sub("", one) == _payers().sub("", other)


def renamed_indicators(
    before: Reading, after: Reading, links: Iterable[Link], matches: Iterable[Match]
) -> Iterator[Finding]:
    """Linked indicators under a name that the earlier report never used, while the old one is gone from that part.

    Likeness links more than it should; so both must stand in sentences that continue each other, with like amounts.
    """
    continued = {(match.earlier, match.later) for match in matches}
    told: set[str] = set()
    everywhere: tuple[PartKind, ...] = (*REVIEW, *PLAN)
    for link in links:
        if link.kind not in ("revision", "series") or not link.comparable:
            continue
        old, new = before.observations[link.earlier], after.observations[link.later]
        part = PLAN if link.kind == "revision" else REVIEW
        if new.indicator in told or old.measure != "level":
            continue
        if (
            one_name(old.indicator, new.indicator)
            or _same_purpose(old.indicator, new.indicator)
            or not (old.indicator_id == new.indicator_id != "" or one_thing(old.indicator, new.indicator))
        ):
            continue
        if (before.evidence(old.span), after.evidence(new.span)) not in continued or not like_amounts(old, new, 2):
            continue
        if before.says(new.indicator, everywhere) or after.says(old.indicator, part):
            continue
        told.add(new.indicator)
        yield Finding(
            "indicator_renamed",
            "task",
            new.indicator,
            old.indicator,
            new.indicator,
            before.evidence(old.span),
            after.evidence(new.span),
            link.kind,
            0.5 + 0.5 * bool(old.indicator_id or new.indicator_id),
            old.id,
            new.id,
        )
