"""What a reader is told of two consecutive reports, in which order, and what is no change at all."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as some
from stated import stated

import tongbi
from tongbi import vocabulary
from tongbi.change import changes
from tongbi.change.commitment import Shift, kind_of, shift
from tongbi.model import Change, ChangeKind, Comparison, Observation, Report
from tongbi.register import DEFAULT

KINDS = {
    "未达目标": "target_missed",
    "容差内达到": "target_within_tolerance",
    "目标提高": "target_raised",
    "目标降低": "target_lowered",
    "目标变硬": "target_hardened",
    "目标变软": "target_softened",
    "有升有降": "target_mixed",
    "目标不再提": "target_dropped",
    "新设目标": "target_new",
    "结果未检出": "target_not_found",
    "不再给增速": "growth_withheld",
    "不再给数字": "number_withheld",
    "位次范围收窄": "rank_narrowed",
    "增幅与两年总量不符": "growth_and_amounts_differ",
    "往年数字有改": "figure_restated",
    "连续年数未增加": "streak_not_extended",
    "连续多年的未检出": "streak_not_found",
    "政策取向改变": "stance_changed",
    "指标改名": "indicator_renamed",
    "任务顺延": "task_rolled_over",
    "新任务": "task_new",
    "任务不再提": "task_dropped",
    "新承认的问题": "problem_new",
    "不再承认的问题": "problem_dropped",
    "新要求": "aim_new",
    "要求不再提": "aim_dropped",
    "章节改名": "section_renamed",
    "章节移动": "section_moved",
    "新章节": "section_new",
    "章节取消": "section_dropped",
    "新名词": "term_new",
    "名词不再用": "term_retired",
    "名词重新定义": "term_redefined",
    "新提法": "slogan_new",
    "提法不再用": "slogan_retired",
    "例行变化": "routine",
}
SHEET = """政府工作报告
——{year}年1月20日在澄州市云川区第三届人民代表大会第{session}次会议上
云川区人民政府区长  程云舟
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议。
一、{last}年工作回顾
{past}
{review}
二、{year}年工作安排
{ahead}
{plan}
各位代表！让我们同心同德、勇毅前行，努力开创各项事业新局面！
{terms}"""


def sheet(
    year: int, session: str, review: Iterable[str] = (), plan: Iterable[str] = (), terms: Iterable[str] = ()
) -> str:
    """Make a report of a few sentences among quiet ones, without which it would be too short for one."""
    past, ahead = (ROOT / "tests/golden/quiet.txt").read_text(encoding="utf-8").strip().split("\n===\n")
    gloss = "\n".join(["名词解释", *terms]) if terms else ""
    return SHEET.format(
        year=year,
        last=year - 1,
        session=session,
        past=past,
        review="\n".join(review),
        plan="\n".join(plan),
        ahead=ahead,
        terms=gloss,
    )


def golden(name: str = "changes.txt") -> list[str]:
    """Give the cases of a file of golden/, each with its comment as the first line."""
    blocks = (ROOT / "tests/golden" / name).read_text(encoding="utf-8").split("\n\n")[1:]
    return [block.strip() for block in blocks if block.strip()]


def compared(case: str) -> Comparison:
    """Read the two reports that a case tells of, and compare them."""
    said: dict[str, list[str]] = {}
    for line in case.splitlines():
        who, _, words = line.partition(" ")
        said.setdefault(who, []).append(words)
    earlier = sheet(2023, "二", said.get("上年回顾", ()), said.get("上年计划", ()), said.get("上年名词", ()))
    later = sheet(2024, "三", said.get("今年回顾", ()), said.get("今年计划", ()), said.get("今年名词", ()))
    return tongbi.compare(tongbi.read(earlier), tongbi.read(later))


def written(change: Change) -> str:
    name = next(name for name, kind in KINDS.items() if kind == change.kind)
    return f"= {name} {change.subject}：{change.before} → {change.after}".strip()


@pytest.mark.parametrize("case", golden("routine.txt"), ids=lambda case: case.splitlines()[0].removeprefix("# "))
def test_routine_changes_are_recorded_behind_all_others(case: str):
    expected = [line.strip() for line in case.splitlines() if line.startswith("=")]
    told = compared(case).changes
    routine = [one for one in told if one.kind == "routine"]
    assert told[len(told) - len(routine) :] == tuple(routine)
    # The sheet around the sentences of a case has routine changes of its own.
    own = {written(one) for one in compared("# 空").changes}
    assert [line for line in map(written, routine) if line not in own] == expected


@pytest.mark.parametrize("case", golden(), ids=lambda case: case.splitlines()[0].removeprefix("# "))
def test_changes_of_the_golden_cases(case: str):
    expected = [line.strip() for line in case.splitlines() if line.startswith("=")]
    assert [written(change) for change in compared(case).worth_telling] == expected


def test_every_kind_of_change_has_a_name_and_a_weight():
    weights = vocabulary.change().bands
    assert set(KINDS.values()) == set(get_args(ChangeKind))
    assert set(get_args(ChangeKind)) <= {kind for band in ("headline", "task", "text") for kind in weights[band]}


def test_headline_targets_outweigh_tasks_and_tasks_outweigh_wording():
    weights = vocabulary.change().bands
    least, most = min(weights["headline"].values()), max(weights["task"].values())
    assert least > most
    assert min(weights["task"].values()) > max(weights["text"].values())


@pytest.mark.parametrize(
    ("old", "new", "direction", "expected"),
    [
        (("增长6%左右", ""), ("增长6%以上", ""), "more", (0, 0, 1, 0)),
        (("增长7%", ""), ("增长6%", "力争"), "more", (-1, -1, 0, -1)),
        (("90%以上", "确保"), ("90%以上", "力争"), "more", (0, 0, 0, -1)),
        (("90%以上", "预期"), ("90%以上", ""), "more", (0, 0, 0, 0)),
        (("3%左右", ""), ("2%左右", ""), "less", (-1, 1, 0, 0)),
        (("下降2%", ""), ("下降3%", ""), "less", (1, 1, 0, 0)),
        (("5.5%左右", ""), ("5-5.5%", ""), "more", (-1, -1, 0, 0)),
        (("5-6%", ""), ("4-7%", ""), "more", (0, 0, 0, 0)),
        (("第5", ""), ("第3", ""), "more", (1, 1, 0, 0)),
        (("20家", ""), ("20家以内", ""), "more", (0, 0, 0, 0)),
        (("2000米", ""), ("3公里", ""), "more", (1, 1, 0, 0)),
    ],
)
def test_value_bound_and_modal_word_move_apart(old, new, direction, expected):
    before, after = (stated("target", "某项", figure, modality=modality) for figure, modality in (old, new))
    moved = shift(before, after, direction)
    assert (moved.number, moved.ambition, moved.bound, moved.modal) == expected


def test_a_weaker_threshold_under_a_firmer_word_disagrees_with_itself():
    weaker = Shift(number=0, ambition=0, bound=0, modal=0, threshold=-1)
    assert kind_of(weaker) == "target_softened"
    assert kind_of(replace(weaker, modal=1)) == "target_mixed"
    assert kind_of(replace(weaker, modal=-1)) == "target_softened"


def test_a_higher_but_softer_target_disagrees_with_itself():
    before, after = stated("target", "某项", "4%以上"), stated("target", "某项", "4.5%左右")
    assert shift(before, after, "more").disagrees
    assert not shift(before, stated("target", "某项", "3.5%左右"), "more").disagrees


def test_floor_and_stretch_are_one_promise_told_once():
    comparison = compared(
        "上年计划 完成制造业投资90亿元、力争105亿元。\n"
        "今年回顾 完成制造业投资94亿元。\n"
        "今年计划 完成制造业投资100亿元、力争115亿元。"
    )
    earlier, later = grouped(comparison.earlier), grouped(comparison.later)
    again = changes(earlier, later, comparison.matches, comparison.links, comparison.states, DEFAULT)
    raised = [change for change in again if change.kind == "target_raised"]
    assert [(change.before, change.after) for change in raised] == [("90亿元、力争105亿元", "100亿元、力争115亿元")]


def grouped(report: Report) -> Report:
    """Join the target of 90 and 105 (or 100 and 115) into a floor with its stretch, whoever read them."""
    floor = next(one for one in report.observations if one.role == "target" and one.quote in ("90亿元", "100亿元"))
    stretches = {"105亿元", "115亿元"}
    return replace(
        report,
        observations=tuple(
            replace(one, group=floor.id) if one is floor or (one.role == "target" and one.quote in stretches) else one
            for one in report.observations
        ),
    )


ABRIDGED = (
    "上年回顾 我们也清醒看到，还有不少困难和问题：科技创新能力不强，房地产市场低迷，教育供给不足，干部作风不实。\n"
    "上年计划 今年工作的总体要求是：坚持供给侧结构性改革，推动各项事业迈上新台阶。\n"
    "今年计划 今年工作的总体要求是：坚持以进促稳，推动各项事业迈上新台阶。\n"
    "今年回顾 我们也清醒看到，还有不少困难和问题：科技创新能力不强，居民增收困难，教育供给不足，干部作风不实。\n"
    "上年计划 新建口袋公园12个，规划建设云屏湿地公园。建设“云上智谷、灵秀云屏”。\n"
    "上年计划 早日建成“云上智谷、灵秀云屏”。\n"
    "上年名词 “链长制”：即由区领导担任产业链“链长”的工作机制。\n"
    "今年名词 “一件事”：即把多个事项合起来办理的服务。\n"
    "今年计划 深化“一件事”改革。"
)


def test_of_an_abridged_report_nothing_is_said_to_be_gone():
    whole = compared(ABRIDGED)
    gone = {"target_not_found", "task_dropped", "term_retired", "slogan_retired", "problem_dropped", "aim_dropped"}
    assert gone <= {change.kind for change in whole.changes}
    later = replace(whole.later, abridged=True)
    told = changes(whole.earlier, later, whole.matches, whole.links, (), DEFAULT)
    assert not {change.kind for change in told} & (gone | {"target_dropped", "section_dropped"})


def test_nothing_in_a_report_is_new_after_an_abridged_one():
    whole = compared(ABRIDGED)
    assert {"term_new", "problem_new", "aim_new"} <= {change.kind for change in whole.changes}
    told = changes(replace(whole.earlier, abridged=True), whole.later, whole.matches, whole.links, (), DEFAULT)
    new = {"term_new", "target_new", "task_new", "slogan_new", "section_new", "problem_new", "aim_new"}
    assert not {change.kind for change in told} & new


@pytest.mark.parametrize(("year", "told"), [(2024, True), (2025, False)])
def test_a_growth_is_held_against_the_amounts_of_successive_years_only(year: int, told: bool):
    earlier = sheet(2023, "二", ["社会消费品零售总额200亿元。"])
    later = sheet(year, "三", ["社会消费品零售总额236亿元、增长9.5%。"])
    changes = tongbi.compare(tongbi.read(earlier), tongbi.read(later)).changes
    assert ("growth_and_amounts_differ" in [change.kind for change in changes]) is told


def test_a_report_compared_with_itself_tells_nothing_of_its_wording():
    report = tongbi.read((ROOT / "corpus/sample/云川区/2024.txt").read_text(encoding="utf-8"))
    told = {change.kind for change in changes(report, report, (), (), (), DEFAULT)}
    # Without links every target seems new, and a project that both plans promise to finish is rolled over.
    assert told <= {"target_dropped", "target_new", "task_rolled_over"}


def _amount(value: int) -> Observation:
    return stated("target", "某项", f"{value}家")


@given(some.integers(1, 10**6), some.integers(1, 10**6))
def test_raised_one_way_is_lowered_the_other(one, other):
    there, back = shift(_amount(one), _amount(other), "more"), shift(_amount(other), _amount(one), "more")
    assert there.number == -back.number == (Decimal(other) > one) - (Decimal(other) < one)


PAIRS = ["hailaer-2018 hailaer-2019", "rongcheng-2019 rongcheng-2020", "gaotang-2022 gaotang-2023"]


@pytest.mark.parametrize("pair", PAIRS)
def test_changes_of_real_reports_are_ranked_and_anchored(shared: Path, pair: str):
    earlier, later = (
        tongbi.read((shared / "gold" / f"{name}.txt").read_text(encoding="utf-8")) for name in pair.split()
    )
    told = tongbi.compare(earlier, later).changes
    assert told
    assert [change.score for change in told] == sorted((change.score for change in told), reverse=True)
    assert len(set(told)) == len(told)
    spans = {False: {one.span for one in earlier.sentences}, True: {one.span for one in later.sentences}}
    spans[False] |= {term.span for term in earlier.terms}
    spans[True] |= {term.span for term in later.terms}
    for change in told:
        assert change.earlier or change.later
        assert 0 < change.score <= 1
        assert change.subject
        assert change.earlier is None or change.earlier in spans[False]
        assert change.later is None or change.later in spans[True]
