"""One indicator by year as the viewer shows it: picture, table, what is missing. No browser, no warehouse."""

from dataclasses import replace

import pytest
from shown import ZH, a_figure, visible

from viewer.address import Address
from viewer.choice import indicators, with_series
from viewer.render import plot, series
from warehouse.answers import SeriesRow

HERE = Address("series", region="云川区", key="gdp", kind="change_pct.%")


def a_year(year: int, target: str | None = "6", outcome: str | None = "6.2", **fields: object) -> SeriesRow:
    """A year of a growth in percent; what is None is missing."""

    def ends(value: str | None) -> tuple[float, float] | None:
        return None if value is None else (float(value), float(value))

    row = SeriesRow(
        key="gdp",
        name="地区生产总值",
        territory=0,
        measure="change_pct",
        base_unit="%",
        year=year,
        session=str(year) if target else "",
        outcome_session=str(year + 1) if outcome else "",
        target=None if target is None else a_figure(target, quote=f"{target}%"),
        outcome=None if outcome is None else a_figure(outcome, quote=f"{outcome}%"),
        target_ends=ends(target),
        outcome_ends=ends(outcome),
        target_gap="" if target else "not_stated",
        outcome_gap="" if outcome else "not_stated",
        target_instead=None,
        outcome_instead=None,
        target_others=(),
        outcome_others=(),
        verdict="met" if target and outcome else "",
        note="",
        reason="",
        state="",
        break_note="",
    )
    return replace(row, **fields)  # type: ignore[arg-type]


def test_the_indicator_of_most_years_comes_first_and_its_fullest_series():
    jobs = [replace(a_year(year), key="jobs", name="就业", measure="level", base_unit="人") for year in (2020, 2021)]
    growth = [a_year(year) for year in (2020, 2021, 2022)]
    amount = [replace(a_year(2020), measure="level", base_unit="元")]
    known = indicators([*amount, *jobs, *growth])
    assert list(known) == ["gdp", "jobs"]
    assert list(known["gdp"].kinds) == ["change_pct.%", "level.元"] and known["gdp"].years == 3
    bare = replace(HERE, key="", kind="")
    assert with_series(bare, known).parameters == HERE.parameters
    assert with_series(replace(HERE, kind="level.元"), known).kind == "level.元"
    assert with_series(replace(HERE, key="jobs"), known).kind == "level.人"
    assert with_series(replace(HERE, key="none"), known).kind == ""


@pytest.mark.parametrize(
    ("values", "ticks", "unit"),
    [
        (("3.1", "8.2"), (0, 2, 4, 6, 8, 10), "%"),
        (("-2", "7"), (-2, 0, 2, 4, 6, 8), "%"),
        (("4.1", "4.5"), (4.1, 4.2, 4.3, 4.4, 4.5), "%"),
        (("5", "5"), (0, 1, 2, 3, 4, 5), "%"),
        (("0", "0"), (0, 0.2, 0.4, 0.6, 0.8, 1), "%"),
    ],
)
def test_a_scale_has_round_lines_around_all_that_is_stated(
    values: tuple[str, str], ticks: tuple[float, ...], unit: str
):
    shown = plot.scale([a_year(2020, *values)])
    assert shown is not None and shown.unit == unit
    assert shown.ticks == pytest.approx(ticks)
    assert (shown.place(shown.low), shown.place(shown.high)) == (0, 1)


def test_amounts_are_labelled_in_ten_thousands_and_hundred_millions():
    shown = plot.scale([replace(a_year(2020, "230000000000", "250000000000"), base_unit="元")])
    assert shown is not None and shown.unit == "亿元" and shown.label(shown.high) == "2500"
    assert plot.scale([a_year(2020, None, None)]) is None


def test_no_line_crosses_a_missing_year_or_a_change_of_definition_or_of_territory():
    rows = [
        a_year(2018), a_year(2019), a_year(2020, outcome=None), a_year(2021), a_year(2022, break_note="新口径"),
        a_year(2023), a_year(2023, territory=1), a_year(2024, territory=1),
    ]  # fmt: skip
    shown = plot.scale(rows)
    assert shown is not None
    assert [place for place, _, _ in plot.lines(rows, shown)] == [0, 4, 6]


def test_the_picture_has_a_mark_for_each_number_and_says_each_year_in_words():
    rows = [a_year(2020), a_year(2021, outcome="5.1", verdict="missed"), a_year(2022, None), a_year(2023, None, None)]
    page = series.chart(rows, HERE, ZH)
    assert page.count('class="aim') == 2 + 1 and page.count('class="dot met"') == 1 + 1  # with the legend's
    assert page.count('class="dot missed"') == 1 + 1 and page.count('class="dot plain"') == 1 + 1
    assert page.count('class="line"') == 2
    assert 'class="gap both"' in page and "2023: 目标 报告里没有读到 · 结果 报告里没有读到" in page
    assert "row=2021" in page


def test_a_year_without_a_number_says_why_and_what_is_stated_instead():
    instead = a_figure(None, measure="qualitative", quote="与经济增长同步")
    told = a_year(2021, None, None, target_gap="in_words", target_instead=instead, outcome_gap="no_report")
    shown = visible(series.table([a_year(2020), told], HERE, ZH))
    assert "只有文字，没有数字" in shown and "目标说的是 与经济增长同步" in shown and "下一年报告不在库中" in shown
    assert shown.index("2021") < shown.index("2020")


def test_numbers_that_differ_are_set_beside_and_breaks_are_said():
    row = a_year(2021, outcome_others=(a_figure("9"),), break_note="第四次经济普查")
    shown = visible(series.table([row], HERE, ZH))
    assert "结果另有 +9%" in shown and "2021 年起：第四次经济普查" in shown


def test_missing_years_are_gathered_by_why_those_that_follow_each_other_as_a_run():
    rows = [
        a_year(2018, None), a_year(2019, None), a_year(2020, outcome=None, outcome_gap="multi_year"),
        a_year(2021, None, break_note="口径变了"), a_year(2022, outcome=None, outcome_gap="not_yet"),
    ]  # fmt: skip
    assert series.missing(rows, ZH) == [
        "没有目标：2018–2019、2021（报告里没有读到）",
        "没有结果：2020（只说了跨年的数）",
        "2021 年起：口径变了",
    ]
    assert series.missing([a_year(2020)], ZH) == []


def test_the_newest_target_is_not_called_unanswered():
    waiting = a_year(2026, outcome=None, outcome_gap="not_yet", state="no_report")
    assert series.where(waiting) is None
    assert "待下一年报告" in visible(series.table([waiting], HERE, ZH))
    assert series.where(a_year(2020, outcome=None, state="not_found")) == "not_found"
    assert series.where(a_year(2020, None)) is None


def test_the_same_year_of_two_territories_has_two_names():
    assert [series.name_of(a_year(2021)), series.name_of(a_year(2021, territory=1))] == ["2021", "2021-1"]
