#!/usr/bin/env python3
"""Measure Tongbi and its peers on the annotated pairs of plans, print the tables and write them to peers.md.

usage: python -m benchmarks.peers     (the annotations beside the project, or where TONGBI_SHARED points)

What counts as shown, as a run and as inside a word is defined in `benchmarks.shown`, the same for all; what each tool
is given, in `benchmarks.tools`. It takes five minutes, nearly all of them diff-match-patch's.
"""

import logging
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import jieba

from benchmarks import tools
from benchmarks.annotated import NAMES, SHARED, Plans, plans
from benchmarks.counts import Counts, count
from benchmarks.shown import Rule, Shown, pairs_shown
from benchmarks.tables import percent, table, times
from benchmarks.timing import timed
from tongbi import read

PAGE = Path(__file__).with_name("peers.md")
RULES = {
    "a fifth, or blocks of 5": Rule(kept=1 / 5, block=5),
    "a third, or blocks of 3": Rule(),
    "half, or blocks of 1": Rule(kept=1 / 2, block=1),
}
HEAD = """# Against peers

Written by `make bench`. What is counted is defined in `benchmarks/shown.py`, the same for all; what each tool is given,
in `benchmarks/tools.py`.
"""
NOTES = """
- *Shown*: annotated pairs of sentences that the tool puts side by side. A third of what the two have in common is kept
  between just these two, or they stand opposite each other in a block of at most three sentences a side. *Kept alone*:
  by the first half of that rule only. *Moved*: of the pairs that cross two or more pairs of the main order.
- *Right*: of the later sentences shown beside an earlier one, those shown beside an annotated one, whatever else stands
  there too.
- *Runs*: stretches of either text that a reader must look at because they are not kept, and places marked as moved.
  *Of the text*: the share of characters in such stretches. Few runs over much of the text help nobody: a tool that
  strikes one text and writes the other has two.
- *Torn*: ends of runs inside a word as jieba cuts the whole text, or inside an annotated number with its unit. What
  compares such words tears few of them by construction: Tongbi, and the rows on words.
- *Seconds* of processor time for all pairs, the median of three runs (one where a run takes over five seconds), with
  everything loaded; *× jieba*: that over the time of `jieba.lcut` on the same plans. The peers are given the plans
  alone; Tongbi's figure is for aligning and editing the whole reports, reviews too. Cutting words is part of each row.
  diff-match-patch runs without its limit of one second: with it, what it shows depends on how fast the machine is.
  Times differ by a third between one run and the next on a busy machine; nothing else in these tables does.
- Two of the pairs, 海拉尔区 and 国务院, are those that Tongbi's constants of alignment were chosen on; the other two
  are what another government should expect.
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A row of the table; `run` gives what the tool shows of one pair of plans."""

    name: str
    run: Callable[[Plans], Shown]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one tool showed of each pair, and what was counted of it."""

    name: str
    shown: tuple[Shown, ...]
    counts: tuple[Counts, ...]


def installed_git() -> str:
    """Name git with its version; "" where there is none."""
    if not shutil.which("git"):
        return ""
    said = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    return " ".join(said.split()[:3]).replace(" version", "")


def tools_here(git: str) -> list[Tool]:
    """Give the tools that can be measured here."""

    def on_plans(run: Callable[[str, str], Shown]) -> Callable[[Plans], Shown]:
        return lambda pair: run(pair.earlier.text, pair.later.text)

    found = [
        Tool("Tongbi", lambda pair: tools.tongbi(pair.reports, pair.starts)),
        Tool("diff-match-patch, characters", on_plans(tools.characters_by_dmp)),
        Tool("diff-match-patch, words", on_plans(tools.words_by_dmp)),
        Tool("difflib, sentences, then characters", on_plans(tools.sentences_by_difflib)),
        Tool("difflib `HtmlDiff`", on_plans(tools.rows_by_html_diff)),
    ]
    if git:
        found += [
            Tool("`git diff --word-diff`, characters", on_plans(tools.characters_by_git)),
            Tool("`git diff --word-diff`, words", on_plans(tools.words_by_git)),
            Tool("`git diff --color-moved=dimmed-zebra`", on_plans(partial(tools.moved_by_git, mode="dimmed-zebra"))),
            Tool("`git diff --color-moved=plain`", on_plans(partial(tools.moved_by_git, mode="plain"))),
        ]
    return found


def measure(tool: Tool, pairs: Sequence[Plans]) -> Measured:
    """Run one tool on every pair."""
    outputs = [timed(partial(tool.run, pair)) for pair in pairs]
    counts = [count(shown, pair, seconds) for (shown, seconds), pair in zip(outputs, pairs, strict=True)]
    return Measured(tool.name, tuple(shown for shown, _ in outputs), tuple(counts))


def all_measures(measured: Sequence[Measured], jieba_seconds: float) -> str:
    """Write the main table, over all pairs."""
    body = []
    for tool in measured:
        one = sum(tool.counts, Counts())
        body.append(
            [
                tool.name,
                percent(one.shown, one.pairs),
                percent(one.kept_alone, one.pairs),
                percent(one.moved_shown, one.moved),
                percent(one.beside_right, one.beside),
                f"{one.runs:,}",
                percent(one.in_runs, one.characters),
                f"{one.torn:,} ({percent(one.torn, one.ends)})",
                f"{one.seconds:.2f}",
                times(one.seconds, jieba_seconds),
            ]
        )
    head = ["", "shown", "kept alone", "moved", "right", "runs", "of the text", "torn", "seconds", "× jieba"]
    return table(head, body)


def by_pair(pairs: Sequence[Plans], measured: Sequence[Measured]) -> str:
    """Write which share of each pair's sentences is shown, and of those that moved."""
    body = [["annotated pairs, moved", *(f"{len(pair.firm)}, {len(pair.moved)}" for pair in pairs)]]
    for tool in measured:
        told = (f"{percent(one.shown, one.pairs)}, {percent(one.moved_shown, one.moved)}" for one in tool.counts)
        body.append([tool.name, *told])
    return table(["shown, moved", *(pair.name for pair in pairs)], body)


def by_rule(pairs: Sequence[Plans], measured: Sequence[Measured]) -> str:
    """Write how much is shown where the rule asks for less or for more."""
    firm = sum(len(pair.firm) for pair in pairs)

    def share(tool: Measured, rule: Rule) -> str:
        both = zip(pairs, tool.shown, strict=True)
        return percent(
            sum(len(pairs_shown(one, pair.earlier, pair.later, rule) & pair.firm) for pair, one in both), firm
        )

    body = [[tool.name, *(share(tool, rule) for rule in RULES.values())] for tool in measured]
    return table(["shown, where the rule asks for", *RULES], body)


def used(git: str) -> str:
    """Name what was measured, with versions."""
    told = [f"{name} {version(name)}" for name in ("tongbi", "diff-match-patch", "jieba", "rjieba")]
    told.append("Python and its difflib {}.{}.{}".format(*sys.version_info[:3]))
    return "; ".join([*told, git or "git is not installed here, its rows are left out"])


def main() -> int:
    """Measure all on all; 1 where there are no annotations."""
    if not (SHARED / "gold").is_dir():
        print("annotated reports not found: set TONGBI_SHARED to the folder that holds gold/", file=sys.stderr)
        return 1
    jieba.setLogLevel(logging.WARNING)
    git = installed_git()
    pairs = [plans(name) for name in NAMES]
    measured = []
    for tool in tools_here(git):
        print(f"measuring {tool.name} ...", file=sys.stderr, flush=True)
        measured.append(measure(tool, pairs))
    jieba_seconds = sum(timed(partial(_cut, pair))[1] for pair in pairs)
    reading = sum(timed(partial(_read, pair))[1] for pair in pairs)
    firm, moved = sum(len(pair.firm) for pair in pairs), sum(len(pair.moved) for pair in pairs)
    page = "\n".join(
        [
            HEAD,
            f"{len(pairs)} pairs of plans, {firm} annotated pairs of sentences, {moved} of them moved. {used(git)}.\n",
            all_measures(measured, jieba_seconds),
            f"Reading the reports before that, observations too, took Tongbi {times(reading, jieba_seconds)} × jieba.",
            NOTES,
            by_pair(pairs, measured),
            by_rule(pairs, measured),
        ]
    )
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _cut(pair: Plans) -> None:
    for side in (pair.earlier, pair.later):
        jieba.lcut(side.text)


def _read(pair: Plans) -> None:
    for report in pair.reports:
        read(report.text)


if __name__ == "__main__":
    sys.exit(main())
