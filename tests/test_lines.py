"""Lines over all years: which numbers are of one indicator under all its names, and what a person is asked."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as some
from stated import report, stated

from tongbi.ledger.lines import Lines, lines, territories
from tongbi.ledger.names import fits, identity, provisional_id
from tongbi.link import links_between
from tongbi.model import Line, Link, Observation, Report
from tongbi.register import DEFAULT
from tongbi.series import load_regions

VERDICTS = {"same": "同一", "queued": "待定", "apart": "不同"}
CUT = """
[[regions]]
name = "云川区"
code = ""
level = "district"
parent = ""
territories = [{ note = "旧" }, { since = 2024-06-01, note = "江右区并入" }]
"""


def told(*results: tuple[int, str, str]) -> list[Report]:
    """Make the reports that tell these results (year, name, figure), each in the report of the year after."""
    by_year: dict[int, list[Observation]] = {}
    for place, (year, name, figure) in enumerate(results):
        one = stated("actual", name, figure, year, place * 40)
        by_year.setdefault(year + 1, []).append(replace(one, id=f"{year}:{one.id}"))
    return [report(year, *by_year[year]) for year in sorted(by_year)]


def linked(reports: Sequence[Report]) -> list[Link]:
    return [link for both in pairwise(reports) for link in links_between(*both, (), DEFAULT)]


def drawn(*results: tuple[int, str, str]) -> Lines:
    reports = told(*results)
    return lines(reports, linked(reports), DEFAULT)


def line_of(found: Lines, name: str) -> Line:
    return next(line for line in found.lines if name in {use.name for use in line.names})


def golden() -> list[str]:
    text = (ROOT / "tests/golden/identity.txt").read_text(encoding="utf-8").splitlines()
    blocks = "\n".join(line for line in text if not line.startswith("#")).split("\n\n")
    return [block.strip() for block in blocks if block.strip()]


@pytest.mark.parametrize("case", golden(), ids=lambda case: case.split("\n")[-1])
def test_candidates_of_the_golden_cases(case: str):
    rows = [line.split() for line in case.splitlines() if not line.startswith("=")]
    found = drawn(*((int(year), name, figure) for year, name, figure in rows))
    said = set()
    for one in found.candidates:
        names = [key if DEFAULT.of(key) else name for key, name in zip((one.one, one.other), one.names, strict=True)]
        why = "" if one.verdict == "same" else one.reason.removeprefix("scope:")
        said.add((frozenset(names), VERDICTS[one.verdict], why))
    expected = set()
    for line in case.splitlines():
        if line.startswith("="):
            mine, _, theirs, verdict, *why = line.removeprefix("= ").split()
            expected.add((frozenset((mine, theirs)), verdict, *(why or [""])))
    assert said == expected
    joined = [one for one in found.candidates if one.verdict == "same"]
    assert len(found.lines) == (1 if joined else len({name for _, name, _ in rows}))


def test_a_line_bears_the_registered_name_and_counts_its_names():
    found = drawn(
        (2022, "社会消费品零售总量", "210亿元"),
        (2023, "社会消费品零售总额", "220亿元"),
        (2024, "社会消费品零售总量", "231亿元"),
    )
    (line,) = found.lines
    assert (line.key, line.name, line.decided) == ("retail_sales", "社会消费品零售总额", "evidence")
    assert [(use.name, use.uses, use.first, use.last) for use in line.names] == [
        ("社会消费品零售总量", 2, "2023", "2025"),
        ("社会消费品零售总额", 1, "2024", "2024"),
    ]


def test_names_of_one_registered_indicator_are_one_line():
    line = line_of(drawn((2023, "GDP", "860亿元"), (2024, "地区生产总值", "增长6%")), "GDP")
    assert (line.key, line.decided, len(line.observations)) == ("gdp", "register", 2)


def test_what_a_person_decided_is_said():
    one = replace(stated("actual", "点亮路灯", "300盏", 2024), indicator_id="decided:c1")
    (line,) = lines([report(2025, one)], (), DEFAULT).lines
    assert (line.key, line.name, line.decided) == ("decided:c1", "点亮路灯", "person")


def test_two_registered_indicators_never_meet():
    """出口 and 进出口 are linked by hand both ways; a third name between them joins neither to the other."""
    reports = told(
        (2022, "出口总额", "90亿元"),
        (2023, "外贸出口交货", "92亿元"),
        (2024, "进出口总额", "95亿元"),
        (2025, "出口总额", "96亿元"),
    )
    ids = [one.observations[0].id for one in reports]
    made = [
        Link(kind, one, other, True, None, "", "", 1.0, "")
        for one, other in pairwise(ids)
        for kind in ("series", "revision")
    ]
    found = lines(reports, made, DEFAULT)
    held = [{use.name for use in line.names} for line in found.lines]
    assert {"export_total", "trade_total"} <= {line.key for line in found.lines}
    assert not any({"出口总额", "进出口总额"} <= names for names in held)
    assert {one.verdict for one in found.candidates if "trade_total" in (one.one, one.other)} == {"apart"}


def test_two_numbers_of_one_year_keep_two_names_apart():
    found = drawn(
        (2022, "新建停车泊位", "1500个"),
        (2023, "新增停车泊位", "1550个"),
        (2024, "新建停车泊位", "1480个"),
        (2024, "新增停车泊位", "2600个"),
    )
    assert [(one.verdict, one.reason) for one in found.candidates] == [("queued", "both_told")]
    assert len(found.lines) == 2


def test_a_share_is_no_line_of_the_amount():
    found = drawn((2023, "民生支出", "75%"), (2024, "民生支出", "86亿元"))
    assert {line.key for line in found.lines} == {"livelihood_expenditure", provisional_id("民生支出", "share")}


@pytest.mark.parametrize(
    ("name", "figure", "is_one"),
    [
        ("进出口总额", "3亿美元", True),
        ("进出口总额", "增长6%", True),
        ("进出口总额", "第3", True),
        ("进出口总额", "120家", False),
        ("粮食产量", "3.2万吨", True),
        ("粮食产量", "12亩", False),
        ("城镇新增就业", "1.2万人", True),
        ("城镇新增就业", "1.2万", True),
    ],
)
def test_level_in_another_unit_is_not_that_indicator(name: str, figure: str, is_one: bool):
    one = stated("actual", name, figure)
    known = DEFAULT.of(one.indicator_id)
    assert known
    assert fits(known, one) is is_one
    assert (identity(one, DEFAULT) == known.id) is is_one


def test_provisional_ids_are_known_beforehand():
    assert provisional_id("全市新增口袋公园", "amount") == provisional_id("新增口袋公园", "amount") == "~bae6e28f"
    assert provisional_id("新增口袋公园", "amount") != provisional_id("新增口袋公园", "share")


def test_nothing_crosses_a_change_of_territory():
    reports = told((2022, "点亮路灯", "300盏"), (2023, "点亮路灯", "310盏"), (2024, "点亮路灯", "620盏"))
    parted = territories(reversed(reports), load_regions(CUT))
    assert [[one.year for one in part] for part in parted] == [[2023, 2024], [2025]]
    links = linked(reports)
    assert [len(lines(part, links, DEFAULT).lines[0].observations) for part in parted] == [2, 1]


NAMES = ("新建停车泊位", "新增停车泊位", "停车位", "规上工业增加值", "工业增加值", "出口总额", "改造老旧小区", "新增")
results = some.lists(
    some.tuples(
        some.integers(2018, 2024), some.sampled_from(NAMES), some.sampled_from(("90个", "100个", "增长5%", "12亿元"))
    ),
    unique=True,
    max_size=14,
)


@given(results)
def test_every_number_is_in_one_line_and_no_line_has_two_ids(rows: list[tuple[int, str, str]]):
    found = drawn(*rows)
    ids = [one for line in found.lines for one in line.observations]
    assert len(ids) == len(set(ids)) == len(rows)
    assert len({line.key for line in found.lines}) == len(found.lines)
    for line in found.lines:
        registered = {DEFAULT.identify(use.name) for use in line.names} - {""}
        assert len(registered) <= 1 or line.key.startswith("~")


@given(results, some.randoms())
def test_lines_do_not_depend_on_the_order_of_links(rows: list[tuple[int, str, str]], chance):
    reports = told(*rows)
    links = linked(reports)
    found = lines(reports, links, DEFAULT)
    chance.shuffle(links)
    assert lines(reports, links, DEFAULT).lines == found.lines
