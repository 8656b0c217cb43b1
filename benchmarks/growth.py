#!/usr/bin/env python3
"""Measure how aligning and editing grows with the length of the texts, print the table and write it to growth.md.

usage: python -m benchmarks.growth     (reports beside the project, or where TONGBI_SHARED points)

A text of any length is made of consecutive reports of several governments, one behind the other: the earlier text of
one year of each, the later of the next. Nothing is repeated, so that what is matched is what years have in common.
"""

import csv
import logging
import sys
import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import jieba

import tongbi.words
from benchmarks.annotated import SHARED
from benchmarks.tables import table, times
from benchmarks.timing import timed
from tongbi import NotAReport, Report, read
from tongbi.align import align
from tongbi.diff import edits
from tongbi.model import Section, Sentence, Span

PAGE = Path(__file__).with_name("growth.md")
LENGTHS = (5_000, 10_000, 20_000, 40_000, 60_000, 90_000, 120_000)
STATED = 60_000
MEBIBYTE = 2**20
HEAD = """# Growth with the length of the texts

Written by `make bench`: aligning two texts of so many characters each and editing every match, reading left out.
Seconds of processor time, the median of three runs (one where a run takes over five seconds); *× jieba*: that over the
time of `jieba.lcut` on both texts. *Memory*: the peak of what Python and numpy held beside the reports themselves.
"""


def joined(reports: Sequence[Report], length: int) -> Report:
    """Lay reports one behind the other and cut at `length`; sections and sentences that pass it are left out."""
    sections: list[Section] = []
    sentences: list[Sentence] = []
    start = paragraphs = 0
    for report in reports:
        first = len(sections)
        sections += [replace(one, span=_later(one.span, start)) for one in report.sections]
        sentences += [
            replace(
                one,
                span=_later(one.span, start),
                section=one.section + first if one.section >= 0 else -1,
                paragraph=one.paragraph + paragraphs,
            )
            for one in report.sentences
        ]
        start += len(report.text)
        paragraphs += 1 + max((one.paragraph for one in report.sentences), default=0)
    text = "".join([report.text for report in reports])[:length]
    return replace(
        reports[0],
        text=text,
        sections=tuple(
            replace(one, span=Span(one.span.start, min(one.span.end, length)))
            for one in sections
            if one.span.start < length
        ),
        sentences=tuple(one for one in sentences if one.span.end <= length),
        observations=(),
    )


def _later(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def consecutive(folder: Path) -> Iterator[tuple[Report, Report]]:
    """Give reports of two consecutive years, one pair of each government, in the manifest's order of governments."""
    with (folder / "manifest.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: (row["region"], row["year"]))
    given = set()
    for before, after in pairwise(rows):
        if (
            before["region"] != after["region"]
            or int(before["year"]) + 1 != int(after["year"])
            or before["region"] in given
        ):
            continue
        try:
            earlier, later = (
                read((folder / row["file"]).read_bytes().decode("utf-8"), row["region"]) for row in (before, after)
            )
        except NotAReport:
            continue
        given.add(before["region"])
        yield earlier, later


def aligned(earlier: Report, later: Report) -> int:
    """Align and edit; give the number of matches."""
    matches = align(earlier, later)
    for match in matches:
        edits(earlier.text, later.text, match)
    return len(matches)


def main() -> int:
    """Measure every length; 1 where there are no reports."""
    folder = SHARED / "reports"
    if not (folder / "manifest.csv").is_file():
        print("reports not found: set TONGBI_SHARED to the folder that holds reports/", file=sys.stderr)
        return 1
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    before: list[Report] = []
    after: list[Report] = []
    for earlier, later in consecutive(folder):
        before.append(earlier)
        after.append(later)
        if min(sum(len(one.text) for one in side) for side in (before, after)) >= LENGTHS[-1]:
            break
    aligned(joined(before, LENGTHS[0]), joined(after, LENGTHS[0]))  # loads what is loaded once
    body = []
    for length in LENGTHS:
        print(f"measuring {length:,} characters ...", file=sys.stderr, flush=True)
        earlier, later = joined(before, length), joined(after, length)
        matches, seconds = timed(partial(aligned, earlier, later))
        jieba_seconds = timed(partial(_cut, earlier, later))[1]
        name = f"{length:,}"
        body.append(
            [
                f"**{name}**" if length == STATED else name,
                f"{len(earlier.sentences):,} × {len(later.sentences):,}",
                f"{matches:,}",
                f"{seconds:.2f}",
                times(seconds, jieba_seconds),
                f"{_peak(earlier, later) / MEBIBYTE:.0f} MiB",
            ]
        )
    page = HEAD + "\n" + table(["characters each", "sentences", "matches", "seconds", "× jieba", "memory"], body)
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _cut(earlier: Report, later: Report) -> None:
    for report in (earlier, later):
        jieba.lcut(report.text)


def _peak(earlier: Report, later: Report) -> int:
    tongbi.words._cut.cache_clear()
    tracemalloc.start()
    try:
        aligned(earlier, later)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    sys.exit(main())
