"""Figures of a past year stated otherwise later, and how far a figure may be rounded."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from test_change import sheet

import tongbi
from tongbi.change.revised import revised
from tongbi.model import Observation, Report
from tongbi.rounding import agree, ends_of, half_step


def of_year(year: int, *review: str) -> Report:
    return tongbi.read(sheet(year, "三", review, ["支持企业开拓市场。"]))


def observation(value: str, unit: str, bound: str = "eq") -> Observation:
    report = of_year(2024, "新建公园3个。")
    one = next(one for one in report.observations if one.quote == "3个")
    changed = {"value": Decimal(value), "unit": unit, "bound": bound}
    return type(one)(**{name: changed.get(name, getattr(one, name)) for name in Observation.__slots__})


def told(*reports: Report) -> list[tuple[str, str, str, str]]:
    by_id = {one.id: one.quote for report in reports for one in report.observations}
    return [(one.earlier_session, by_id[one.earlier], one.later_session, by_id[one.later]) for one in revised(reports)]


def test_a_base_that_a_report_four_years_later_states_otherwise_is_found():
    first = of_year(2020, "常住人口城镇化率达到61.3%。")
    between = of_year(2022, "森林覆盖率达到40.6%。")
    again = of_year(2024, "常住人口城镇化率从2019年的60.8%提高到64.9%。")
    assert told(first, between, again) == [("2020", "61.3%", "2024", "60.8%")]


def test_what_may_be_rounded_alike_or_bounded_is_no_other_figure():
    first = of_year(2020, "常住人口城镇化率达到61.3%。城镇居民人均可支配收入超过40000元。")
    again = of_year(
        2024, "常住人口城镇化率从2019年的61%提高到64.9%。城镇居民人均可支配收入从2019年的40210元提高到52000元。"
    )
    assert told(first, again) == []


def test_digits_cut_off_are_no_other_figure():
    first = of_year(2020, "森林覆盖率达到42.68%。")
    again = of_year(2024, "森林覆盖率从2019年的42.6%提高到43.5%。")
    assert told(first, again) == []


def test_each_statement_is_laid_against_the_last_one_before_it():
    reports = (
        of_year(2020, "常住人口城镇化率达到61.3%。"),
        of_year(2021, "常住人口城镇化率从2019年的60.8%提高到62.1%。"),
        of_year(2022, "常住人口城镇化率从2019年的60.8%提高到63.0%。"),
    )
    assert told(*reports) == [("2020", "61.3%", "2021", "60.8%")]


@pytest.mark.parametrize(("written", "half"), [("14.2", "0.05"), ("302", "0.5"), ("1.30", "0.005")])
def test_the_last_digit_written_says_how_exact_a_number_is(written: str, half: str):
    assert half_step(Decimal(written)) == Decimal(half)


def test_ends_are_given_in_the_unit_asked_for_and_not_for_bounds():
    assert ends_of(observation("1.2", "万亿元"), "亿元") == (Decimal("11500"), Decimal("12500"))
    assert ends_of(observation("1.2", "万亿元", "ge"), "亿元") is None
    with pytest.raises(ValueError, match="not convertible"):
        ends_of(observation("1.2", "万亿元"), "人")


@given(some.decimals(-1000, 1000, places=4), some.integers(0, 3), some.integers(0, 3))
def test_a_number_rounded_twice_agrees_with_itself(exact: Decimal, one: int, other: int):
    rounded = [round(exact, places) for places in (one, other)]
    ends = [(number - half_step(number), number + half_step(number)) for number in rounded]
    assert agree(*ends)
