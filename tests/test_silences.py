"""What is not said, what contradicts itself, what people decided: rows to HTML, and long targets from a warehouse."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from shown import HERE, ZH, a_figure, a_row, an_evidence, visible
from test_change import sheet

import tongbi
from tongbi.ledger import ledger
from tongbi.link import links_between
from tongbi.model import Report, Span
from tongbi.register import DEFAULT
from viewer.choice import Years
from viewer.render import corrections, searched, silences, targets
from warehouse.answers import CorrectionRow, DisagreementRow, QueuedRow, ReadingRow, Searched, SilenceRow
from warehouse.store import Draft, Source, open_published

SCRIPT = "<script>alert(1)</script>"
SEARCHED = Searched("2024", ("opening", "review"), 120, 31, ("绿道", "新建绿道"), a_figure(id="n1"), 0.61, "names")


def a_silence(kind: str = "growth_withheld", **fields: object) -> SilenceRow:
    row = SilenceRow(
        kind=kind,
        subject="社零总额",
        quote="145亿元、增长3%",
        earlier="2023",
        later="2024",
        span=Span(10, 15),
        observation="",
        reason="headline;implied:2.1;nth:1",
        instead="148亿元",
        instead_observation="",
        searched_results=None,
        refused="",
        nearest_indicator="",
        nearest_quote="",
        citation="林一帆. 政府工作报告[R/OL].",
    )
    return replace(row, **fields)


def a_correction(**fields: object) -> CorrectionRow:
    row = CorrectionRow(
        id="c1",
        what="observation",
        lane="",
        decision="drop",
        earlier="2023",
        earlier_quote="打造“15分钟生活圈”",
        earlier_number="15分钟",
        later="2023",
        later_quote="",
        later_number="",
        decided_by="甲",
        decided_on=date(2026, 11, 24),
        why="口号，不是指标",
        state="applied",
        detail="",
    )
    return replace(row, **fields)


NAMES = QueuedRow(3, "扩绿", "新增绿地", "one_link", 0.97, 1, 0.8, True, True, 1.2, 0.25, 2,
                  "2023", "a1", "20公顷", "2024", "b1", "24公顷")  # fmt: skip
CLASH = DisagreementRow("figure_restated", "粮食产量", "2021", "2022", "2023", "20.5万吨", "26.5万吨",
                        "of_year:2021;estimated", "a1", "b1", "", "")  # fmt: skip


# What was searched


def test_what_was_searched_says_where_how_much_under_which_names_and_why_not():
    told = dict(searched.told(SEARCHED, {}, "t1", ZH))
    assert told["哪里"] == "2024 年报告的开篇、工作回顾，120 句"
    assert "31 个" in told["多少"] and told["名称"] == "绿道、新建绿道"
    assert told["最相近"] == "服务业增加值 6%（相近度 0.61，0.72 以上才相连）"
    assert told["为什么不是"] == "最相近的数字名称仍不够相近，没有当作它的结果。"


@pytest.mark.parametrize(
    ("refused", "told"),
    [
        ("nothing_like_it", "没有名称相近的数字"),
        ("taken:t2", "答的是另一个目标（绿道）"),
        ("taken:t9", "答的是另一个目标。"),
        ("taken:t1", "时段与目标不一样长"),
        ("other_time:2024:2020-2024", "说的是 2020-2024，目标定的是 2024"),
        ("measure:level:change_pct", "说的是数量，另一方说的是增幅"),
        ("scope:规上:", "（规上 与 未说明）"),
        ("unheard_of", ""),
    ],
)
def test_why_the_nearest_number_was_not_taken_is_worded(refused: str, told: str):
    worded = searched.why(refused, {"t2": "绿道"}, "t1", ZH)
    assert told in worded and bool(told) == bool(worded)


def test_a_report_without_results_of_that_time_is_said_to_have_none():
    none = replace(SEARCHED, parts=(), results=0, sentences=0, nearest=None, refused="nothing_like_it")
    told = dict(searched.told(none, {}, "t1", ZH))
    assert told["哪里"] == "2024 年报告" and "没有读到" in told["多少"] and "最相近" not in told


def test_the_panel_of_a_target_not_found_shows_it_and_that_of_another_does_not():
    silent = a_row(outcomes=(), verdict="", state="not_found", reason="", searched=SEARCHED)
    assert "查了什么" in visible(targets.evidence(silent, [], {}, [], HERE, ZH))
    assert "查了什么" not in visible(targets.evidence(a_row(), [], {}, [], HERE, ZH))


# The ledger: several years, what was known


def test_what_was_known_when_a_target_was_set_stands_below_it():
    known = a_row(known=(a_figure("5.2", id="k1", period="2023Q1"),))
    assert "定目标时已知 2023 年一季度+5.2%" in visible(targets.table([known], Years(2023, 2024), HERE, ZH))


def test_a_long_target_says_which_report_answered_it_and_when_it_is_due():
    answered = a_row(horizon="multi_year", outcome_session="2026", target=a_figure(period="2021-2025"))
    assert "2026 年报告" in visible(targets.table([answered], Years(2023, 2024), HERE, ZH))
    waiting = replace(answered, outcomes=(), verdict="", state="not_due", due=2025)
    shown = visible(targets.table([waiting], Years(2023, 2024), HERE, ZH))
    assert "未到期2025 年到期" in shown
    same = replace(waiting, target=a_figure(period="2025"))
    assert "年到期" not in visible(targets.table([same], Years(2023, 2024), HERE, ZH))


def published(where: Path, reports: Sequence[Report]) -> Path:
    links = [link for both in pairwise(reports) for link in links_between(*both, (), DEFAULT)]
    with Draft(where, "r1") as draft:
        draft.put_reports(reports, {(one.region, one.session): Source(f"{one.session}.txt", "") for one in reports})
        draft.put_ledgers([(reports[0].region, [(0, ledger(reports, links, ()))])])
        draft.publish()
    return where


def test_targets_of_several_years_stand_with_the_report_that_reviews_their_last(tmp_path: Path):
    plan = ["到2025年，常住人口城镇化率达到82%，建成绿道300公里。"]
    told = {2021: (["地区生产总值增长4%。"], plan), 2026: (["2025年常住人口城镇化率达到85%。"], ["建好公园。"])}
    reports = [tongbi.read(sheet(year, "三", review, aims)) for year, (review, aims) in told.items()]
    with open_published(published(tmp_path, reports)) as asked:
        region = reports[0].region
        rows = {row.indicator: row for row in asked.ledger(region, "2025", "2026")}
        city, paths = rows["常住人口城镇化率"], rows["建成绿道"]
        assert (city.session, city.outcome_session, city.verdict, city.due) == ("2021", "2026", "met", 2025)
        assert [one.quote for one in city.outcomes] == ["85%"]
        assert (paths.state, paths.searched is not None) == ("not_found", True)
        assert paths.searched and paths.searched.session == "2026"
        assert asked.ledger(region, "2026") == [] and len(asked.ledger(region, "2021")) == 2
        for session, reviewed in (("2025", "2026"), ("2021", "2026"), ("2021", ""), ("2026", "2026"), ("2026", "2021")):
            table = asked.taken("ledger", region, session=session, reviewed=reviewed)
            page = [(row.session, row.id) for row in asked.ledger(region, session, reviewed)]
            assert sorted(zip(table["session"].to_pylist(), table["id"].to_pylist(), strict=True)) == sorted(page)
            assert len(page) == (2 if session == "2021" or reviewed == "2026" else 0)


# What is not said


def test_silences_stand_by_kind_with_what_was_said_and_what_is_said_now():
    rows = silences.in_order(
        [a_silence("slogan_retired", subject="百日攻坚", quote="百日攻坚", reason=""), a_silence()]
    )
    assert [row.kind for row in rows] == ["growth_withheld", "slogan_retired"]
    shown = visible(silences.table(rows, HERE, ZH))
    assert "不再说增幅 1前一份报告说了总量和增幅，这一份只有总量。" in shown
    assert "145亿元、增长3%2023 年报告“148亿元”；按两年总量折算，增减 2.1%" in shown


def test_a_target_not_found_says_in_its_row_what_was_compared():
    row = a_silence(
        "target_not_found", searched_results=31, refused="names", nearest_indicator="绿道", nearest_quote="6公里"
    )
    assert silences.told(row, ZH).startswith("比过 2024 年报告的 31 个同期结果。最相近的是“绿道 6公里”：")


def test_a_column_in_which_nothing_stands_is_left_out():
    own = a_silence("growth_not_stated", earlier="2024", reason="", instead="")
    assert "这份报告" not in visible(silences.table([own], HERE, ZH)).replace("这一份", "")
    assert "这份报告" in visible(silences.table([own, a_silence()], HERE, ZH))


def test_results_no_longer_stated_tell_for_how_long_they_were():
    assert silences.told(a_silence("result_stopped", reason="years:4;named"), ZH) == (
        "此前连续 4 份报告说过当年的结果；名称还在，旁边没有数字"
    )


def test_a_filter_is_a_family_or_a_kind_and_every_kind_is_in_one():
    rows = [a_silence(kind) for kind in silences.KINDS]
    assert all(silences.passes("")(row) for row in rows)
    assert sum(map(silences.passes("less"), rows)) == len(silences.FAMILIES["less"])
    assert [row.kind for row in rows if silences.passes("told_in_words")(row)] == ["told_in_words"]
    assert silences.counts(rows) == {name: len(kinds) for name, kinds in silences.FAMILIES.items()}
    for name in ("silence_kind", "silence_why"):
        assert all(ZH.has(f"{name}.{kind}") for kind in silences.KINDS)


def test_what_is_no_number_is_quoted_with_its_citation_and_the_way_there():
    shown = silences.evidence(a_silence("aim_dropped"), [], [], HERE, ZH)
    assert "林一帆. 政府工作报告[R/OL]." in visible(shown) and "at=10-15" in shown and "session=2023" in shown
    numbers = silences.evidence(a_silence(), [("said", an_evidence()), ("instead", an_evidence())], [], HERE, ZH)
    assert visible(numbers).count("复制引用") == 2


# Contradictions


def test_a_contradiction_quotes_both_and_says_what_does_not_agree():
    shown = visible(silences.contradictions([CLASH], HERE, ZH))
    assert "粮食产量往年数字有改" in shown and "20.5万吨2022 年报告26.5万吨2023 年报告" in shown
    assert "说的都是 2021 年；先说的是预计或初步数" in shown
    part = replace(CLASH, kind="part_exceeds_whole", reason="whole:地方财政收入")
    assert silences.why(part, ZH) == "部分大于整体（地方财政收入）"
    assert "不作更正" in visible(silences.contradiction(CLASH, [], [], HERE, ZH))


# Corrections and names


def test_a_correction_tells_what_who_when_why_and_whether_it_holds():
    shown = visible(corrections.decisions([a_correction()], HERE, ZH))
    assert "数字打造“15分钟生活圈”2023 年报告不是指标数字口号，不是指标甲 · 2026-11-24生效" in shown
    lost = a_correction(state="quote_not_found", detail="打造")
    assert "没有作用报告里没有这句原话：打造" in visible(corrections.decisions([lost], HERE, ZH))


def test_the_quote_of_a_correction_leads_to_its_place_while_it_stands_there():
    held = corrections.decision(a_correction(), {"2023": "我们打造“15分钟生活圈”。"}, HERE, ZH)
    assert "at=5-9" in held and "<mark>15分钟</mark>" in held and "删去编号 c1" in visible(held)
    for texts in ({}, {"2023": "换了一份"}):
        assert "at=" not in corrections.decision(a_correction(), texts, HERE, ZH)


def test_two_names_stand_with_what_speaks_for_them_and_what_is_missing():
    shown = visible(corrections.queue([NAMES], HERE, ZH))
    assert "扩绿 / 新增绿地20公顷2023 年报告24公顷2024 年报告" in shown
    for told in ("1 处相连，最高 0.97", "名称相近 80%", "单位相同", "标题相同", "数量相差 1.2 倍", "只有一处相连"):
        assert told in shown


def test_what_is_read_otherwise_tells_both_ends_what_changed_and_who_made_it():
    row = ReadingRow("verdict", "lost", "2023", Span(4, 6), "6%", "绿道", "outcome", "missed", "", "2024", "5%", "步道",
                     "decided", "r1", "r2")  # fmt: skip
    shown = corrections.readings([row], HERE, ZH)
    assert "判定 · 结果绿道 6%2023 年报告步道 5%2024 年报告不再有未达成人工更正 看原文" in visible(shown)
    assert "at=4-6" in shown and "at=" not in corrections.readings([replace(row, span=None)], HERE, ZH)


def test_nothing_that_a_report_or_a_person_says_becomes_markup():
    hostile = a_correction(why=SCRIPT, earlier_quote=SCRIPT, earlier_number="", decided_by=SCRIPT, detail=SCRIPT)
    names = replace(NAMES, one_name=SCRIPT, one_quote=SCRIPT, reason=SCRIPT)
    clash = replace(CLASH, subject=SCRIPT, earlier_quote=SCRIPT)
    silent = a_silence(subject=SCRIPT, quote=SCRIPT, instead=SCRIPT, nearest_quote=SCRIPT, citation=SCRIPT)
    shown = [
        silences.table([silent], HERE, ZH),
        silences.evidence(silent, [], [], HERE, ZH),
        silences.contradictions([clash], HERE, ZH),
        silences.contradiction(clash, [], [], HERE, ZH),
        corrections.decisions([hostile], HERE, ZH),
        corrections.decision(hostile, {}, HERE, ZH),
        corrections.queue([names], HERE, ZH),
        corrections.names(names, [], [], HERE, ZH),
        searched.section(a_row(searched=replace(SEARCHED, names=(SCRIPT,))), {}, ZH),
    ]
    assert [page for page in shown if "<script" in page.lower()] == []
