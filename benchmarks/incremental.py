#!/usr/bin/env python3
"""Measure what one more report costs where few and many are held, print the table and write it to incremental.md.

usage: python -m benchmarks.incremental     (reports beside the project, or where TONGBI_SHARED points; takes minutes)

A corpus grows to each size by one build. Then the last reports of three governments, which were kept back, come one
by one, a build for each, and go again: the same three at every size.
"""

import logging
import shutil
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import jieba

from benchmarks.annotated import SHARED
from benchmarks.tables import table
from flows.carry import carry_out
from flows.settings import Settings
from warehouse.store import published

PAGE = Path(__file__).with_name("incremental.md")
CORPUS = Path(__file__).parents[1] / "corpus"
SIZES = (10, 100, 300)
ADDED = 3
"""Governments of which a report comes; their other reports are held at every size."""
REPORTS = 4
"""Reports of each that are there at most, that three governments fit into the smallest corpus."""
MEGABYTE = 1_000_000
HEAD = """# What one more report costs

Written by `make bench`: a build that finds one new report, the median of three (the last reports of three governments,
the same at every size). Seconds of processor time, and by the clock, without starting Python and Prefect: reading the
report, comparing it with the one before, looking for set phrases in all four of its government, writing, auditing,
publishing. *Bulk*: the build that brought the reports up to that number.
"""


def chosen(folder: Path) -> tuple[list[str], list[str]]:
    """Give the reports to hold, in the order in which they come, and those that are added, one a government."""
    of_region: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.rglob("*.txt")):
        of_region[file.parent.name].append(file.relative_to(folder).as_posix())
    regions = [files for files in of_region.values() if len(files) >= REPORTS]
    first = [files[-REPORTS:] for files in regions[:ADDED]]
    added = [files[-1] for files in first]
    held = [file for files in first for file in files[:-1]]
    left_out = {file for files in regions[:ADDED] for file in files}
    return held + [file for files in of_region.values() for file in files if file not in left_out], added


def put(folder: Path, corpus: Path, files: list[str]) -> None:
    """Put reports into the corpus."""
    for file in files:
        (corpus / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / file, corpus / file)


def built(here: Settings) -> tuple[float, float]:
    """Build once; give seconds of processor time and by the clock."""
    used, clock = time.process_time(), time.monotonic()
    carry_out(here)
    return time.process_time() - used, time.monotonic() - clock


def measured(folder: Path, where: Path) -> list[list[str]]:
    """Grow a corpus and give a row of the table for each size."""
    corpus = where / "corpus"
    corpus.mkdir()
    for name in ("indicators.toml", "regions.toml"):
        shutil.copy(CORPUS / name, corpus)
    here = Settings(corpus, where / "home", where / "warehouse")
    held, added = chosen(folder)
    body = []
    before = 0
    for size in SIZES:
        print(f"measuring {size} reports ...", file=sys.stderr, flush=True)
        put(folder, corpus, held[before:size])
        bulk = built(here)
        costs = []
        for file in added:
            put(folder, corpus, [file])
            costs.append(built(here))
            (corpus / file).unlink()
            built(here)
        path = published(here.warehouse)
        megabytes = path.stat().st_size / MEGABYTE if path else 0
        one = [f"{median(column):.1f}" for column in zip(*costs, strict=True)]
        body.append([str(size), *one, f"{bulk[0]:.0f} ({size - before} reports)", f"{megabytes:.0f} MB"])
        before = size
    return body


def main() -> int:
    """Measure every size; 1 where there are no reports."""
    folder = SHARED / "reports"
    if not (folder / "manifest.csv").is_file():
        print("reports not found: set TONGBI_SHARED to the folder that holds reports/", file=sys.stderr)
        return 1
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    with TemporaryDirectory() as where:
        body = measured(folder, Path(where))
    head = ["reports held", "one more: processor s", "by the clock s", "bulk: processor s", "file"]
    page = HEAD + "\n" + table(head, body)
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
