"""What a build does, step by step and without Prefect; the flow in `build.py` makes each step a task."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flows.declared import decisions, regions, register
from flows.ingest import Found, Taken, documents, find, take
from flows.settings import Settings
from tongbi import Comparison, Report, TongbiError, baseline, compare
from tongbi.decisions import NONE, Decisions, places
from tongbi.ledger import ledger, territories
from tongbi.model import Ledger, Link, Phrase, TargetState
from tongbi.phrases import set_phrases
from tongbi.register import Register
from tongbi.replay import known_as
from tongbi.series import Regions, ReportKey
from tongbi.territory import Clue, clues
from tongbi.units import base_unit
from warehouse.store import (
    Correction,
    Declared,
    DeclaredIndicator,
    DeclaredNote,
    DeclaredRegion,
    DeclaredTerritory,
    Draft,
    Key,
    OrphanRow,
    Skipped,
    Source,
)

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

CRASHED = "crashed"
"""The reason of a document on which the program itself failed."""

DUPLICATE = "duplicate"
"""The reason of a document that stands aside because another of the same government and session is used."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the corpus holds against what the warehouse does: the documents to read, and how many need not be."""

    found: tuple[Found, ...]
    to_read: tuple[Found, ...]
    aside: tuple[Skipped, ...]
    to_compare: tuple[tuple[str, str, str], ...] = ()
    """Region, earlier and later session of the pairs about which people decided something else than before."""
    to_search: tuple[str, ...] = ()
    """Governments about whose targets of several years they did."""
    corrections: tuple[Correction, ...] = ()
    """What people decided; `noted` tells whether the warehouse has just this already."""
    noted: bool = True

    @property
    def unchanged(self) -> int:
        """Documents that are held as they are, those set aside included."""
        return len(self.found) - len(self.to_read)


class Batch(Generic[Item]):
    """What one task hands to the next. No list or dataclass: Prefect walks through those, through 30,000 values."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = list(items)

    def let_go(self) -> None:
        """Free the memory: Prefect keeps what a task returned until the flow ends."""
        self.items.clear()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One line of the account of a build: a report that was read, with how many numbers it states."""

    file: str
    region: str
    session: str
    observations: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uncompared:
    """A pair on which the program itself failed: its region, its sessions, and the error."""

    region: str
    earlier: str
    later: str
    detail: str


@dataclass(frozen=True, slots=True)
class Government:
    """A government by all its reports in force, with what neighbours among them have in common."""

    region: str
    reports: tuple[Report, ...]
    links: tuple[Link, ...]
    states: tuple[TargetState, ...]


@dataclass(frozen=True, slots=True)
class OverYears:
    """What all reports of a government tell together: its set phrases, and a ledger for each territory by its index.

    Set phrases are those of its present territory: what was said before was said of another place.
    """

    region: str
    phrases: tuple[Phrase, ...]
    ledgers: tuple[tuple[int, Ledger], ...]


@dataclass(frozen=True, slots=True)
class Unsearched:
    """A government whose reports the program itself failed to look at together, and the error."""

    region: str
    detail: str


@dataclass(frozen=True, slots=True)
class Built:
    """The account of a build. `published` is false where there was nothing to do."""

    published: bool
    reports: int
    pairs: int
    taken: tuple[TakenIn, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    withdrawn: tuple[Key, ...] = ()
    uncompared: tuple[Uncompared, ...] = ()
    unsearched: tuple[Unsearched, ...] = ()
    orphans: tuple[OrphanRow, ...] = ()
    clues: tuple[Clue, ...] = ()
    """Where a territory may have changed and regions.toml says nothing."""


def look_for_clues(here: Settings, draft: Draft) -> tuple[Clue, ...]:
    """Terms of the congress that fall from one report in force to the next, and that nobody explained."""
    heads = (
        (ReportKey(region, session, year, delivered), meeting)
        for region, session, year, delivered, meeting in draft.heads()
    )
    return clues(heads, regions(here.corpus))


def declared(here: Settings) -> Declared:
    """The governments of the corpus and the indicators of its register, as the warehouse holds them."""
    governments = regions(here.corpus).by_name.values()
    return Declared(
        tuple(DeclaredRegion(one.name, one.code, one.level, one.parent) for one in governments),
        tuple(
            DeclaredTerritory(one.name, ordinal, territory.since, territory.note)
            for one in governments
            for ordinal, territory in enumerate(one.territories)
        ),
        tuple(
            DeclaredIndicator(
                one.id, one.name, one.unit, one.better, one.prices, one.whole, one.additive, "美元" in one.family
            )
            for one in register(here.corpus).indicators
        ),
        tuple(
            DeclaredNote(one.id, note.since, note.breaks, note.note)
            for one in register(here.corpus).indicators
            for note in one.notes
        ),
    )


def scan(here: Settings) -> tuple[Found, ...]:
    """Every document of the corpus with its digest."""
    return tuple(find(here.corpus, path) for path in documents(here.corpus))


def survey(draft: Draft, found: tuple[Found, ...], rules: str, decided: Decisions = NONE) -> Survey:
    """Compare the corpus with the draft: a document is read again where its bytes, side file or the rules changed.

    Or where other corrections are to be laid over it; a pair is compared again where those between the two changed, and
    a government looked at over all years where those of its targets of several years did.
    """
    known_reports = draft.known()
    held = {known.file: (known.digest, known.rules) for known in known_reports.values()}
    corrected = {
        known.file for key, known in known_reports.items() if known.decisions != decided.of_report(*key).digest()
    }
    aside = {skipped.file: skipped for skipped in draft.known_skipped().values()}
    held |= {file: (skipped.digest, skipped.rules) for file, skipped in aside.items()}
    changed = {one.path for one in found if held.get(one.path) != (one.digest, rules) or one.path in corrected}
    present = {one.path for one in found}
    # a file that stands aside for another of the same session is looked at again when the other changes or goes
    waiting = {
        file
        for file, skipped in aside.items()
        if skipped.code == DUPLICATE and (skipped.detail in changed or skipped.detail not in present)
    }
    to_read = tuple(one for one in found if one.path in changed or one.path in waiting)
    read_again = {one.path for one in to_read}
    still_aside = tuple(one for file, one in aside.items() if file in present and file not in read_again)
    pairs = tuple(key for key, made_with in draft.compared().items() if made_with != decided.of_pair(*key).digest())
    searches = tuple(region for region, of in draft.searched().items() if of != decided.of_years(region).digest())
    noted = _noted(decided)
    return Survey(found, to_read, still_aside, pairs, searches, noted, list(noted) == draft.known_corrections())


def _noted(decided: Decisions) -> tuple[Correction, ...]:
    """What people decided, as the warehouse notes it."""
    rows = []
    for one in decided.corrections:
        first, *rest = places(one).values()
        rows.append(
            Correction(
                id=one.id,
                what=str(one.__struct_config__.tag),
                lane=getattr(one, "lane", ""),
                decision=getattr(one, "decision", "") or getattr(one, "verdict", ""),
                region=one.region,
                earlier=first.session,
                earlier_quote=first.quote,
                earlier_number=first.number,
                later=rest[0].session if rest else first.session,
                later_quote=rest[0].quote if rest else "",
                later_number=rest[0].number if rest else "",
                decided_by=one.by,
                decided_on=one.on,
                why=one.why,
            )
        )
    return tuple(rows)


def read_batch(here: Settings, batch: Sequence[Found], rules: str) -> Batch[Taken | Skipped]:
    """Read documents; one that cannot be read stands aside with its reason."""
    known, decided = register(here.corpus), decisions(here.corpus)

    def read(found: Found) -> Taken | Skipped:
        try:
            return take(here.corpus, found, known, decided)
        except TongbiError as error:
            return Skipped(found.path, error.code, error.place, error.detail, found.digest, rules)

    done = _each(read, batch)
    return Batch(
        Skipped(found.path, CRASHED, "", repr(one), found.digest, rules) if isinstance(one, Exception) else one
        for found, one in zip(batch, done, strict=True)
    )


def _each(step: Callable[[Item], Outcome], items: Sequence[Item]) -> list[Outcome | Exception]:
    """Do a step with each item; one on which the program fails does not stop the others.

    Where it fails on more than half of several, the fault is not in the items: then the build stops with it.
    """
    done: list[Outcome | Exception] = []
    for item in items:
        try:
            done.append(step(item))
        except OSError:
            raise
        except Exception as error:
            done.append(error)
    failures = [one for one in done if isinstance(one, Exception)]
    if len(items) > 2 and 2 * len(failures) > len(items):
        raise failures[0]
    return done


def write_reports(here: Settings, draft: Draft, batch: Batch[Taken]) -> None:
    """Write reports with their baselines."""
    sources = {
        (one.report.region, one.report.session): Source(
            one.found.path, one.found.digest, one.beside.source, one.beside.source_url
        )
        for one in batch.items
    }
    reports = [one.report for one in batch.items]
    draft.put_reports(reports, sources)
    known, decided = register(here.corpus), decisions(here.corpus)
    draft.put_units({one.unit: base_unit(one.unit) for report in reports for one in report.observations})
    draft.put_baselines([(report, baseline(report, register=known, decisions=decided)) for report in reports])


def compare_batch(here: Settings, batch: Batch[tuple[Report, Report]]) -> Batch[Comparison | Uncompared]:
    """Lay pairs of reports against each other."""
    known, decided = register(here.corpus), decisions(here.corpus)
    done = _each(lambda pair: compare(*pair, register=known, decisions=decided), batch.items)
    return Batch(
        Uncompared(pair[1].region, pair[0].session, pair[1].session, repr(one)) if isinstance(one, Exception) else one
        for pair, one in zip(batch.items, done, strict=True)
    )


def write_comparisons(draft: Draft, batch: Batch[Comparison]) -> None:
    """Write what comparisons found."""
    draft.put_comparisons(batch.items)


def search_batch(here: Settings, batch: Batch[Government]) -> Batch[OverYears | Unsearched]:
    """Look at all reports of each government together."""
    known, decided, parted = register(here.corpus), decisions(here.corpus), regions(here.corpus)
    done = _each(lambda one: _over_years(one, known, decided, parted), batch.items)
    return Batch(
        Unsearched(government.region, repr(one)) if isinstance(one, Exception) else one
        for government, one in zip(batch.items, done, strict=True)
    )


def _over_years(one: Government, known: Register, decided: Decisions, parted: Regions) -> OverYears:
    named, _ = known_as(decided.identities(one.region), known)
    places = territories(one.reports, parted)
    ledgers = tuple(
        (parted.territory(ReportKey.of(of[0])), ledger(of, one.links, one.states, register=named, decisions=decided))
        for of in places
    )
    return OverYears(one.region, set_phrases(places[-1], register=known), ledgers)


def write_search(draft: Draft, batch: Batch[OverYears]) -> None:
    """Write what all reports of governments tell together."""
    draft.put_phrases([(one.region, one.phrases) for one in batch.items])
    draft.put_ledgers([(one.region, one.ledgers) for one in batch.items])


def publish(draft: Draft, unchanged: int) -> None:
    """Audit the draft and put it in force; raises `AuditFailed` and leaves in force what was."""
    draft.publish(unchanged=unchanged)


@dataclass(frozen=True)
class Steps:
    """The steps of a build, plain or as Prefect tasks."""

    scan: Callable[[Settings], tuple[Found, ...]] = scan
    survey: Callable[[Draft, tuple[Found, ...], str, Decisions], Survey] = survey
    read_batch: Callable[[Settings, Sequence[Found], str], Batch[Taken | Skipped]] = read_batch
    write_reports: Callable[[Settings, Draft, Batch[Taken]], None] = write_reports
    compare_batch: Callable[[Settings, Batch[tuple[Report, Report]]], Batch[Comparison | Uncompared]] = compare_batch
    write_comparisons: Callable[[Draft, Batch[Comparison]], None] = write_comparisons
    search_batch: Callable[[Settings, Batch[Government]], Batch[OverYears | Unsearched]] = search_batch
    write_search: Callable[[Draft, Batch[OverYears]], None] = write_search
    publish: Callable[[Draft, int], None] = publish
