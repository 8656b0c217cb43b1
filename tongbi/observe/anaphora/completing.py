"""Which of the ways to complete a subject comes first."""

from collections.abc import Callable

from tongbi.observe.anaphora import bridging, distributives, ellipsis, partitives, substitution
from tongbi.observe.anaphora.antecedents import of_clause, trades_listed
from tongbi.observe.anaphora.told import Fragment, Told
from tongbi.observe.figures import Group

# The first that gives names decides, so the special stand before the general; () says that the subject stands alone.
_WAYS: tuple[Callable[[Fragment], tuple[str, ...] | None], ...] = (
    substitution.containers,
    bridging.arrived,
    distributives.ratio_of_both,
    substitution.level,
    bridging.for_each,
    substitution.whereas,
    substitution.freight,
    distributives.both,
    substitution.limit,
    distributives.for_town_and_country,
    bridging.growth,
    # Also takes note of the whole, so nothing behind it may come before it.
    partitives.part_of_whole,
    bridging.concerned,
    distributives.shares_of_amounts,
    bridging.pulled,
    substitution.other_side,
    substitution.came_of_agreed,
    distributives.contribution,
    distributives.of_all,
    distributives.of_listed_owners,
    bridging.revenue_of_parts,
    bridging.of_insurance,
    bridging.measure_of_last,
    substitution.sized,
    substitution.one_of,
    substitution.reached_by_others,
    partitives.described,
    bridging.hurt,
    bridging.lacking,
    bridging.rate_of_deed,
    ellipsis.same_noun,
)


def completed(told: Told, group: Group, subject: str, *, continued: bool) -> tuple[str, ...]:
    """Complete a subject that is none without what was told before it; () where it stands alone.

    `continued` says whether the list before goes on with it.
    """
    if listed := trades_listed(group, subject):
        return listed
    if not told.last:
        return of_clause(group, subject)
    part = Fragment(told, group, subject, continued, told.last[-1], group.figures[0].unit[-1:])
    for way in _WAYS:
        if (names := way(part)) is not None:
            if names:
                return names
            break
    return bridging.measures_of_run(told, subject)
