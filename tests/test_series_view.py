"""Target and result by year, as `indicator_series` tells them: one row a year, what is missing said, nothing merged."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from invented import Line, lay_out, observe, sources

from tongbi.model import Comparison, Link, Observation, Report
from warehouse.given import Declared, DeclaredIndicator, DeclaredNote, DeclaredRegion, DeclaredTerritory
from warehouse.store import Draft, published

REGION = "安桥县"
JOBS = {"indicator": "城镇新增就业", "indicator_id": "urban_jobs"}
GROWTH = {"indicator": "地区生产总值", "indicator_id": "gdp", "measure": "change_pct"}


def report(
    year: int, review: tuple[str, ...], plan: tuple[str, ...], *found: tuple[str, str, dict[str, Any]]
) -> Report:
    """A report of the year whose numbers are given by a word of the sentence, the quote and the fields."""
    lines: tuple[Line, ...] = (
        ("review", 1, f"一、{year - 1}年工作回顾"),
        *(("review", 0, words) for words in review),
        ("plan", 1, f"二、{year}年工作安排"),
        *(("plan", 0, words) for words in plan),
    )
    laid_out = replace(lay_out(lines, REGION, year), delivered=date(year, 1, 20))
    return replace(laid_out, observations=tuple(seen_in(laid_out, *one) for one in found))


def seen_in(laid_out: Report, words: str, quote: str, fields: dict[str, Any]) -> Observation:
    """One observation; of words without a number it has no value."""
    if quote[0].isdecimal():
        return observe(laid_out, words, quote, **fields)
    start = laid_out.text.index(quote)
    number = observe(laid_out, "一、", str(laid_out.year - 1), **{**fields, "value": None})
    place = {"id": f"{laid_out.sha256[:12]}:{start}:{start + len(quote)}:0", "start": start, "end": start + len(quote)}
    return replace(number, quote=quote, **place)  # type: ignore[arg-type]


def actual(year: int, **fields: Any) -> dict[str, Any]:
    return {"role": "actual", "period": str(year), **fields}


def target(year: int, **fields: Any) -> dict[str, Any]:
    return {"role": "target", "period": str(year), **fields}


def rows(
    where: Path, reports: list[Report], declared: Declared | None = None, links: tuple[Link, ...] = ()
) -> list[dict[str, Any]]:
    """What the view says of these reports; the first two are compared where there are links between them."""
    with Draft(where, "r") as draft:
        if declared:
            draft.put_declared(declared)
        draft.put_reports(reports, sources(*reports))
        draft.put_units({"万人": ("人", Decimal(10_000)), "人": ("人", Decimal(1)), "%": ("%", Decimal(1))})
        if links:
            empty = Comparison(
                *reports[:2], matches=(), edits=(), marks=(), links=links, states=(), changes=(), head=()
            )
            draft.put_comparisons([empty])
        draft.publish()
    path = published(where)
    assert path
    with duckdb.connect(path, read_only=True) as connection:
        told = connection.execute("FROM indicator_series ORDER BY key, measure, territory, year")
        names = [column[0] for column in told.description or []]
        return [dict(zip(names, row, strict=True)) for row in told.fetchall()]


def test_amounts_of_one_base_unit_are_one_series(tmp_path: Path) -> None:
    first = report(2024, (), ("新增就业2万人。",), ("新增", "2万人", target(2024, unit="万人", **JOBS)))
    second = report(2025, ("新增就业19800人。",), (), ("新增", "19800人", actual(2024, unit="人", **JOBS)))
    (row,) = rows(tmp_path, [first, second])
    assert (row["year"], row["base_unit"], row["target_quote"], row["outcome_quote"]) == (
        2024,
        "人",
        "2万人",
        "19800人",
    )
    assert (row["target_base_low"], row["outcome_base_low"]) == (20_000, 19_800)


def test_of_what_is_stated_twice_the_headline_is_taken_and_what_differs_is_said(tmp_path: Path) -> None:
    plan = ("新增就业3万人。", "预期目标：新增就业2万人。", "新增就业2.01万人。")
    found = [
        ("新增就业3", "3万人", target(2024, unit="万人", **JOBS)),
        ("预期", "2万人", target(2024, unit="万人", tier="headline", **JOBS)),
        ("新增就业2.", "2.01万人", target(2024, unit="万人", **JOBS)),
    ]
    (row,) = rows(tmp_path, [report(2024, (), plan, *found)])
    # the third is the second in other digits
    assert (row["target_quote"], row["target_other_quotes"]) == ("2万人", ["3万人"])


@pytest.mark.parametrize(
    ("later", "gap", "instead"),
    [
        ([], "not_yet", None),
        ([(2026, "新增就业1万人。", "1万人", {"period": "2025", "unit": "万人"})], "no_report", None),
        ([(2025, "新增就业完成任务。", "完成任务", {"measure": "qualitative", "unit": ""})], "in_words", "完成任务"),
        ([(2025, "新增就业增长5%。", "5%", {"measure": "change_pct", "unit": "%"})], "other", "5%"),
        ([(2025, "五年新增就业9万人。", "9万人", {"horizon": "multi_year", "period": "2020-2024", "unit": "万人"})],
         "multi_year", "9万人"),
        ([(2025, "道路3里。", "3里", {"indicator": "道路", "indicator_id": "", "unit": "里"})], "not_stated", None),
    ],
)  # fmt: skip
def test_a_year_without_a_result_says_why(tmp_path: Path, later: list[Any], gap: str, instead: str | None) -> None:
    reports = [report(2024, (), ("新增就业2万人。",), ("新增", "2万人", target(2024, unit="万人", **JOBS)))]
    for year, words, quote, fields in later:
        reports.append(report(year, (words,), (), (words[:3], quote, {**actual(year - 1), **JOBS, **fields})))
    row = next(one for one in rows(tmp_path, reports) if one["target_quote"] == "2万人")
    assert (row["outcome_quote"], row["outcome_gap"], row["outcome_instead_quote"]) == (None, gap, instead)


def test_a_result_that_answers_the_target_is_of_its_series_whatever_it_is_called(tmp_path: Path) -> None:
    first = report(2024, (), ("新增就业2万人。",), ("新增", "2万人", target(2024, unit="万人", **JOBS)))
    other = {"indicator": "就业岗位", "indicator_id": "", "unit": "人"}
    review = ("新增就业300人。", "就业岗位21000人。")
    second = report(2025, review, (), ("新增", "300人", actual(2024, unit="人", **JOBS)),
                    ("就业岗位", "21000人", actual(2024, **other)))  # fmt: skip
    answer = Link(
        "outcome", first.observations[0].id, second.observations[1].id, True, Decimal(1000), "met", "", 0.9, ""
    )
    (row,) = [one for one in rows(tmp_path, [first, second], links=(answer,)) if one["key"] == "urban_jobs"]
    assert (row["outcome_quote"], row["verdict"], row["outcome_other_quotes"]) == ("21000人", "met", ["300人"])


def test_a_year_between_two_that_are_told_has_a_row(tmp_path: Path) -> None:
    grown = [report(year, (), ("增长6%。",), ("增长", "6%", target(year, **GROWTH))) for year in (2022, 2024)]
    blank = report(2023, (), ("种树。",))
    told = rows(tmp_path, [*grown, blank])
    assert [(one["year"], one["target_gap"]) for one in told] == [(2022, ""), (2023, "not_stated"), (2024, "")]


def test_no_row_crosses_a_change_of_territory_and_changes_of_definition_are_said(tmp_path: Path) -> None:
    declared = Declared(
        (DeclaredRegion(REGION, "", "district", ""),),
        (DeclaredTerritory(REGION, 0, None, ""), DeclaredTerritory(REGION, 1, date(2024, 6, 1), "并入两乡")),
        (DeclaredIndicator("gdp", "生产总值", "元", "more", "constant", "", additive=True, foreign_money=False),),
        (DeclaredNote("gdp", 2025, "growth", "换了价格"), DeclaredNote("gdp", 2025, "level", "换了范围")),
    )
    reports = [
        report(year, ("增长5%。",), ("要增长6%。",), ("增长5", "5%", actual(year - 1, **GROWTH)),
               ("要增长", "6%", target(year, **GROWTH)))
        for year in (2024, 2025, 2026)
    ]  # fmt: skip
    told = rows(tmp_path, reports, declared)
    assert [(one["territory"], one["year"], one["target_quote"], one["outcome_quote"]) for one in told] == [
        (0, 2023, None, "5%"),
        (0, 2024, "6%", None),
        (1, 2024, None, "5%"),
        (1, 2025, "6%", "5%"),
        (1, 2026, "6%", None),
    ]
    assert {one["name"] for one in told} == {"生产总值"}
    assert [one["break_note"] for one in told] == ["", "", "", "并入两乡；换了价格", ""]
    assert [one["outcome_gap"] for one in told[:2]] == ["", "no_report"]
