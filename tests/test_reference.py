"""Targets that are held against another number, and where that number is looked for."""

from decimal import Decimal

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as some
from stated import report, stated

from tongbi import vocabulary
from tongbi.link import links_between
from tongbi.reference import judge_by_reference
from tongbi.register import DEFAULT


def income(words: str, growth: str, economy: str) -> tuple[str, str, str]:
    target = stated("target", "居民收入", words, 2024)
    outcome = stated("actual", "居民人均可支配收入", growth, 2024)
    year = report(2025, stated("actual", "地区生产总值", economy, 2024, 40), outcome)
    judgement = judge_by_reference(target, outcome, year, {})
    return (judgement.verdict, judgement.note, judgement.reason) if judgement else ("", "", "")


@pytest.mark.parametrize(
    ("words", "growth", "economy", "verdict", "note", "rule"),
    [
        ("与经济增长同步", "增长5%", "增长5%", "met", "", "in_step:5:5:0.5"),
        ("同经济增长保持同步", "增长4.5%", "增长5%", "met", "within_tolerance", "in_step:4.5:5:0.5"),
        ("和经济增长同步", "增长4.4%", "增长5%", "missed", "", "in_step:4.4:5:0.5"),
        ("与经济增长基本同步", "增长4%", "增长5%", "met", "within_tolerance", "about_in_step:4:5:1"),
        ("高于经济增长", "增长5%", "增长5%", "missed", "", "above_growth:5:5:0"),
        ("不低于经济增长", "增长5%", "增长5%", "met", "", "not_below_growth:5:5:0"),
    ],
)
def test_growth_is_held_against_that_of_the_economy(words, growth, economy, verdict, note, rule):
    found = income(words, growth, economy)
    assert found == (verdict, note, f"{rule}:actual:地区生产总值:{economy}:40")


@pytest.mark.parametrize(
    ("words", "growth", "economy"),
    [
        ("与经济增长同步", "增长5%", "640亿元"),
        ("与经济增长同步", "增长5%", "增长5-6%"),
        ("与经济增长同步", "5.2万元", "增长5%"),
        ("与财政收入同步", "增长5%", "增长5%"),
        ("稳步增长", "增长5%", "增长5%"),
        ("增长5%", "增长5%", "增长5%"),
    ],
)
def test_nothing_is_said_where_either_growth_is_unknown(words, growth, economy):
    assert income(words, growth, economy) == ("", "", "")


def test_growth_of_another_year_is_no_reference():
    target = stated("target", "居民收入", "与经济增长同步", 2024)
    outcome = stated("actual", "居民人均可支配收入", "增长5%", 2024)
    quarter = stated("actual", "地区生产总值", "增长5%", period="2025Q1", horizon="part_year")
    assert judge_by_reference(target, outcome, report(2025, quarter, outcome), {}) is None


def test_average_of_the_city_is_that_of_its_own_report():
    earlier = report(2024, stated("target", "规上工业增加值", "高于全市平均", 2024))
    later = report(2025, stated("actual", "规模以上工业增加值", "增长7.2%", 2024))
    city = report(2025, stated("actual", "规上工业增加值", "增长6.9%", 2024, 30))
    (alone,) = links_between(earlier, later, (), DEFAULT)
    assert (alone.verdict, alone.reason) == ("not_comparable", "qualitative")
    (link,) = links_between(earlier, later, (), DEFAULT, {"全市": city})
    assert (link.verdict, link.comparable, link.change) == ("met", True, None)
    assert link.reason == "above_city:7.2:6.9:0:actual:规上工业增加值:增长6.9%:30"
    (other,) = links_between(earlier, later, (), DEFAULT, {"全省": city})
    assert other.verdict == "not_comparable"


def test_estimate_on_either_side_makes_an_estimate():
    target = stated("target", "居民收入", "与经济增长同步", 2024)
    outcome = stated("actual", "居民人均可支配收入", "增长5%", 2024)
    economy = stated("actual", "地区生产总值", "增长5%", 2024, certainty="estimated")
    judgement = judge_by_reference(target, outcome, report(2025, economy, outcome), {})
    assert judgement and (judgement.verdict, judgement.note) == ("met", "estimated")


tenths = some.integers(-100, 300).map(lambda tenth: Decimal(tenth) / 10)


@given(tenths, tenths, some.sampled_from(["与经济增长同步", "与经济增长基本同步", "高于经济增长", "不低于经济增长"]))
def test_better_result_and_a_slower_economy_never_turn_met_into_missed(one, other, words):
    def stated_growth(number: Decimal) -> str:
        return f"增长{number}%" if number >= 0 else f"下降{-number}%"

    worse, better = sorted([one, other])
    for steady in ("增长5%", "下降2%"):
        first, second = (income(words, stated_growth(number), steady)[0] for number in (worse, better))
        assert (first, second) != ("met", "missed")


def test_every_rule_and_reference_is_worded_for_the_viewer():
    table = vocabulary.verdicts()
    keys = {one.key for one in (*table.rules, *table.references)}
    for spoken in ("zh", "en"):
        text = (ROOT / f"viewer/wording/{spoken}.toml").read_text(encoding="utf-8")
        rules = text.split("[rule]\n")[1].split("\n[")[0]
        assert keys <= {line.split(" = ")[0] for line in rules.splitlines()}


def test_first_rule_that_fits_judges_every_kind_of_target():
    rules = vocabulary.verdicts().rules
    for ceiling in ("promised", "open"):
        last = [rule for rule in rules if not (rule.measures or rule.bounds or rule.directions)]
        assert any(not rule.ceilings or ceiling in rule.ceilings for rule in last)
