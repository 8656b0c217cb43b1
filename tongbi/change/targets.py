"""Changes of targets: the value, read from the links of the revision lane."""

from collections.abc import Sequence

from tongbi.model import Change, Link, Report


def target_changes(earlier: Report, later: Report, links: Sequence[Link]) -> list[Change]:
    """Targets whose number the later report raised or lowered."""
    before = {one.id: one for one in earlier.observations}
    after = {one.id: one for one in later.observations}
    found = []
    for link in links:
        if link.kind != "revision" or not link.comparable or not link.change:
            continue
        old, new = before[link.earlier], after[link.later]
        found.append(
            Change(
                kind="target_raised" if link.change > 0 else "target_lowered",
                subject=new.indicator,
                before=old.quote,
                after=new.quote,
                earlier=old.span,
                later=new.span,
                earlier_observation=old.id,
                later_observation=new.id,
                score=0.8 if new.tier == "headline" else 0.6,
                reason=f"value tier={new.tier}",
            )
        )
    return found
