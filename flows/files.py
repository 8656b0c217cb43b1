"""The reports that a command names: one file, or two to lay against each other."""

from collections.abc import Sequence
from pathlib import Path

from flows.declared import decisions, register
from flows.ingest import find, read_file, take
from flows.messages import say, tell
from flows.settings import corpus_folder
from tongbi import Comparison, Report, compare
from tongbi.errors import TongbiError
from tongbi.replay import of_report


def plain_report(path: Path, region: str | None = None, year: int | None = None) -> Report:
    """The report in a file as the rules read it; raises `TongbiError` with the file named.

    One of the corpus is read as a build reads it, where folder and file name go before the text: corrections know
    it by these.
    """
    corpus = _corpus_around(path)
    if corpus and region is None and year is None:
        return take(corpus, find(corpus, path.resolve()), register()).report
    return read_file(path, region, year, known=register())


def _corpus_around(path: Path) -> Path | None:
    """The corpus, where the file lies in it."""
    try:
        corpus = corpus_folder()
    except TongbiError:
        return None
    return corpus if path.is_file() and path.resolve().is_relative_to(corpus) else None


def one_report(path: Path, region: str | None = None, year: int | None = None) -> Report:
    """The report in a file, with what people corrected in it; raises `TongbiError` with the file named."""
    return of_report(plain_report(path, region, year), decisions(), register())


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
    return compare(before, after, register=register(), decisions=decisions())
