"""Views of the ledger: what stopped or is told less of, what contradicts itself, names that a person is asked about."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest
from test_change import sheet
from test_stopped import JOBS, series

import tongbi
from tongbi.ledger import ledger
from tongbi.link import links_between
from tongbi.model import Report
from tongbi.register import DEFAULT
from warehouse.store import Declared, DeclaredIndicator, Draft, Source, open_published, published

AMOUNT = DeclaredIndicator("fixed_investment", "固定资产投资", "元", "more", "nominal", "", True, False)
PART = DeclaredIndicator("industrial_investment", "工业投资", "元", "more", "nominal", AMOUNT.id, True, False)


def told(where: Path, reports: Sequence[Report], view: str) -> list[dict[str, Any]]:
    """Publish the reports with their ledger, and take out a view."""
    links = [link for both in pairwise(reports) for link in links_between(*both, (), DEFAULT)]
    with Draft(where, "r1") as draft:
        draft.put_reports(reports, {(one.region, one.session): Source(f"{one.session}.txt", "") for one in reports})
        draft.put_declared(Declared((), (), (AMOUNT, PART)))
        draft.put_ledgers([(reports[0].region, [(0, ledger(reports, links, ()))])])
        draft.publish()
    with open_published(where) as questions:
        return questions.table(view).to_pylist()


def test_a_result_that_is_stated_no_more_is_a_silence_with_its_last_sentence(tmp_path: Path):
    [row] = [
        row
        for row in told(tmp_path, series(JOBS | {2023: "社会大局稳定。"}), "silences")
        if row["kind"] == "result_stopped"
    ]
    assert (row["earlier"], row["later"], row["subject"], row["quote"]) == ("2023", "2024", "城镇新增就业", "1万人")
    assert (row["reason"], bool(row["citation"])) == ("years:3", True)


def test_an_amount_without_growth_is_a_silence_of_its_own_report(tmp_path: Path):
    said = "规上工业增加值180亿元、增长4.1%，服务业增加值260亿元、增长5.3%，社会消费品零售总额145亿元。"
    rows = told(tmp_path, series({2023: said}), "silences")
    assert [(row["kind"], row["earlier"], row["later"], row["quote"]) for row in rows] == [
        ("growth_not_stated", "2024", "2024", "145亿元")
    ]


def test_a_past_figure_stated_otherwise_is_a_disagreement_with_both_quotes(tmp_path: Path):
    reviews = {2021: "粮食产量20.5万吨。", 2022: "粮食产量由2021年的26.5万吨提高到27.5万吨。"}
    [row] = told(tmp_path, series(reviews), "disagreements")
    assert (row["kind"], row["period"]) == ("figure_restated", "2021")
    assert (row["earlier_quote"], row["later_quote"]) == ("20.5万吨", "26.5万吨")
    assert row["earlier_citation"] and row["later_citation"]


HEADLINE = "预计全年地区生产总值增长5.2%，固定资产投资80亿元、增长4.1%，一般公共预算收入26亿元、增长5.3%。"
CHAPTER = "南湖新区固定资产投资80亿元、增长4.1%。"


@pytest.mark.parametrize(
    ("whole", "part", "told_of"),
    [
        (HEADLINE, "92亿元", ["part_exceeds_whole"]),
        (HEADLINE, "72亿元", []),
        (HEADLINE, "80亿元左右", []),
        (f"经济稳中有进。{CHAPTER}", "92亿元", []),
    ],
)
def test_a_part_larger_than_its_whole_is_a_disagreement(tmp_path: Path, whole: str, part: str, told_of: list[str]):
    report = tongbi.read(sheet(2024, "三", [whole, f"工业投资{part}。"], ["支持企业。"]))
    rows = told(tmp_path, [report], "disagreements")
    assert [row["kind"] for row in rows] == told_of
    assert [(row["earlier_quote"], row["later_quote"], row["reason"]) for row in rows] == [
        ("80亿元", part, "whole:固定资产投资") for _ in told_of
    ]


def test_every_queued_name_stands_in_the_queue_with_two_quotes(sample_warehouse: Path):
    path = published(sample_warehouse)
    assert path
    with duckdb.connect(str(path), read_only=True) as connection:
        queued = connection.execute("SELECT count(*) FROM candidate WHERE verdict = 'queued'").fetchone()
        shown = connection.execute("SELECT count(one_quote), count(other_quote) FROM identity_queue").fetchone()
    assert queued and shown == queued * 2
