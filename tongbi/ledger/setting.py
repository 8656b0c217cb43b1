"""What was known of a year already when its targets were set.

A report that is delivered in April or later may state the first quarter of the year it plans. Such a figure is told
beside the target for the year: whoever set the target had seen it. It judges nothing, since a part is not the year.
"""

from tongbi.model import KnownAtSetting, Observation, Report
from tongbi.pairing import Context, group, pair

_FIRST_MONTH = 4


def known_at_setting(report: Report) -> tuple[KnownAtSetting, ...]:
    """Find the figures of the planned year's first months that a report delivered in April or later states.

    In reading order of the targets; none where the day of delivery is unknown.
    """
    if not report.delivered or (report.delivered.year, report.delivered.month) < (report.year, _FIRST_MONTH):
        return ()
    year = str(report.year)
    targets = [one for one in report.observations if one.role == "target" and one.period == year]
    known = [one for one in report.observations if _is_first_part(one, year)]
    found = [
        (one, figure)
        for mine, theirs, _ in pair(group(report, targets), group(report, known), Context(report, report))
        for one in mine.members
        for figure in theirs.members
    ]
    found.sort(key=lambda both: (both[0].start, both[0].id, both[1].start, both[1].id))
    return tuple(
        KnownAtSetting(report.session, one.id, figure.id, one.measure == figure.measure) for one, figure in found
    )


def _is_first_part(one: Observation, year: str) -> bool:
    return one.role == "actual" and one.horizon == "part_year" and one.period[:4] == year
