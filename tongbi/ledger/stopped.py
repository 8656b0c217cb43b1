"""Results that reports stated year after year and that the next one does not state. Why is not known, and not said."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongbi.change.names import short_name
from tongbi.change.reading import Reading
from tongbi.change.silence import REVIEW, Silence
from tongbi.ledger.lines import Lines
from tongbi.model import Line, Observation, Report, Stopped
from tongbi.register import Register

LEAST = 3
"""Reports in a row that have to state a result before its absence is worth telling."""


def stopped(reports: Sequence[Report], drawn: Lines, register: Register) -> tuple[Stopped, ...]:
    """Find the lines that end though the next year's report is held whole.

    `reports` are of one territory in order, `drawn` their lines. In order of the later report and of the earlier one's
    reading. Nothing is told of a report that is abridged, or behind a year that is not held.
    """
    line_of = {one: line for line in drawn.lines for one in line.observations}
    stated = [_results(report, line_of) for report in reports]
    run: dict[str, int] = defaultdict(int)
    found: list[Stopped] = []
    for place, (earlier, later) in enumerate(pairwise(reports)):
        for key in run.keys() - stated[place].keys():
            run[key] = 0
        for key in stated[place]:
            run[key] += 1
        if later.year - earlier.year != 1 or earlier.abridged or later.abridged:
            run.clear()
            continue
        gone = {key: one for key, one in stated[place].items() if key not in stated[place + 1] and run[key] >= LEAST}
        if gone:
            found += _told(earlier, later, gone, line_of, run, register)
    return tuple(found)


def _results(report: Report, line_of: dict[str, Line]) -> dict[str, Observation]:
    """Results of the whole year under review, the first of each line."""
    found: dict[str, Observation] = {}
    for one in report.observations:
        if one.role == "actual" and one.horizon == "annual" and one.period == str(report.year - 1):
            found.setdefault(line_of[one.id].key, one)
    return found


def _told(
    earlier: Report,
    later: Report,
    gone: dict[str, Observation],
    line_of: dict[str, Line],
    run: dict[str, int],
    register: Register,
) -> Iterator[Stopped]:
    reading = Reading(later)
    silence = Silence(Reading(earlier), reading, REVIEW, "actual", frozenset())
    for key, one in sorted(gone.items(), key=lambda item: item[1].start):
        names = _names(line_of[one.id], register)
        # A number beside a name, or of a name much like it, may be the result, read as something else.
        if silence.about(one) and not any(reading.told_number(name, REVIEW) for name in names):
            named = any(reading.mentions(name, REVIEW) for name in names)
            yield Stopped(key, one.id, earlier.session, later.session, run[key], named)


def _names(line: Line, register: Register) -> set[str]:
    """Give every name of the line, of the reports and of the register, as a sentence says it."""
    known = register.of(line.key)
    written = {use.name for use in line.names} | ({known.name, *known.aliases} if known else set())
    return {short_name(name) for name in written}
