#!/usr/bin/env python3
"""Measure what one more report costs where few and many are held, print the tables and write them to incremental.md.

usage: python -m benchmarks.incremental [FOLDER]

Reports lie beside the project, or where TONGBI_SHARED points. A corpus grows to each size by one build. Then the last
reports of some governments, which were kept back, come one by one, a build for each that is rolled back afterwards:
the same reports at every size. The largest size takes a quarter of an hour to build; what was built in FOLDER is used
again.
"""

import json
import logging
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import jieba

from benchmarks.annotated import SHARED
from benchmarks.tables import table
from flows.carry import carry_out
from flows.settings import Settings
from flows.work import Steps
from warehouse.store import published, rollback

PAGE = Path(__file__).with_name("incremental.md")
CORPUS = Path(__file__).parents[1] / "corpus"
SIZES = (10, 100, 1_000_000)
"""Reports held; the last takes all there are."""
ADDED = 3
"""Governments of which a report comes at every size; their other reports are held at every size."""
REPORTS = 4
"""Reports of each, that three governments fit into the smallest corpus; the last three are of years that follow."""
LONGER = ("杭州市", "国务院")
"""Governments with many reports, of which one more comes where all are held."""
MEGABYTE = 1_000_000
OF_THE_BUILD = ("build", "layout")
"""Tables that tell of the builds themselves."""
OF_NOBODY = ""
"""The government of rows that are no government's own: units, the register, what people declared."""
Digests = dict[tuple[str, str], tuple[Any, ...]]
"""Count and digest of the rows, by table and government."""
PARTS = {
    "scan": "finding", "survey": "finding", "read_batch": "reading", "compare_batch": "comparing",
    "search_batch": "all years", "write_reports": "writing", "write_comparisons": "writing", "write_search": "writing",
    "publish": "auditing, publishing",
}  # fmt: skip
"""What the steps of a build are told as; what is left is opening a copy, asking it, and reading reports again."""
NAMES = (*dict.fromkeys(PARTS.values()), "the rest")
HEAD = """# What one more report costs

Written by `make bench`: a build that finds one new report, the median of three (the last reports of three governments
with four reports each, the same at every size). Seconds of processor time, and by the clock, without starting Python
and Prefect: reading the report, comparing it with the one before, looking at all four of its government together (set
phrases, ledger), writing, auditing, publishing. *Others*: in how many tables any row of any other government came, went
or changed, in the three builds together. *Bulk*: the build that brought the reports up to that number, less one; the
build after it tidies the file, once (up to two seconds), and is not shown. The clock also tells what else the machine
was doing.

"""
WHERE = """
Where the processor time of that build goes; *the rest* is opening a copy of the file in force, asking it what is to be
done, and reading the government's other reports again. What is done with the report and its government does not grow.
What grows with all that is held: the digest of every file is taken (finding), the file in force is copied (the rest),
and the copy is written out (publishing): DuckDB writes more than what changed, the texts of all reports among it.

"""
LONG = """
A new report of a government has all reports of that government looked at together once more, so one of a government
with more reports costs more, however many of others are held (here all of them):

"""


@dataclass(slots=True)
class Cost:
    """Seconds of one build: of processor time, by the clock, and of processor time by part of the build."""

    used: float = 0.0
    clock: float = 0.0
    parts: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def chosen(folder: Path) -> tuple[list[str], list[str]]:
    """Give the reports to hold, in the order in which they come, and those that are added, one a government."""
    of_region: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.rglob("*.txt")):
        of_region[file.parent.name].append(file.relative_to(folder).as_posix())
    first = [files for files in of_region.values() if len(files) == REPORTS and _follow(files[1:])][:ADDED]
    longer = [of_region[name][-1] for name in LONGER if name in of_region]
    added = [files[-1] for files in first] + longer
    held = [file for files in first for file in files[:-1]]
    left_out = {*held, *added}
    return held + [file for files in of_region.values() for file in files if file not in left_out], added


def _follow(files: list[str]) -> bool:
    """Tell whether reports are of years one after another."""
    years = [int(Path(file).stem[:4]) for file in files]
    return years == list(range(years[0], years[0] + len(years)))


def put(folder: Path, corpus: Path, files: Iterable[str]) -> None:
    """Put reports into the corpus."""
    for file in files:
        (corpus / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / file, corpus / file)


def built(here: Settings) -> Cost:
    """Build once and tell what it cost."""
    cost = Cost()

    def clocked(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            start = time.process_time()
            try:
                return step(*given)
            finally:
                cost.parts[PARTS[name]] += time.process_time() - start

        return run

    plain = Steps()
    steps = Steps(**{one.name: clocked(one.name, getattr(plain, one.name)) for one in fields(Steps)})
    used, clock = time.process_time(), time.monotonic()
    carry_out(here, steps=steps)
    cost.used, cost.clock = time.process_time() - used, time.monotonic() - clock
    cost.parts["the rest"] = cost.used - sum(cost.parts.values())
    return cost


def digests(here: Settings) -> Digests:
    """Give how many rows each table has of each government, and a digest of them."""
    path = published(here.warehouse)
    if path is None:
        return {}
    with duckdb.connect(path, read_only=True) as connection:
        tables: dict[str, list[str]] = defaultdict(list)
        for name, column in connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)"
        ).fetchall():
            tables[name].append(column)
        found: Digests = {}
        for name, columns in tables.items():
            region = "region" if "region" in columns else f"'{OF_NOBODY}'"
            if name not in OF_THE_BUILD:
                told = f"SELECT {region}, count(*), sum(hash(of_table)) FROM {name} AS of_table GROUP BY 1"  # noqa: S608
                found |= {(name, one): tuple(rest) for one, *rest in connection.execute(told).fetchall()}
        return found


def of_others(before: Digests, after: Digests, region: str) -> int:
    """Count the tables in which rows of other governments than this one came, went or changed, once a government."""
    others = {key for key in before.keys() | after.keys() if key[1] not in (region, OF_NOBODY)}
    return sum(before.get(key) != after.get(key) for key in others)


def one_more(here: Settings, folder: Path, file: str) -> tuple[Cost, int]:
    """Build with one more report, and put all back as it was; tell what it cost, and what it changed of others."""
    before = digests(here)
    put(folder, here.corpus, [file])
    cost = built(here)
    changed = of_others(before, digests(here), Path(file).parent.name)
    (here.corpus / file).unlink()
    passing = published(here.warehouse)
    rollback(here.warehouse)
    if passing:
        passing.unlink()
    if digests(here) != before:
        raise AssertionError(f"{file}: what was rolled back is not as it was")
    return cost, changed


def grown(folder: Path, where: Path, held: list[str], before: Settings | None) -> tuple[Settings, Cost, int]:
    """Build a project that holds these reports from the one before; tell what it cost, and how many came."""
    here = Settings(where / "corpus", where / "home", where / "warehouse")
    notes = where / "bulk.json"
    if notes.is_file():
        used, clock, count = json.loads(notes.read_text())
        return here, Cost(used, clock), count
    shutil.rmtree(where, ignore_errors=True)
    if before is None:
        here.corpus.mkdir(parents=True)
        for name in ("indicators.toml", "regions.toml"):
            shutil.copy(CORPUS / name, here.corpus)
    else:
        shutil.copytree(before.corpus, here.corpus)
        shutil.copytree(before.warehouse, here.warehouse)
    new = [file for file in held if not (here.corpus / file).is_file()]
    put(folder, here.corpus, new[:-1])
    cost = built(here)
    # the next build tidies, once, the file that a bulk leaves
    put(folder, here.corpus, new[-1:])
    built(here)
    notes.write_text(json.dumps([cost.used, cost.clock, len(new) - 1]))
    return here, cost, len(new) - 1


def measured(folder: Path, where: Path) -> str:
    """Grow a corpus and give the tables."""
    held, added = chosen(folder)
    costs, parts, longer = [], [], []
    here: Settings | None = None
    for size in SIZES:
        holding = held[:size]
        print(f"building {len(holding)} reports ...", file=sys.stderr, flush=True)
        here, bulk, came = grown(folder, where / str(len(holding)), holding, here)
        path = published(here.warehouse)
        megabytes = path.stat().st_size / MEGABYTE if path else 0
        more = [one_more(here, folder, file) for file in added[:ADDED]]
        several = [cost for cost, _ in more]
        count = f"{len(holding):,}"
        costs.append([
            count, f"{median(one.used for one in several):.1f}", f"{median(one.clock for one in several):.1f}",
            str(sum(changed for _, changed in more)), f"{bulk.used:,.0f}", f"{bulk.clock:,.0f}", f"{came:,}",
            f"{megabytes:.0f} MB",
        ])  # fmt: skip
        parts.append([count, *(f"{median(one.parts[name] for one in several):.2f}" for name in NAMES)])
        print(costs[-1], parts[-1], file=sys.stderr, flush=True)
        if holding == held:
            for file in added[ADDED:]:
                cost, changed = one_more(here, folder, file)
                reports = sum(1 for one in held if Path(one).parent == Path(file).parent) + 1
                longer.append([
                    Path(file).parent.name, str(reports), f"{cost.used:.1f}", f"{cost.clock:.1f}", str(changed),
                    *(f"{cost.parts[name]:.2f}" for name in NAMES),
                ])  # fmt: skip
    seconds = ["one more: processor s", "by the clock s", "others"]
    head = ["reports held", *seconds, "bulk: processor s", "by the clock s", "reports", "file"]
    return (
        HEAD + table(head, costs)
        + WHERE + table(["reports held", *NAMES], parts)
        + LONG + table(["government", "reports", *seconds, *NAMES], longer)
    )  # fmt: skip


def main() -> int:
    """Measure every size; 1 where there are no reports."""
    folder = SHARED / "reports"
    if not (folder / "manifest.csv").is_file():
        print("reports not found: set TONGBI_SHARED to the folder that holds reports/", file=sys.stderr)
        return 1
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    with TemporaryDirectory() as passing:
        where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(passing)
        page = measured(folder, where)
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
