"""Results that reports stated year after year, and that the next one states no more."""

from dataclasses import replace
from itertools import pairwise

import pytest
from test_change import sheet

import tongbi
from tongbi.ledger.lines import lines
from tongbi.ledger.stopped import stopped
from tongbi.link import links_between
from tongbi.model import Report
from tongbi.register import DEFAULT

JOBS = {2020: "新增城镇就业0.8万人。", 2021: "新增城镇就业0.9万人。", 2022: "城镇新增就业1万人。"}
MORE = "规上工业增加值增长4.1%。"


def series(reviews: dict[int, str]) -> list[Report]:
    """Reports whose reviews say this of these years."""
    return [tongbi.read(sheet(year + 1, "三", [MORE, said], ["支持企业。"])) for year, said in reviews.items()]


def told(reports: list[Report]) -> list[tuple[str, str, int, bool]]:
    links = [link for both in pairwise(reports) for link in links_between(*both, (), DEFAULT)]
    found = stopped(reports, lines(reports, links, DEFAULT), DEFAULT)
    return [(one.line, one.later, one.years, one.named) for one in found]


def test_a_result_stated_in_three_reports_and_not_in_the_next_is_told_with_the_last():
    reports = series(JOBS | {2023: "社会大局稳定。"})
    links = [link for both in pairwise(reports) for link in links_between(*both, (), DEFAULT)]
    [one] = stopped(reports, lines(reports, links, DEFAULT), DEFAULT)
    quotes = {found.id: found.quote for found in reports[2].observations}
    assert (one.line, quotes[one.observation], one.earlier, one.later) == ("urban_jobs", "1万人", "2023", "2024")
    assert (one.years, one.named) == (3, False)


def test_what_is_told_in_words_is_said_to_be_named():
    assert told(series(JOBS | {2023: "城镇新增就业保持稳定。"})) == [("urban_jobs", "2024", 3, True)]


@pytest.mark.parametrize(
    "reviews",
    [
        JOBS | {2023: "城镇新增就业1.1万人。"},
        {2021: JOBS[2021], 2022: JOBS[2022], 2023: "社会大局稳定。"},
        JOBS | {2024: "社会大局稳定。"},
        JOBS | {2023: "城镇新增就业累计完成1.1万人次以上的目标。"},
        JOBS | {2023: "全年新增城镇各类就业岗位1.1万人。"},
    ],
    ids=["stated", "twice only", "a year is not held", "with a number", "under a name much like it"],
)
def test_what_is_stated_or_cannot_be_known_is_not_told(reviews: dict[int, str]):
    assert told(series(reviews)) == []


@pytest.mark.parametrize("place", [2, 3])
def test_nothing_is_told_of_an_abridged_report_or_behind_it(place: int):
    reports = series(JOBS | {2023: "社会大局稳定。"})
    reports[place] = replace(reports[place], abridged=True)
    assert told(reports) == []


def test_a_run_begins_anew_behind_a_report_without_the_result():
    reviews = {2019: JOBS[2020], 2020: JOBS[2020], 2021: "就业稳定。", 2022: JOBS[2022], 2023: "就业稳定。"}
    assert told(series(reviews)) == []
