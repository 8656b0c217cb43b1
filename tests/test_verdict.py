"""Whether a target was met: by its own bound, in its own unit, and only where two numbers can be compared."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from stated import stated

from tongbi.register import DEFAULT
from tongbi.units import base_unit, converted
from tongbi.verdict import below_baseline, ends, incomparable, judge


@pytest.mark.parametrize(
    ("indicator", "target", "result", "verdict", "note", "reason"),
    [
        ("地区生产总值", "增长6%", "增长6%", "met", "", "at_least:6:6"),
        ("地区生产总值", "增长6%", "增长5.9%", "missed", "", "at_least:6:5.9"),
        ("地区生产总值", "增长6%以上", "增长6.4%", "met", "", "at_least:6:6.4"),
        ("地区生产总值", "增长6%左右", "增长5.4%", "met", "within_tolerance", "approx:6:5.4"),
        ("地区生产总值", "增长6%左右", "增长5.3%", "missed", "", "approx:6:5.3"),
        ("地区生产总值", "增长6%左右", "增长9%", "met", "", "approx:6:9"),
        ("地区生产总值", "增长6-6.5%", "增长6.1%", "met", "", "range:6~6.5:6.1"),
        ("地区生产总值", "增长6-6.5%", "增长5.8%", "missed", "", "range:6~6.5:5.8"),
        ("城镇调查失业率", "5%左右", "5.3%", "met", "within_tolerance", "approx_most:5:5.3"),
        ("城镇调查失业率", "5%左右", "4.2%", "met", "", "approx_most:5:4.2"),
        ("城镇登记失业率", "4%以内", "4.1%", "missed", "", "at_most:4:4.1"),
        ("居民消费价格", "增长3%", "增长0.4%", "met", "", "at_most:3:0.4"),
        ("单位地区生产总值能耗", "下降3%以上", "下降3.4%", "met", "", "at_most:-3:-3.4"),
        ("单位地区生产总值能耗", "下降3%左右", "下降2.8%", "met", "within_tolerance", "approx_most:-3:-2.8"),
        ("单位地区生产总值能耗", "下降3%", "增长1%", "missed", "", "at_most:-3:1"),
        ("农村居民人均可支配收入", "7000元以内", "6500元", "met", "within_tolerance", "approx:7000:6500"),
        ("农村居民人均可支配收入", "7000元以内", "8265元", "met", "", "approx:7000:8265"),
        ("一般性支出", "下降10%", "下降12%", "met", "", "at_most:-10:-12"),
        ("工业用电", "下降2%以内", "下降1%", "met", "", "at_least:-2:-1"),
        ("工地噪声投诉", "300件", "280件", "met", "", "at_most:300:280"),
        ("赤字率", "3%", "3.2%", "met", "within_tolerance", "near:3:3.2"),
        ("赤字率", "3%", "2.2%", "missed", "", "near:3:2.2"),
        ("营商环境评价", "第3", "第2", "met", "", "place:3:2"),
        ("营商环境评价", "第3", "第5", "missed", "", "place:3:5"),
        ("跨境电商交易额", "1.2亿元", "9800万元", "missed", "", "at_least:1.2:0.98"),
        ("新建绿道", "12公里", "12500米", "met", "", "at_least:12:12.5"),
        ("服务业增加值", "增长6%", "增长5.5-6.5%", "not_comparable", "", "straddles:6:5.5~6.5"),
        ("服务业增加值", "增长6%", "820亿元", "not_comparable", "", "measure:change_pct:level"),
        ("研发投入强度", "3%", "提升0.2个百分点", "not_comparable", "", "qualitative"),
        ("保障性住房", "2000套", "1.5万平方米", "not_comparable", "", "unit:套:万平方米"),
        ("失业率降幅", "降低1个百分点", "下降1%", "not_comparable", "", "measure:change_abs:change_pct"),
        ("居民收入", "与经济增长同步", "增长5%", "not_comparable", "", "qualitative"),
    ],
)
def test_target_is_judged_by_its_own_bound(indicator, target, result, verdict, note, reason):
    judgement = judge(
        stated("target", indicator, target), stated("actual", indicator, result), DEFAULT.direction(indicator)
    )
    assert (judgement.verdict, judgement.note, judgement.reason) == (verdict, note, reason)


def test_percent_and_points_are_not_subtracted():
    rate = stated("target", "城镇化率", "提高2%", measure="change_abs")
    assert incomparable(rate, stated("actual", "城镇化率", "提高2个百分点")) == "unit:%:个百分点"


def test_run_of_years_is_compared_whatever_word_counts_it():
    target = stated("target", "平安建设", "8连冠", measure="streak")
    result = stated("actual", "平安建设", "8年", measure="streak")
    assert judge(target, result, "more").verdict == "met"


def test_estimated_result_is_noted_beside_the_tolerance():
    result = stated("actual", "地区生产总值", "增长5.8%", certainty="estimated")
    assert judge(stated("target", "地区生产总值", "增长6%左右"), result, "more").note == "within_tolerance,estimated"
    assert judge(stated("target", "地区生产总值", "增长5%"), result, "more").note == "estimated"


def test_two_named_bases_that_differ_are_not_comparable():
    target = stated("target", "一般公共预算收入", "增长4%", basis="同口径")
    assert incomparable(target, stated("actual", "一般公共预算收入", "增长5%", basis="现价")) == "basis:同口径:现价"
    assert incomparable(target, stated("actual", "一般公共预算收入", "增长5%")) == ""


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("省级特色小镇", "国家级特色小镇", "scope:省级:国家级"),
        ("工业投资", "规模以上工业投资", "scope::规上"),
        ("省级以上科创平台", "科创平台", "scope:省级以上:"),
        ("5亿元以上项目", "20亿元以上项目", "scope:5亿:20亿"),
        ("规上工业增加值", "规模以上工业增加值", ""),
        ("固定资产投资", "规模以上固定资产投资", ""),
        ("新增停车位", "停车位", ""),
    ],
)
def test_numbers_of_different_scopes_are_not_subtracted(one, other, reason):
    assert incomparable(stated("target", one, "12个"), stated("actual", other, "15个")) == reason


@pytest.mark.parametrize(
    ("indicator", "figure", "period", "other", "reason"),
    [
        ("新增绿地", "400亩", "2021-2025", "2025", "period:2021-2025:2025"),
        ("新增绿地", "400亩", "2021-2025", "2021-2025", ""),
        ("地区生产总值", "增长6%", "2021-2025", "2025", "period:2021-2025:2025"),
        ("地区生产总值", "增长6%", "2025", "2025Q1", "period:2025:2025Q1"),
        ("森林覆盖率", "42%", "2021-2025", "2025", ""),
        ("常住人口", "82万人", "2025", "", ""),
        ("新增绿地", "400亩", "2024", "2025", ""),
    ],
)
def test_what_came_about_in_a_time_is_held_against_a_time_as_long(indicator, figure, period, other, reason):
    target = stated("target", indicator, figure, period=period)
    assert incomparable(target, stated("actual", indicator, figure, period=other)) == reason


@pytest.mark.parametrize(
    ("indicator", "result", "target", "below"),
    [
        ("新增停车位", "2600个", "1600个以上", True),
        ("新增停车位", "1600个", "1600个以上", False),
        ("地区生产总值", "增长5.2%", "增长5-5.5%", False),
        ("地区生产总值", "增长6.2%", "增长5-5.5%", True),
        ("城镇调查失业率", "4.8%", "5%左右", True),
        ("单位地区生产总值能耗", "下降3%", "下降2.5%", True),
        ("赤字率", "3%", "2%", False),
        ("科技创新指数", "第4", "第5", True),
    ],
)
def test_target_below_last_years_result(indicator, result, target, below):
    ends_of = stated("actual", indicator, result), stated("target", indicator, target)
    assert below_baseline(*ends_of, DEFAULT.direction(indicator)) is below


def test_words_have_no_ends():
    with pytest.raises(ValueError, match="states no number"):
        ends(stated("target", "居民收入", "与经济增长同步"), "%")


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        ("亿元", "元", "100000000"),
        ("万亿斤", "斤", "1000000000000"),
        ("万", "", "10000"),
        ("", "", "1"),
        ("个百分点", "百分点", "1"),
        ("万千瓦", "千瓦", "10000"),
        ("公顷", "亩", "15"),
        ("万平方公里", "平方米", "10000000000"),
        ("名", "人", "1"),
        ("家", "个", "1"),
        ("万套（间）", "套", "10000"),
        ("亿千瓦·时", "千瓦时", "100000000"),
        ("吨标准煤", "吨标准煤", "1"),
    ],
)
def test_unit_is_a_magnitude_of_its_base(unit, base, factor):
    assert base_unit(unit) == (base, Decimal(factor))


def test_units_of_different_bases_are_not_converted():
    with pytest.raises(ValueError, match="亿元 is not convertible into 亿美元"):
        converted(Decimal(1), "亿元", "亿美元")


numbers = some.decimals(min_value=Decimal("0.1"), max_value=Decimal("100000"), places=2)
bounds = some.sampled_from(["", "以上", "左右"])


@given(numbers, numbers, numbers, bounds)
def test_better_result_is_never_judged_worse(goal, one, other, bound):
    target = stated("target", "新增绿地", f"{goal}亩{bound}")
    worse, better = (judge(target, stated("actual", "新增绿地", f"{n}亩"), "more") for n in sorted([one, other]))
    assert (worse.verdict, better.verdict) != ("met", "missed")


@given(numbers, numbers, bounds)
def test_verdict_does_not_depend_on_the_unit_it_is_stated_in(goal, reached, bound):
    target = stated("target", "到位资金", f"{goal}亿元{bound}")
    in_yi = judge(target, stated("actual", "到位资金", f"{reached}亿元"), "more")
    in_wan = judge(target, stated("actual", "到位资金", f"{reached * 10000}万元"), "more")
    assert in_yi == in_wan
