#!/usr/bin/env python3
"""Read every report of a folder and tell what must hold of all of them, and how dense their numbers are.

usage: survey.py [FOLDER]     (default: ../shared/reports beside the project; its manifest.csv tells level and year)

Fails where a report raises anything but NotAReport, an observation's quote is not its slice, or a number is read twice.
Prints a table of observations per 10,000 characters by level and decade, and the reports at both ends.
"""

import csv
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tongbi import NotAReport, Report, read

ROOT = Path(__file__).resolve().parents[1]
LEVELS = ("national", "province", "city", "district")
ENDS = 12


class Density(NamedTuple):
    """Observations per 10,000 characters of one report."""

    per_10k: float
    file: str
    characters: int
    observations: int


def faults(report: Report) -> list[str]:
    """What must not be: a quote that is not its slice, a number read twice."""
    found = [f"{one.id}: quote" for one in report.observations if one.span.of(report.text) != one.quote]
    spans = sorted({one.span for one in report.observations})
    return found + [f"{later.start}: read twice" for earlier, later in pairwise(spans) if later.start < earlier.end]


def main() -> int:
    """Survey the folder; 1 where something does not hold."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/reports"
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    cells: dict[tuple[str, str], list[float]] = defaultdict(list)
    all_of_them: list[Density] = []
    wrong = refused = 0
    for row in rows:
        text = (folder / row["file"]).read_bytes().decode("utf-8")
        try:
            report = read(text, row["region"])
        except NotAReport as error:
            refused += 1
            print(f"refused   {row['file']}: {error.code}")
            continue
        for fault in faults(report):
            wrong += 1
            print(f"FAULT     {row['file']} {fault}")
        density = 10_000 * len(report.observations) / len(text)
        cells[row["level"], row["year"][:3] + "0"].append(density)
        all_of_them.append(Density(density, row["file"], len(text), len(report.observations)))
    total = sum(one.observations for one in all_of_them)
    print(f"{len(rows)} reports, {refused} refused, {total} observations, {wrong} faults\n")
    print("observations per 10,000 characters: median (reports)\n")
    decades = sorted({decade for _, decade in cells})
    print("| level | " + " | ".join(f"{decade}s" for decade in decades) + " |")
    print("|---" * (len(decades) + 1) + "|")
    for level in LEVELS:
        told = [
            f"{median(cells[level, one]):.0f} ({len(cells[level, one])})" if cells[level, one] else ""
            for one in decades
        ]
        print(f"| {level} | " + " | ".join(told) + " |")
    all_of_them.sort()
    for one in all_of_them[:ENDS] + all_of_them[-ENDS:]:
        print(f"{one.per_10k:6.1f}  {one.observations:4} in {one.characters:6}  {one.file}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
