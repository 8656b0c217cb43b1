"""One writer at a time: a draft is a copy of what is published, changed, audited, and put in its place in one step."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
from filelock import FileLock, Timeout

from tongbi.errors import AuditFailed, TongbiError
from tongbi.model import Comparison, Ledger, Link, Phrase, Report, TargetState
from warehouse.answers import OrphanRow
from warehouse.audits import Finding, audit
from warehouse.given import (
    Correction,
    Declared,
    DeclaredIndicator,
    DeclaredNote,
    DeclaredRegion,
    DeclaredTerritory,
    Skipped,
    Source,
)
from warehouse.layout import copy
from warehouse.questions import Questions
from warehouse.rows import (
    Batches,
    Key,
    arrow,
    baseline_batches,
    comparison_batches,
    correction_batches,
    declared_batches,
    ledger_batches,
    phrase_batches,
    report_batches,
)
from warehouse.sql import query, statements
from warehouse.versions import draft_path, folder, next_number, published, release, rollback, sweep

__all__ = [
    "Correction",
    "Declared",
    "DeclaredIndicator",
    "DeclaredNote",
    "DeclaredRegion",
    "DeclaredTerritory",
    "Draft",
    "Key",
    "Known",
    "OrphanRow",
    "Skipped",
    "Source",
    "folder",
    "open_published",
    "published",
    "rollback",
]

Incoming = dict[str, list[Any]]
"""The keys that the statements of `writes/` work on, column by column."""

_INCOMING = {"build": pa.int32(), "taken_in_at": pa.timestamp("us")}
"""The types of their columns that are no words."""

_STALE = ("drop_stale_comparisons", "drop_stale_series")
"""What is done after reports came or went."""

_SHOWN = 20
"""How many bad rows a failed audit names."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is held of a report: its text, the rules it was read under ("" for none), its file, that file's digest.

    `decisions` is the digest of the corrections that were laid over it.
    """

    sha256: str
    rules: str
    file: str
    digest: str
    decisions: str = ""


def open_published(where: Path) -> Questions:
    """Open the published warehouse for asking, read-only: it locks nobody out.

    Raises `TongbiError`: `no_warehouse` where nothing was published, `outdated_warehouse` where another version of the
    project published it; a build puts both right.
    """
    path = published(where)
    if path is None:
        raise TongbiError("no_warehouse", source=str(where))
    return Questions(path)


class Draft:
    """The next version of the warehouse while a build works on it. Use it in a `with`; unpublished, it leaves no trace.

    `rules` is the version of the rules of this build: one string for everything it writes. Raises `TongbiError`
    (`busy`) where another build is at work in the folder.
    """

    def __init__(self, where: Path, rules: str) -> None:
        self._where = where
        self._rules = rules
        self._started = _now()
        self._counts = dict.fromkeys(("added", "revised", "rederived", "withdrawn", "compared"), 0)
        where.mkdir(parents=True, exist_ok=True)
        with ExitStack() as undo:
            # a step of the flow may run in another thread than the one that opened the draft
            lock = FileLock(where / ".lock", thread_local=False)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                raise TongbiError("busy", source=str(where)) from None
            undo.callback(lock.release)
            sweep(where)
            self._number = next_number(where)
            self._path = draft_path(where, self._number)
            undo.callback(self._path.unlink, missing_ok=True)
            self._connection = copy(published(where), self._path)
            undo.callback(self._connection.close)
            # nobody reads a draft: one checkpoint, when it is published, writes half as much as one at every commit
            self._connection.execute("SET wal_autocheckpoint = '1TB'")
            # reports without rules came over from a file of another layout, which nobody audited as it is now
            self._touched = {region for (region, _), known in self.known().items() if not known.rules}
            self._undo = undo.pop_all()

    def __enter__(self) -> Self:
        """Everything is open already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Drop what was not published and let the next writer in."""
        self._undo.close()

    def known(self) -> dict[Key, Known]:
        """Tell which reports are in force, by region and session."""
        rows = self._connection.execute(query("known")).fetchall()
        return {(region, session): Known(*rest) for region, session, *rest in rows}

    def known_skipped(self) -> dict[str, Skipped]:
        """Tell which files stand aside, by file."""
        rows = self._connection.execute(query("known_skipped")).fetchall()
        return {row[0]: Skipped(*row) for row in rows}

    def uncompared(self) -> list[tuple[str, str, str]]:
        """Region, earlier and later session of the pairs in force that still have to be compared, earliest first."""
        return self._connection.execute(query("uncompared")).fetchall()

    def unsearched(self) -> list[str]:
        """Regions whose reports in force still have to be looked at together."""
        return [region for (region,) in self._connection.execute(query("unsearched")).fetchall()]

    def searched(self) -> dict[str, str]:
        """Give the digest of the corrections laid over what each government looked at over all years has, by region."""
        return dict(self._connection.execute(query("searched")).fetchall())

    def links(self, region: str) -> list[Link]:
        """Give the links between neighbours among the reports in force of a government, the first pair first."""
        rows = self._connection.execute(query("series_links"), {"region": region}).fetchall()
        return [Link(*row) for row in rows]

    def states(self, region: str) -> list[TargetState]:
        """Give the states of the targets of a government that the next report has no result of."""
        rows = self._connection.execute(query("series_states"), {"region": region}).fetchall()
        return [TargetState(*row) for row in rows]

    def compared(self) -> dict[tuple[str, str, str], str]:
        """Give the digest of the corrections laid over each pair compared, by region, earlier and later session."""
        rows = self._connection.execute(query("compared")).fetchall()
        return {(region, earlier, later): decisions for region, earlier, later, decisions in rows}

    def heads(self) -> list[tuple[str, str, int, date | None, str]]:
        """Region, session, year, day of delivery and meeting of the reports in force."""
        return self._connection.execute(query("heads")).fetchall()

    def known_corrections(self) -> list[Correction]:
        """Give the corrections as they were at the last build."""
        return [Correction(*row) for row in self._connection.execute(query("known_corrections")).fetchall()]

    def declared(self) -> Declared:
        """Give the governments and indicators as they were declared at the last build that wrote them."""
        asked = {
            name: self._connection.execute(query(f"declared_{name}")).fetchall()
            for name in ("regions", "territories", "indicators", "notes")
        }
        return Declared(
            tuple(DeclaredRegion(*row) for row in asked["regions"]),
            tuple(DeclaredTerritory(*row) for row in asked["territories"]),
            tuple(DeclaredIndicator(*row) for row in asked["indicators"]),
            tuple(DeclaredNote(*row) for row in asked["notes"]),
        )

    def orphans(self) -> list[OrphanRow]:
        """Give the corrections that have no effect on what is in the draft."""
        return [OrphanRow(*row) for row in self._connection.execute(query("orphans")).fetchall()]

    def put_reports(self, reports: Sequence[Report], sources: Mapping[Key, Source]) -> None:
        """Write reports with everything that was read in them; `sources` has each one's region and session.

        Another text in a session's place is a new revision and the old one is kept; the same text read under other
        rules replaces what was read before, and the observations of that reading are kept beside. Comparisons and
        baselines that this makes stale go.

        Raises `TongbiError` (`duplicate_report`) where a region and session stands twice in `reports`.
        """
        self._count(reports, sources)
        first_came = {
            (region, session, sha256): came
            for region, session, sha256, came in self._connection.execute(query("first_came")).fetchall()
        }
        now = _now()
        incoming: Incoming = {
            "region": [report.region for report in reports],
            "session": [report.session for report in reports],
            "sha256": [report.sha256 for report in reports],
            "rules": [self._rules] * len(reports),
            "decisions": [report.decisions for report in reports],
            "file": [sources[report.region, report.session].file for report in reports],
            "taken_in_at": [now] * len(reports),
        }
        steps = ("keep_what_was_found_before", "drop_corrected_comparisons", "replace_reports", "supersede_reports")
        self._write(incoming, steps, report_batches(reports, sources, self._rules, first_came, now), _STALE)

    def put_baselines(self, baselines: Iterable[tuple[Report, Sequence[Link]]]) -> None:
        """Write the links inside reports, in the place of those that are held for them."""
        found = list(baselines)
        incoming: Incoming = {
            "region": [report.region for report, _ in found],
            "session": [report.session for report, _ in found],
        }
        self._write(incoming, ("replace_baselines",), baseline_batches(found, self._rules))

    def put_comparisons(self, comparisons: Sequence[Comparison]) -> None:
        """Write what comparisons found, in the place of what is held for the same pairs. Put their reports first."""
        incoming: Incoming = {
            "region": [comparison.later.region for comparison in comparisons],
            "earlier": [comparison.earlier.session for comparison in comparisons],
            "later": [comparison.later.session for comparison in comparisons],
        }
        batches = comparison_batches(comparisons, self._rules)
        self._write(incoming, ("replace_comparisons",), batches, ("drop_stale_series",))
        self._counts["compared"] += len(comparisons)

    def forget_comparisons(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Drop what was found between reports, by region, earlier and later session: it is to be compared again."""
        gone = list(keys)
        incoming: Incoming = {
            "region": [region for region, _, _ in gone],
            "earlier": [earlier for _, earlier, _ in gone],
            "later": [later for _, _, later in gone],
        }
        self._write(incoming, ("replace_comparisons",), {}, ("drop_stale_series",))

    def forget_searches(self, regions: Iterable[str]) -> None:
        """Drop what was found over all years in these governments: they are to be looked at together again."""
        self._write({"region": list(regions)}, ("forget_searches",), {}, ("drop_stale_series",))

    def put_corrections(self, corrections: Sequence[Correction]) -> None:
        """Note the corrections of the corpus, all of them, in the order of their file."""
        incoming: Incoming = {"id": [correction.id for correction in corrections]}
        self._touched.update(one.region for one in (*self.known_corrections(), *corrections))
        self._write(incoming, ("replace_corrections",), correction_batches(corrections))

    def put_declared(self, declared: Declared) -> None:
        """Write the governments and indicators that people declared, all of them."""
        incoming: Incoming = {"name": [region.name for region in declared.regions]}
        self._write(incoming, ("replace_declared",), declared_batches(declared))

    def put_phrases(self, found: Iterable[tuple[str, Sequence[Phrase]]]) -> None:
        """Write the set phrases of governments, by region, in the place of those that are held; none may be found.

        They are those of the reports in force: put these first.
        """
        of_regions = list(found)
        incoming: Incoming = {"region": [region for region, _ in of_regions]}
        self._write(incoming, ("replace_phrases",), phrase_batches(of_regions, self._rules))

    def put_ledgers(self, found: Iterable[tuple[str, Sequence[tuple[int, Ledger]]]]) -> None:
        """Write the ledgers of governments, by region and territory, in the place of those that are held.

        They are drawn from all reports in force and the links between them, and so are the set phrases: put all these
        first. With its ledgers a government counts as searched until one of its reports comes, changes or goes.
        """
        of_regions = list(found)
        incoming: Incoming = {
            "region": [region for region, _ in of_regions],
            "decisions": [each[0][1].decisions if each else "" for _, each in of_regions],
        }
        ledgers = ((region, territory, ledger) for region, each in of_regions for territory, ledger in each)
        self._write(incoming, ("replace_ledgers",), ledger_batches(ledgers, self._rules))

    def put_units(self, units: Mapping[str, tuple[str, Decimal]]) -> None:
        """Write what units are of their base units, by the unit as written: `亿元` is `元`, 1E+8."""
        bases, factors = [base for base, _ in units.values()], [float(factor) for _, factor in units.values()]
        incoming: Incoming = {"unit": list(units)}
        batches: Batches = {"unit": [{"unit": list(units), "base": bases, "factor": factors}]}
        self._write(incoming, ("replace_units",), batches)

    def put_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Say which files stand aside now, all of them: what is not among them does so no longer."""
        rows = list(skipped)
        names = [field.name for field in fields(Skipped)]
        incoming: Incoming = {name: [getattr(row, name) for row in rows] for name in names}
        self._write({**incoming, "build": [self._number] * len(rows)}, ("replace_skipped",), {})

    def withdraw(self, keys: Iterable[Key]) -> None:
        """Take reports out of force whose document is no longer in the corpus. They stay held, with all that was read.

        One that comes back is in force again.
        """
        gone = list(keys)
        incoming: Incoming = {
            "region": [region for region, _ in gone],
            "session": [session for _, session in gone],
            "taken_in_at": [_now()] * len(gone),
        }
        self._write(incoming, ("withdraw_reports",), {}, _STALE)
        self._counts["withdrawn"] += len(gone)

    def audit(self) -> list[Finding]:
        """Every bad row that the audits find in the governments of which this draft wrote or deleted anything.

        The others are as they were published, and were audited then.
        """
        return audit(self._connection, self._touched)

    def publish(self, *, unchanged: int = 0) -> Path:
        """Note the build, audit the draft and put it in force; gives the published file. The draft is closed by it.

        `unchanged` is how many reports there was no need to read. Raises `AuditFailed`, with the bad rows, and leaves
        in force what was.
        """
        self._note_build(unchanged)
        if findings := self.audit():
            names = sorted({finding.audit for finding in findings})
            raise AuditFailed(
                "audit_failed",
                source=str(self._where),
                detail=f"{len(findings)}: {', '.join(names)}",
                rows=tuple(str(finding) for finding in findings[:_SHOWN]),
            )
        self._connection.execute("CHECKPOINT")
        self._connection.close()
        return release(self._path, self._where, self._number)

    def _count(self, reports: Sequence[Report], sources: Mapping[Key, Source]) -> None:
        """Count what putting these reports does; one key given twice would leave it open which of the two is meant."""
        held = self.known()
        seen: set[Key] = set()
        for report in reports:
            key = (report.region, report.session)
            if key in seen:
                raise TongbiError("duplicate_report", source=sources[key].file, place=" ".join(key))
            seen.add(key)
            before = held.get(key)
            kind = "added" if before is None else "revised" if before.sha256 != report.sha256 else "rederived"
            self._counts[kind] += 1

    def _note_build(self, unchanged: int) -> None:
        """Write the one row of this build."""
        row = {
            "id": self._number,
            "started": self._started,
            "finished": _now(),
            "rules": self._rules,
            "unchanged": unchanged,
            "skipped": len(self.known_skipped()),
            **self._counts,
        }
        self._insert({"build": [{name: [value] for name, value in row.items()}]})

    def _write(self, incoming: Incoming, steps: Sequence[str], batches: Batches, after: Sequence[str] = ()) -> None:
        """Run the statements of `writes/` over incoming keys, insert the batches, run those `after`; all or nothing.

        Every statement keeps to the governments of the incoming keys; they are what the audits look at.
        """
        self._touched.update(incoming.get("region", ()))
        table = pa.table(
            {name: pa.array(column, _INCOMING.get(name, pa.string())) for name, column in incoming.items()}
        )
        self._connection.register("incoming", table)
        self._connection.begin()
        try:
            for step in steps:
                self._connection.execute(statements("writes")[step])
            self._insert(batches)
            for step in after:
                self._connection.execute(statements("writes")[step])
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()
        self._connection.unregister("incoming")

    def _insert(self, batches: Batches) -> None:
        for name, columns in batches.items():
            table = self._connection.table(name)
            self._connection.from_arrow(arrow(columns, table.limit(0).to_arrow_table().schema)).insert_into(name)


def _now() -> datetime:
    """Now, in UTC, as the warehouse keeps times: without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)
