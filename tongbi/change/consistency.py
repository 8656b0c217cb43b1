"""Whether two neighbouring reports agree with each other: growth with amounts, a past figure with itself.

A disagreement is shown, never corrected: most come of another definition or a revised base, which the text seldom says.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tongbi import vocabulary
from tongbi.change.amounts import implied_growth
from tongbi.change.commitment import joined
from tongbi.change.finding import Finding, band_of
from tongbi.change.reading import Reading
from tongbi.change.revised import revised
from tongbi.identity import normal_name
from tongbi.model import Link, Observation
from tongbi.register import Register
from tongbi.rounding import agree, ends_of, half_step

_HUNDRED = Decimal(100)


def _same_thing(old: Observation, new: Observation) -> bool:
    if old.indicator_id or new.indicator_id:
        return old.indicator_id == new.indicator_id
    return normal_name(old.indicator) == normal_name(new.indicator)


def _growth_beside(after: Reading, level: Observation) -> Observation | None:
    """Give the growth of the same year that the same sentence states for the same name, without a basis of its own."""
    sentence = after.evidence(level.span)
    return next(
        (
            one
            for one in after.report.observations
            if sentence.start <= one.start < sentence.end
            and (one.role, one.measure, one.period, one.basis) == ("actual", "change_pct", level.period, "")
            and normal_name(one.indicator) == normal_name(level.indicator)
            and ends_of(one, one.unit)
        ),
        None,
    )


def _is_nominal(new: Observation, last: int, year: int, register: Register) -> bool:
    """Tell whether the growth of an indicator is that of its amounts, and no known change of definition lies between.

    A name that is not registered is taken so only where nothing is paid for it: prices play no part in a count.
    """
    known = register.of(new.indicator_id)
    if not known:
        return not new.unit.endswith(vocabulary.change().consistency.money)
    return known.prices == "nominal" and not known.breaks(last, year, "level")


def _contradicts(old: Observation, new: Observation, growth: Observation) -> bool:
    """Tell whether the growth is not that of the two amounts, however rounded, though they may be of one thing."""
    before, after, stated = ends_of(old, new.unit), ends_of(new, new.unit), growth.value
    if not before or not after or before[0] <= 0 or not isinstance(stated, Decimal):
        return False
    least, most = (after[0] / before[1] - 1) * _HUNDRED, (after[1] / before[0] - 1) * _HUNDRED
    half = half_step(stated) + Decimal(str(vocabulary.change().consistency.slack))
    if agree((least, most), (stated - half, stated + half)) or stated <= -_HUNDRED:
        return False
    # The amount of the year before as the growth has it; one much larger or smaller was read of something else.
    had = after[0] / (1 + stated / _HUNDRED)
    ratio = Decimal(str(vocabulary.change().consistency.ratio))
    return max(had, before[0]) <= ratio * min(had, before[0])


def growth_against_amounts(
    before: Reading, after: Reading, links: Iterable[Link], register: Register
) -> Iterator[Finding]:
    """Amounts of two successive years, and a stated growth that is not theirs, beyond rounding; nominal quantities."""
    last, year = before.report.year - 1, after.report.year - 1
    if year != last + 1:
        return
    told: set[str] = set()
    for link in links:
        if link.kind != "series" or not link.comparable:
            continue
        old, new = before.observations[link.earlier], after.observations[link.later]
        if (old.measure, old.period, new.period) != ("level", str(last), str(year)) or old.basis or new.basis:
            continue
        key = new.indicator_id or normal_name(new.indicator)
        if key in told or not _same_thing(old, new) or not _is_nominal(new, last, year, register):
            continue
        growth = _growth_beside(after, new)
        if not growth or not _contradicts(old, new, growth):
            continue
        told.add(key)
        yield Finding(
            "growth_and_amounts_differ",
            band_of(new),
            new.indicator,
            joined(before, [old]),
            joined(after, sorted((new, growth), key=lambda one: one.start)),
            before.evidence(old.span),
            after.evidence(new.span),
            f"{implied_growth(old, new)};{'estimated;' if old.certainty == 'estimated' else ''}often_redefined",
            0.5 + 0.5 * bool(new.indicator_id),
            old.id,
            new.id,
        )


def restated_figures(before: Reading, after: Reading) -> Iterator[Finding]:
    """Figures of a past year that the later report states otherwise, beyond rounding."""
    for one in revised((before.report, after.report)):
        old, new = before.observations[one.earlier], after.observations[one.later]
        yield Finding(
            "figure_restated",
            band_of(old),
            old.indicator,
            joined(before, [old]),
            joined(after, [new]),
            before.evidence(old.span),
            after.evidence(new.span),
            f"of_year:{old.period};{'estimated;' if old.certainty == 'estimated' else ''}often_redefined",
            0.5 + 0.5 * bool(old.indicator_id),
            old.id,
            new.id,
        )
