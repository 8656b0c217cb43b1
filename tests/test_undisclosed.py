"""What one report by itself shows that it tells less of."""

from dataclasses import replace

import pytest
from test_change import sheet

import tongbi
from tongbi.ledger.undisclosed import undisclosed
from tongbi.model import Report
from tongbi.register import DEFAULT

FULL = "规上工业增加值180亿元、增长4.1%，服务业增加值260亿元、增长5.3%"


def read(*review: str) -> Report:
    return tongbi.read(sheet(2024, "三", review, ["支持企业开拓市场。"]))


def told(*review: str) -> list[tuple[str, str, str]]:
    report = read(*review)
    return [(one.kind, one.indicator_id, one.span.of(report.text)) for one in undisclosed(report, DEFAULT)]


def test_an_amount_without_growth_among_amounts_with_growth_is_told_with_its_peers():
    report = read(f"{FULL}，社会消费品零售总额145亿元。")
    [one] = undisclosed(report, DEFAULT)
    assert (one.kind, one.indicator_id) == ("growth_not_stated", "retail_sales")
    assert one.span.of(report.text) == "145亿元"
    quotes = {found.id: found.quote for found in report.observations}
    assert [quotes[peer] for peer in one.peers] == ["4.1%", "5.3%"]


@pytest.mark.parametrize(
    "review",
    [
        [f"{FULL}，社会消费品零售总额145亿元、增长3.2%。"],
        # The growth stands elsewhere in the review.
        [f"{FULL}，社会消费品零售总额145亿元。", "消费平稳恢复，社会消费品零售总额增长3.2%。"],
        # Without peers it is the style of the passage.
        ["规上工业增加值180亿元，服务业增加值260亿元，社会消费品零售总额145亿元。"],
        # Counts of what is new are seldom told with a growth, and a threshold passed is no amount.
        [f"{FULL}，城镇新增就业8600人，社会消费品零售总额突破140亿元。"],
        # The growth of several years is told instead.
        [f"{FULL}，社会消费品零售总额从2020年的118亿元提高到145亿元。"],
        [f"{FULL}，社会消费品零售总额145亿元（不含批发12亿元），增长3.2%。"],
        [f"{FULL}，人均地区生产总值9.6万元。"],
    ],
    ids=["beside it", "elsewhere", "no peers", "counts and thresholds", "over years", "behind a bracket", "per head"],
)
def test_what_is_told_or_not_to_be_expected_is_not_missed(review: list[str]):
    assert told(*review) == []


def test_words_in_place_of_a_number_are_quoted():
    assert told(f"{FULL}；固定资产投资保持高位平稳。") == [
        ("told_in_words", "fixed_investment", "固定资产投资保持高位平稳")
    ]
    said = "地区生产总值在严控新上项目的情况下稳中有升"
    assert told(f"{FULL}；{said}。") == [("told_in_words", "gdp", said)]


@pytest.mark.parametrize(
    "review",
    [
        "固定资产投资保持高位平稳。固定资产投资增长2.1%。",
        "居民收入与经济增长同步。",
        "固定资产投资结构持续改善。",
        "城乡居民收入较快增长。城镇居民人均可支配收入48200元。",
    ],
    ids=["a number too", "held against another", "something of it", "a part of it in numbers"],
)
def test_words_beside_a_number_or_about_something_else_are_none(review: str):
    assert told(review) == []


def test_an_abridged_report_shows_nothing():
    report = replace(read(f"{FULL}，社会消费品零售总额145亿元。固定资产投资保持高位平稳。"), abridged=True)
    assert undisclosed(report, DEFAULT) == ()
