"""The reports that a command names: one file, or two to lay against each other."""

from collections.abc import Sequence
from pathlib import Path

from flows.declared import register
from flows.ingest import read_file
from flows.messages import say, tell
from tongbi import Comparison, Report, compare
from tongbi.errors import TongbiError


def one_report(path: Path, region: str | None = None, year: int | None = None) -> Report:
    """The report in a file; raises `TongbiError` with the file named."""
    return read_file(path, region, year, known=register())


def _years(earlier: Path, years: Sequence[int]) -> tuple[int | None, int | None]:
    """A single year is that of the later report; two are in order."""
    if len(years) > 2:
        raise TongbiError("years_given", str(earlier), detail=str(len(years)))
    return (years[0], years[1]) if len(years) == 2 else (None, years[0] if years else None)


def two_reports(
    earlier: Path, later: Path, region: str | None = None, years: Sequence[int] | None = None
) -> Comparison:
    """Two reports compared. Says so where they are of different governments.

    Raises `TongbiError` with the file named; `wrong_order` where the first report is the later one.
    """
    earlier_year, later_year = _years(earlier, years or ())
    before, after = one_report(earlier, region, earlier_year), one_report(later, region, later_year)
    if (before.year, before.session) > (after.year, after.session):
        raise TongbiError("wrong_order", str(earlier), detail=before.session)
    if before.region != after.region:
        tell(say("tell.other_region", earlier=before.region, later=after.region))
    return compare(before, after, register=register())
