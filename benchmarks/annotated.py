"""The annotated pairs of plans that the peers are measured on. They lie outside the project; see CONTRIBUTING.md."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jieba

from benchmarks.shown import Pair, Side
from tongbi import Report, read
from tongbi.align.chain import crossings
from tongbi.model import Span

SHARED = Path(os.environ.get("TONGBI_SHARED", Path(__file__).resolve().parents[2] / "shared"))
NAMES = {
    "hailaer-2018-2019": "海拉尔区 2018, 2019",
    "guowuyuan-2024-2025": "国务院 2024, 2025",
    "gaotang-2022-2023": "高唐县 2022, 2023",
    "rongcheng-2019-2020": "容城县 2019, 2020",
}
# As `Match.moved` has it: two neighbours that change places have not moved.
_FAR = 2


@dataclass(frozen=True, slots=True)
class Plans:
    """Two plans laid against each other by an annotator.

    `earlier` and `later` hold the text from the plan's first character to the report's last before a glossary, cut from
    `reports` at `starts`; sentences are the annotator's. `firm` are the pairs that must be shown, `optional` those that
    may be, `moved` the firm ones that cross two or more pairs of the main order.
    """

    name: str
    reports: tuple[Report, Report]
    starts: tuple[int, int]
    earlier: Side
    later: Side
    firm: frozenset[Pair]
    optional: frozenset[Pair]
    moved: frozenset[Pair]


def plans(name: str) -> Plans:
    """Load a pair; `name` is that of its annotation (`hailaer-2018-2019`)."""
    place, *years = name.rsplit("-", 2)
    before, after = (_plan(f"{place}-{year}") for year in years)
    firm, optional = set(), set()
    for row in _rows(f"{name}.alignment"):
        pairs = [(before.places[one], after.places[row["later"]]) for one in row["earlier"]]
        sure = pairs[:1] if row["relation"] in ("identical", "reworded") else []
        firm.update(sure)
        optional.update(pairs)
    return Plans(
        NAMES[name],
        (before.report, after.report),
        (before.start, after.start),
        before.side,
        after.side,
        frozenset(firm),
        frozenset(optional - firm),
        off_the_main_order(firm),
    )


def off_the_main_order(pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Give the pairs that cross two or more of the longest chain of pairs that do not cross."""
    ordered = sorted(pairs)
    crossed = crossings([(one, other, 1.0) for one, other in ordered])
    return frozenset(pair for pair, count in zip(ordered, crossed, strict=True) if count >= _FAR)


def whole_words(text: str, numbers: Iterable[Span]) -> tuple[Span, ...]:
    """Give what no run should cut: the words as jieba cuts the whole text, and the given numbers with their units."""
    found, start = [], 0
    for word in jieba.cut(text):
        found.append(Span(start, start + len(word)))
        start += len(word)
    return (*found, *numbers)


@dataclass(frozen=True, slots=True)
class _Plan:
    report: Report
    start: int
    side: Side
    places: dict[str, int]
    """The place among the sentences of each annotated unit, by its id."""


def _plan(name: str) -> _Plan:
    text = (SHARED / f"gold/{name}.txt").read_bytes().decode("utf-8")
    report = read(text)
    parts = {part.kind: part.span for part in report.parts}
    start, end = parts["plan"].start, parts.get("closing", parts["plan"]).end

    def within(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row for row in rows if start <= row["start"] and row["end"] <= end]

    units = within(_rows(f"{name}.units"))
    numbers = [_span(row, start) for row in within(_rows(f"{name}.observations")) if row["value"] is not None]
    part = text[start:end]
    side = Side(part, tuple(_span(row, start) for row in units), whole_words(part, numbers))
    return _Plan(report, start, side, {row["id"]: place for place, row in enumerate(units)})


def _span(row: dict[str, Any], start: int) -> Span:
    return Span(row["start"] - start, row["end"] - start)


def _rows(name: str) -> list[dict[str, Any]]:
    with (SHARED / f"gold/{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
