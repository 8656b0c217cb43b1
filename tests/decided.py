"""Corrections of the sample, and what tests of them ask."""

from collections.abc import Callable

from conftest import ROOT

from tongbi import Comparison, Report, compare, read
from tongbi.decisions import load
from tongbi.model import Link, Observation, Orphan
from tongbi.register import DEFAULT
from tongbi.replay import of_report

REGION = "云川区"


def sample(session: str) -> Report:
    return read((ROOT / "corpus" / "sample" / REGION / f"{session}.txt").read_text(encoding="utf-8"), REGION)


E2024, L2025 = sample("2024"), sample("2025")

PARKS = '{ session = "2024", quote = "新建口袋公园12个", number = "12个" }'
GARDENS = '{ session = "2025", quote = "打造“15分钟品质生活圈”" }'
SCHOOLS = '{ session = "2024", quote = "新增公办学位2500个以上", number = "2500个" }'
CARE = '{ session = "2025", quote = "新增公办学位2580个、普惠性托位520个", number = "520个" }'
PLACES = '{ session = "2025", quote = "新增公办学位2580个、普惠性托位520个", number = "2580个" }'


def entry(what: str, fields: str, number: int = 1, region: str = REGION) -> str:
    head = f'[[corrections]]\nid = "c{number}"\nwhat = "{what}"\nregion = "{region}"\nby = "甲"\non = 2026-11-24\n'
    return f'{head}why = "读过原文"\n{fields}\n'


def corrected(report: Report, text: str) -> tuple[Report, tuple[Orphan, ...]]:
    found = of_report(report, load(text), DEFAULT)
    return found, found.orphans


def compared(text: str) -> Comparison:
    return compare(E2024, L2025, decisions=load(text))


def named(report: Report, name: str) -> list[Observation]:
    return [one for one in report.observations if one.indicator == name]


def links_of(comparison: Comparison, lane: str, name: str) -> list[tuple[str, str, str, str]]:
    before = {one.id: one for one in comparison.earlier.observations}
    after = {one.id: one for one in comparison.later.observations}
    return [
        (before[one.earlier].quote, after[one.later].quote, one.verdict, one.decided)
        for one in comparison.links
        if one.kind == lane and before[one.earlier].indicator == name
    ]


def by_id(*reports: Report) -> Callable[[str], str]:
    return {one.id: one.indicator for report in reports for one in report.observations}.__getitem__


def untouched(comparison: Comparison) -> set[Link]:
    return {one for one in comparison.links if not one.decided}
