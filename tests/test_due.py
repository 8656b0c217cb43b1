"""Targets of several years meet their results in the report that reviews their last year, however far on it is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from stated import report, stated

from tongbi.ledger.due import LongOutcomes, long_outcomes
from tongbi.link import due_year
from tongbi.model import Observation, Report
from tongbi.register import DEFAULT


def target(name: str, figure: str, period: str, start: int = 0) -> Observation:
    return stated("target", name, figure, start=start, period=period, horizon="multi_year")


def result(name: str, figure: str, period: str, start: int = 0) -> Observation:
    return stated(
        "actual", name, figure, start=start, period=period, horizon="multi_year" if len(period) > 4 else "annual"
    )


def outcomes(*reports: Report) -> LongOutcomes:
    return long_outcomes(reports, DEFAULT)


def told(found: LongOutcomes) -> list[tuple[str, str, str, str]]:
    return [(one.earlier, one.later, one.link.verdict, one.link.reason) for one in found.links]


def test_target_is_answered_five_reports_on():
    found = outcomes(
        report(2021, target("森林覆盖率", "41.5%", "2025")),
        report(2022, target("森林覆盖率", "41.8%", "2025")),
        report(2023),
        report(2026, result("森林覆盖率", "41.6%", "2025")),
    )
    assert told(found) == [
        ("2021", "2026", "met", "at_least:41.5:41.6"),
        ("2022", "2026", "missed", "at_least:41.8:41.6"),
    ]
    assert found.states == ()


def test_target_for_the_year_that_is_planned_is_left_to_the_next_report():
    found = outcomes(
        report(2025, target("森林覆盖率", "41.5%", "2021-2025")), report(2026, result("森林覆盖率", "42%", "2025"))
    )
    assert found == LongOutcomes((), ())


@pytest.mark.parametrize(
    ("name", "figure", "period", "stated_as", "of", "verdict"),
    [
        ("新增绿地", "900亩", "2021-2025", "960亩", "2021-2025", "met"),
        # What the last year alone added is a part of what five years were to add.
        ("新增绿地", "900亩", "2021-2025", "210亩", "2025", ""),
        ("地区生产总值", "增长6%", "2021-2025", "增长6.4%", "2025", ""),
        ("地区生产总值", "增长6%", "2021-2025", "增长6.4%", "2021-2025", "met"),
        ("城镇化率", "72%", "2021-2025", "71%", "2025", "missed"),
        ("地区生产总值", "900亿元", "2025", "880亿元", "2025", "missed"),
        ("高新技术企业", "800家", "2025", "820家", "2025", "met"),
        ("地区生产总值", "900亿元", "2025", "增长6%", "2025", ""),
    ],
)
def test_what_a_span_of_years_was_to_bring_is_answered_by_such_a_span(name, figure, period, stated_as, of, verdict):
    found = outcomes(report(2021, target(name, figure, period)), report(2026, result(name, stated_as, of)))
    assert [one.link.verdict for one in found.links] == ([verdict] if verdict else [])
    assert [one.state.state for one in found.states] == ([] if verdict else ["not_found"])


def test_stock_is_not_answered_by_what_was_added():
    found = outcomes(
        report(2018, target("高新技术企业", "2000家", "2022")),
        report(2023, result("新增高新技术企业", "900家", "2022")),
    )
    assert [one.state.state for one in found.states] == ["not_found"]


def said(year: int, text: str, one: Observation) -> Report:
    """A report with a text in which the observation has its place."""
    start = text.index(one.quote)
    placed = replace(one, start=start, end=start + len(one.quote))
    return report(year, placed, text=text)


@pytest.mark.parametrize(
    ("review", "answered"),
    [
        ("五年来，生产总值年均增长6.1%。", True),
        ("五年来，生产总值累计增长34.5%。", False),
    ],
)
def test_yearly_growth_is_not_answered_by_growth_in_all(review, answered):
    figure = "增长6.1%" if answered else "增长34.5%"
    found = outcomes(
        said(2021, "今后五年，生产总值年均增长6%。", target("地区生产总值", "增长6%", "2021-2025")),
        said(2026, review, result("地区生产总值", figure, "2021-2025")),
    )
    assert [one.link.verdict for one in found.links] == (["met"] if answered else [])


def test_result_over_the_whole_span_comes_before_that_of_the_last_year():
    found = outcomes(
        report(2021, target("研发投入强度", "3%", "2021-2025")),
        report(2026, result("研发投入强度", "3.4%", "2025", 0), result("研发投入强度", "3.1%", "2021-2025", 20)),
    )
    assert [(one.link.later, one.link.verdict) for one in found.links] == [
        ("actual:研发投入强度:3.1%:20", "met"),
    ]


@pytest.mark.parametrize(
    ("later", "state", "reason"),
    [
        ([], "not_due", "2025"),
        ([report(2023)], "not_due", "2025"),
        ([report(2027)], "no_report", "2026"),
        ([report(2026, abridged=True)], "abridged", "2026"),
        ([report(2026)], "not_found", "2026"),
    ],
)
def test_state_of_a_target_of_several_years(later, state, reason):
    found = outcomes(report(2021, target("森林覆盖率", "42%", "2025")), *later)
    assert [(one.session, one.due, one.state.state, one.state.reason) for one in found.states] == [
        ("2021", 2025, state, reason)
    ]


def test_income_in_step_over_five_years_is_judged_by_the_growth_of_five_years():
    plan = target("居民收入", "与经济增长同步", "2021-2025")
    review = (
        result("居民人均可支配收入", "增长5.9%", "2021-2025", 0),
        result("地区生产总值", "增长6.1%", "2021-2025", 20),
    )
    (one,) = outcomes(report(2021, plan), report(2026, *review)).links
    assert (one.link.verdict, one.link.note) == ("met", "within_tolerance")


names = some.sampled_from(["森林覆盖率", "新增绿地", "地区生产总值", "城镇化率"])
figures = some.sampled_from(["42%", "增长5%", "900亩", "40亿元", "持续提高"])
periods = some.sampled_from(["2021", "2023", "2025", "2021-2025", "2024-2026", "2030", ""])
beyond = some.builds(
    lambda role, name, figure, period, start: stated(
        role, name, figure, start=start, period=period, horizon="annual" if period in ("2021", "2023") else "multi_year"
    ),
    some.sampled_from(["target", "actual"]),
    names,
    figures,
    periods,
    some.integers(0, 999),
)
years = some.dictionaries(
    some.integers(2020, 2027), some.lists(beyond, max_size=6, unique_by=lambda one: one.id), max_size=5
)


@settings(max_examples=60, deadline=None)
@given(years)
def test_every_target_beyond_its_year_has_outcomes_or_one_state(stated_in: dict[int, list[Observation]]):
    reports = [report(year, *found) for year, found in stated_in.items()]
    found = outcomes(*reports)
    assert found == outcomes(*reversed(reports))
    asked = sorted(
        (str(one.year), target.id)
        for one in reports
        for target in one.observations
        if target.role == "target" and (due_year(target) or 0) > one.year
    )
    answered = {(one.earlier, one.link.earlier) for one in found.links}
    assert sorted([*answered, *((one.session, one.state.observation) for one in found.states)]) == asked
    for one in found.links:
        held = {observation.id: observation for observation in stated_in[int(one.later)]}
        assert due_year(held[one.link.later]) == int(one.later) - 1
        assert one.link.kind == "outcome" and one.link.verdict
