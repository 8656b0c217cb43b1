"""What was looked at for a target without a result, and which number was the nearest."""

import re
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as some
from stated import report, stated

from tongbi.ledger import searched
from tongbi.ledger.searched import searches
from tongbi.ledger.setting import known_at_setting
from tongbi.link import links_between, target_states
from tongbi.model import KnownAtSetting, Observation, Part, Search, Span
from tongbi.register import DEFAULT


def search(*stated_in: Observation) -> list[Search]:
    earlier = report(2024, *(one for one in stated_in if one.role == "target"))
    later = report(2025, *(one for one in stated_in if one.role == "actual"))
    later = replace(
        later, parts=(Part("opening", Span(0, 5)), Part("review", Span(5, 400)), Part("plan", Span(400, 900)))
    )
    states = target_states(earlier, later, links_between(earlier, later, (), DEFAULT))
    return list(searches(earlier, later, states, DEFAULT))


def planned(name: str, figure: str, start: int = 0) -> Observation:
    return stated("target", name, figure, 2024, start)


def told(name: str, figure: str, start: int = 20, year: int = 2024) -> Observation:
    return stated("actual", name, figure, year, start)


@pytest.mark.parametrize(
    ("target", "result", "refused"),
    [
        (planned("新增停车位", "300个"), told("出让土地", "40宗"), "nothing_like_it"),
        (planned("技改投资", "45亿元"), told("重大项目投资", "161亿元"), "names"),
        (planned("新增绿地", "400亩"), told("新增绿地面积占比", "4%"), "measure:level:ratio"),
        (planned("新增省级专精特新企业", "30家"), told("新增国家级专精特新企业", "4家"), "scope:省级:国家级"),
        (planned("建设智慧停车场", "20座"), told("智慧停车系统投资", "6亿元"), "unit:座:亿元"),
        (planned("新增绿地", "400亩"), told("新增绿地", "380亩", year=2022), "other_time:2024:2022"),
    ],
)
def test_nearest_number_and_why_it_was_refused(target, result, refused):
    (found,) = search(target, result)
    assert (found.refused, found.nearest) == (refused, "" if refused == "nothing_like_it" else result.id)
    assert found.score < 0.72 or refused.startswith("other_time")


def test_number_that_answers_another_target_is_said_to():
    one, other = planned("新增公共停车位", "300个"), planned("新增停车位", "500个", 30)
    found = search(one, other, told("新增停车位", "520个", 60))
    assert [(each.target, each.refused) for each in found] == [(one.id, f"taken:{other.id}")]


def test_names_and_parts_that_were_searched():
    (found,) = search(planned("空气质量优良率", "90%"), told("新增绿地", "30亩", 50), told("生产总值", "40亿元", 450))
    assert (found.parts, found.results) == (("review", "plan"), 2)
    assert found.names[0] == "空气质量优良率"
    assert {"空气优良率", "优良天数比例"} < set(found.names)
    assert len(set(found.names)) == len(found.names)


def test_only_targets_that_were_not_found_are_told_of():
    assert search(planned("新增绿地", "400亩"), told("新增绿地", "420亩")) == []


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_every_refusal_is_worded_for_the_viewer(spoken: str) -> None:
    keys = set(re.findall(r"^    ([a-z_]+)(?::| {2,})", searched.__doc__ or "", re.MULTILINE))
    table = tomllib.loads((ROOT / f"viewer/wording/{spoken}.toml").read_text(encoding="utf-8"))["refused"]
    assert len(keys) == 7
    assert set(table) == keys


names = some.sampled_from(["新增绿地", "新增停车位", "停车位", "省级绿色工厂", "国家级绿色工厂", "地区生产总值"])
figures = some.sampled_from(["42个", "增长5%", "900亩", "第3", "3-4%", "稳步提高"])


@settings(max_examples=60, deadline=None)
@given(
    some.lists(
        some.builds(
            stated,
            some.sampled_from(["target", "actual"]),
            names,
            figures,
            year=some.sampled_from([2023, 2024]),
            start=some.integers(0, 899),
        ),
        max_size=12,
        unique_by=lambda one: one.id,
    )
)
def test_every_target_that_was_not_found_has_one_search_that_names_a_result(stated_in: list[Observation]):
    ordered = sorted(stated_in, key=lambda one: (one.start, one.id))
    results = {one.id for one in ordered if one.role == "actual"}
    for found in search(*ordered):
        assert (found.nearest == "") == (found.refused == "nothing_like_it")
        assert found.nearest == "" or found.nearest in results
        assert 0 <= found.score <= 1


def year(delivered: date | None) -> tuple[KnownAtSetting, ...]:
    stated_in = (
        stated("actual", "地区生产总值", "增长5.1%", period="2025Q1", horizon="part_year", start=0),
        stated("actual", "新增绿地", "30亩", period="2024Q1", horizon="part_year", start=20),
        stated("target", "生产总值", "增长5.5%左右", 2025, 40),
        stated("target", "新增绿地", "400亩", 2025, 60),
        stated("target", "地区生产总值", "增长6%", period="2026-2030", horizon="multi_year", start=80),
    )
    return known_at_setting(replace(report(2025, *stated_in), delivered=delivered))


@pytest.mark.parametrize(
    ("delivered", "known"), [(date(2025, 4, 18), 1), (date(2025, 5, 22), 1), (date(2025, 3, 30), 0), (None, 0)]
)
def test_first_months_stand_beside_a_target_that_was_set_after_them(delivered, known):
    found = year(delivered)
    assert (
        found
        == (KnownAtSetting("2025", "target:生产总值:增长5.5%左右:40", "actual:地区生产总值:增长5.1%:0", True),)[:known]
    )
