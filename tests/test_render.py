"""Rows of the warehouse to HTML. No browser, no Streamlit server, no warehouse."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import (
    HERE,
    ZH,
    a_change,
    a_document,
    a_figure,
    a_pair,
    a_row,
    a_sentence,
    an_evidence,
    an_observation,
    visible,
)

from tongbi.model import HeadFact, Span
from viewer.choice import Years
from viewer.render import changes, compare, document, frame, phrases, quotes, targets
from viewer.render.figures import figure, next_target, number
from viewer.render.markup import Html, join, tag, text
from viewer.render.standing import counts, standing
from warehouse.answers import Decided, Figure, ObservationRow, PhraseRow, SaidAt

SCRIPT = "<script>alert(1)</script>"


# Markup


@given(st.text())
def test_a_plain_string_is_never_markup(written: str):
    shown = join(tag("p", written), tag("p", "x", title=written))
    assert "<script" not in shown.lower()
    assert visible(tag("p", written).replace("\r", "")) == written.replace("\r", "")


def test_markup_stays_markup_and_nothing_stays_nothing():
    assert tag("b", Html("<i>x</i>"), None) == "<b><i>x</i></b>"
    assert text(None) == ""
    assert tag("br") == "<br>"
    assert tag("td", "x", cls=" a  b ", data_label="“<”", hidden=True, id=None) == (
        '<td class="a b" data-label="“&lt;”" hidden>x</td>'
    )


# Figures


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (a_figure("6.500000", bound="approx"), "≈+6.5%"),
        (a_figure("-3"), "−3%"),
        (a_figure("5", "5.5"), "+5–5.5%"),
        (a_figure("-2", "1"), "−2–+1%"),
        (a_figure("0"), "0%"),
        (a_figure("-2.5", bound="ge"), "≤−2.5%"),
        (a_figure("-2", bound="le"), "≥−2%"),
        (a_figure("-2", bound="approx"), "≈−2%"),
        (a_figure("900", unit="亿元", measure="level", bound="ge"), "≥900亿元"),
        (a_figure("5", measure="ratio", bound="le"), "≤5%"),
        (a_figure("0.3", unit="个百分点", measure="change_abs"), "+0.3个百分点"),
        (a_figure("1", unit="第", measure="rank"), "第1"),
        (a_figure("4", unit="年", measure="streak"), "连续4年"),
        (a_figure(None, measure="qualitative", quote="与经济增长同步"), "与经济增长同步"),
        (None, "—"),
    ],
)
def test_a_figure_reads_as_in_print(one: Figure | None, shown: str):
    assert visible(figure(one, ZH)) == shown


def test_a_number_has_no_exponent_and_no_idle_zeros():
    assert number(Decimal("1E+3")) == "1000"
    assert number(Decimal("100.000000")) == "100"
    assert number(Decimal("-0.50"), signed=True) == "−0.5"


def test_the_modal_word_stands_before_the_target_only_where_asked():
    assert visible(figure(a_figure(modality="力争"), ZH, modal=True)).startswith("力争")
    assert "力争" not in visible(figure(a_figure(modality="力争"), ZH))


@pytest.mark.parametrize(
    ("change", "kind", "shown"),
    [
        ("1", "target_raised", "+7%▲ 1"),
        ("-1", "target_lowered", "+7%▼ 1"),
        ("0", "target_hardened", "+7%＝ 变硬"),
        ("0.5", "target_mixed", "+7%◆ 0.5 升降互见"),
        (None, "", "+7%"),
    ],
)
def test_the_next_target_says_which_way_it_went(change: str | None, kind: str, shown: str):
    row = a_row(next=a_figure("7"), next_change=change and Decimal(change), next_kind=kind)
    assert visible(next_target(row, ZH)) == shown


def test_the_ends_of_a_range_are_told_apart():
    row = a_row(next=a_figure("5", "5.5"), next_kind="target_lowered", next_ends=(Decimal("-0.5"), Decimal(0)))
    assert visible(next_target(row, ZH)) == "+5–5.5%▼ 下端 −0.5、上端 0"
    stayed = a_row(next=a_figure("5", "5.5"), next_ends=(Decimal(0), Decimal(0)))
    assert visible(next_target(stayed, ZH)) == "+5–5.5%"


def test_a_target_that_is_no_longer_set_is_said_to_be_so():
    assert visible(next_target(a_row(next_kind="target_dropped"), ZH)) == "不再提出"
    assert visible(next_target(a_row(), ZH)) == "—"


# Standing


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"verdict": "met"}, "达成"),
        ({"verdict": "met", "note": "within_tolerance"}, "容差内"),
        ({"verdict": "met", "note": "within_tolerance,estimated"}, "待核定"),
        ({"verdict": "missed"}, "未达成"),
        ({"verdict": "missed", "note": "estimated"}, "待核定"),
        ({"verdict": "not_comparable"}, "不可比"),
        ({"verdict": "", "note": "conflicting"}, "结果不一"),
        ({"verdict": "", "state": "not_found"}, "未检出"),
        ({"verdict": "", "state": "not_due"}, "未到期"),
        ({"verdict": "", "state": "no_report"}, "缺该年报告"),
        ({"verdict": "", "state": "abridged"}, "节略本"),
    ],
)
def test_each_state_has_its_word_and_none_insinuates(fields: dict[str, str], word: str):
    assert visible(targets.pill(standing(a_row(**fields)), ZH)) == word


def test_counts_come_in_the_order_of_the_bar():
    rows = [a_row(verdict="missed"), a_row(), a_row(verdict="", state="not_found"), a_row()]
    assert counts(rows) == {"met": 2, "missed": 1, "not_found": 1}
    assert [look for look, _ in targets.shares(rows)] == ["met", "missed", "silent"]


# The table of targets and its evidence


def test_a_row_shows_start_target_result_verdict_and_next_target():
    row = a_row(
        baseline=a_figure("5", id="b1"), next=a_figure("5.3"), next_change=Decimal("-0.7"), next_kind="target_lowered"
    )
    shown = visible(targets.table([row], Years(2023, 2024), HERE, ZH))
    assert "2022 实际" in shown and "2023 结果" in shown and "2024 目标" in shown
    assert "主要预期目标服务业增加值+5%力争≈+6%+5.7%达成+5.3%▼ 0.7" in shown


def test_without_a_next_report_there_is_no_column_for_it():
    shown = visible(targets.table([a_row(outcomes=(), verdict="", state="no_report")], Years(2025, None), HERE, ZH))
    assert "2024 实际" in shown
    assert "结果" not in shown
    assert "缺该年报告" not in shown, "a gap is told once, above the table"


def test_a_floor_shows_its_stretch_and_a_distant_target_its_period():
    row = a_row(
        stretch=a_figure("1050", unit="亿元", measure="level"), horizon="multi_year", target=a_figure(period="2030")
    )
    shown = visible(targets.table([row], Years(2023, 2024), HERE, ZH))
    assert "服务业增加值 2030" in shown
    assert "力争1050亿元" in shown


def test_the_open_row_is_marked_and_its_link_closes_it():
    shown = targets.table([a_row()], Years(2023, 2024), replace(HERE, row="t1"), ZH)
    assert '<tr class="on"' in shown
    assert f'href="{HERE.href.replace("&", "&amp;")}"' in shown


def test_the_evidence_tells_the_rule_both_quotes_and_a_citation():
    row = a_row(note="within_tolerance")
    found = [("target", an_evidence()), ("outcome", an_evidence("服务业增加值仅6%。", session="2024", role="actual"))]
    shown = visible(targets.evidence(row, found, {}, [], HERE, ZH))
    assert "“左右”容差一成，目标 6%，报告的结果是 5.7%" in shown
    assert "服务业增加值增长6%左右。" in shown and "服务业增加值仅6%。" in shown
    assert "林一帆. 政府工作报告[R/OL]" in shown
    assert shown.count("虚构样例") >= 4, "each quote and each citation says that it is invented"


def test_what_a_person_decided_is_told_with_who_when_and_why():
    row = a_row(verdict="missed", reason="decided:c1", decided=(Decided("c1", "甲", date(2026, 11, 24), "<口径>变了"),))
    assert targets.reason(row, ZH) == ["人工更正（甲，2026-11-24）：<口径>变了"]


def test_a_reason_that_is_not_known_is_left_out_and_measures_are_worded():
    assert targets.reason(a_row(reason="something:1"), ZH) == []
    assert targets.reason(a_row(verdict="not_comparable", reason="measure:level:change_pct"), ZH)[0] == (
        "一方说的是数量，另一方说的是增幅。"
    )
    assert targets.reason(a_row(below_baseline=True), ZH)[-1] == "这一目标低于上年实际。"


def test_an_easy_target_and_a_stretch_that_was_reached_are_seen_in_the_row():
    stretch = a_figure("7", id="s1", bound="ge")
    easy = a_row(below_baseline=True, stretch=stretch, stretch_reached=True, note="stretch")
    shown = visible(targets.table([easy], Years(2023, 2024), HERE, ZH))
    assert "低于上年实际" in shown and "也达到" in shown
    told = targets.reason(easy, ZH)
    assert "这一目标低于上年实际。" in told and "力争值也达到了。" in told
    plain = visible(targets.table([a_row(stretch=stretch)], Years(2023, 2024), HERE, ZH))
    assert "低于上年实际" not in plain and "也达到" not in plain


def test_a_long_paragraph_is_cut_at_a_clause_on_either_side():
    paragraph = "甲" * 100 + "，" + "乙" * 20 + "6%" + "丙" * 20 + "，" + "丁" * 100
    start = paragraph.index("6%")
    shown = quotes.passage(paragraph, [(start, start + 2)])
    assert shown == [("…", False), ("乙" * 20, False), ("6%", True), ("丙" * 20 + "，", False), ("…", False)]
    assert quotes.passage("短6%句", [(1, 3)]) == [("短", False), ("6%", True), ("句", False)]


def test_amount_and_growth_of_one_result_are_one_quote():
    growth = an_evidence("总值545亿元、增长6%。", role="actual")
    amount = replace(growth, start=2, end=7, span=Span(92, 97))
    found = [("target", an_evidence()), ("outcome", growth), ("outcome", amount)]
    assert [(quote.label, len(quote.figures)) for quote in quotes.gathered(found)] == [("target", 1), ("outcome", 2)]
    shown = targets.evidence(a_row(), found, {}, [], HERE, ZH)
    assert "总值<mark>545亿元</mark>、增长<mark>6%</mark>。" in shown
    assert shown.count("data-copy") == 2 and "at=92-102" in shown


# Changes


def test_a_change_stands_with_both_sentences_and_the_way_to_each():
    shown = changes.listing([a_change()], replace(HERE, page=""), ZH)
    assert "目标上调社零总额 6%→7%" in visible(shown)
    assert "<mark>7%</mark>以上" in shown
    assert "./text?region" in shown and "at=30-40" in shown and "session=2024" in shown


def test_a_part_that_occurs_twice_is_not_marked():
    assert "<mark>" not in changes.listing([a_change(earlier_text="6%，6%", later_text="")], HERE, ZH)


def test_of_two_alike_parts_the_one_about_the_number_is_marked():
    twice = "总值增长6%以上，工业增长6%以上。"
    row = a_change(earlier_text=twice, before="增长6%以上", earlier=Span(100, 117), earlier_observation="ab:113:115:0")
    shown = changes.listing([row], HERE, ZH)
    assert "总值增长6%以上，工业<mark>增长6%以上</mark>。" in shown


def test_a_renamed_indicator_tells_both_names():
    row = a_change(kind="indicator_renamed", subject="经营主体", before="市场主体", after="经营主体")
    assert "市场主体→经营主体" in visible(changes.listing([row], HERE, ZH))


def test_something_new_has_one_sentence_only():
    shown = changes.listing([a_change(kind="task_new", before="", earlier=None, earlier_text="")], HERE, ZH)
    assert 'class="pair one"' in shown
    assert "＋" in shown and "2023 年报告" not in shown


# Side by side


def test_what_was_deleted_is_struck_and_what_was_inserted_underlined():
    shown = compare.columns([a_pair()], HERE, ZH)
    assert "增长<del>6%</del>左右。" in shown
    assert "增长<ins>7%</ins>左右。" in shown
    assert ">改</a>" in shown


def test_a_sentence_of_which_little_stayed_stands_plain_as_rewritten():
    shown = compare.columns([a_pair(kept_share=0.2)], HERE, ZH)
    assert "<del" not in shown and "<ins" not in shown
    assert ">重写</a>" in shown


def test_one_sentence_that_became_three_stands_once_beside_all():
    later = (a_sentence(70, "甲。"), a_sentence(80, "乙。"), a_sentence(90, "丙。"))
    shown = compare.columns([a_pair(relation="split", later=later)], HERE, ZH)
    assert shown.count("左右。") == 1
    assert "1→3" in visible(shown)


def test_moved_sentences_say_where_from_and_added_ones_are_whole():
    shown = visible(compare.columns([a_pair(moved=True)], HERE, ZH))
    assert "移 · 改" in shown and "原在 二" in shown and "移到 三" in shown
    added = compare.columns([a_pair(relation="added", earlier=(), kept_share=0.0)], HERE, ZH)
    assert '<ins class="all">增长7%左右。</ins>' in added and ">新</a>" in added
    dropped = compare.columns([a_pair(relation="dropped", later=(), kept_share=0.0)], HERE, ZH)
    assert '<del class="all">' in dropped and 'id="row-e50"' in dropped


def test_a_change_says_why_it_is_told_without_its_band_and_place():
    lowered = a_change(reason="headline;value:6%:7%;looser;bound:approx:ge;nth:3")
    assert "要求更低；由“左右”变为“以上”" in visible(changes.listing([lowered], HERE, ZH))
    bare = a_change(reason="text;unheard_of;nth:1")
    assert 'class="why"' not in changes.listing([bare], HERE, ZH)


def test_facts_of_the_head_are_told_one_beside_the_other():
    facts = [HeadFact("new_term", "第三届", "第四届"), HeadFact("new_speaker", "林一帆", "周<叙白")]
    shown = frame.facts(facts, ZH)
    assert visible(shown) == "新一届：第三届 → 第四届报告人换了：林一帆 → 周<叙白"
    assert "&lt;叙白" in shown and frame.facts([], ZH) == ""


def test_a_row_with_other_years_alone_passes_for_unchanged_and_has_a_filter_of_its_own():
    routine = a_pair(routine=True)
    assert [name for name, passes in compare.FILTERS.items() if passes(routine)] == ["", "numbers", "routine", "kept"]
    assert compare.shares([routine])[0] == ("incomparable", 1)


def test_what_did_not_change_is_no_stop_for_the_keys():
    same = a_pair(relation="kept", earlier=(a_sentence(1, "同。"),), later=(a_sentence(2, "同。"),), kept_share=1.0)
    assert "data-step" not in compare.columns([same], HERE, ZH)
    assert compare.shares([same, a_pair(), a_pair(relation="added")]) == [
        ("incomparable", 1),
        ("pending", 1),
        ("met", 1),
        ("missed", 0),
    ]


def test_the_open_row_leads_to_both_reports():
    shown = compare.columns([a_pair()], replace(HERE, row="l70"), ZH)
    assert "at=50-57" in shown and "at=70-77" in shown and "session=2023" in shown


# The report itself


def test_a_figure_is_marked_in_its_place_and_tells_its_fields():
    shown = document.body(a_document(observations=(an_observation(32, 34),)), HERE, ZH)
    assert "服务业增长6%" in visible(shown)
    assert 'class="tb-obs target"' in shown and "服务业增加值" in shown


def test_a_line_broken_in_mid_sentence_is_shown_whole():
    assert "服务业增长5%。" in document.body(a_document(), HERE, ZH)


def test_the_place_that_the_address_names_is_one_anchor_even_across_paragraphs():
    shown = document.body(a_document(observations=(an_observation(32, 34),)), replace(HERE, at="22-36"), ZH)
    assert shown.count('id="at"') == 1
    assert '<mark id="at">二、安排</mark>' in shown
    assert "<mark>服务业增长</mark>" in shown and "<mark>6%</mark>" in shown


def test_numbers_in_one_place_share_one_link():
    together = (
        an_observation(32, 34),
        an_observation(32, 34, id="t2", indicator="工业"),
        an_observation(33, 35, id="t3"),
    )
    (group,) = document.groups(together)
    assert (group.span, len(group.members)) == (Span(32, 35), 3)
    assert document.body(a_document(observations=together), HERE, ZH).count("<a ") == 1


def test_the_outline_leads_to_the_headings():
    shown = document.outline(a_document(), HERE, ZH)
    assert "一、回顾" in visible(shown) and "at=7-11" in shown and "工作回顾" in visible(shown)


def test_the_panel_of_a_figure_tells_its_fields():
    shown = visible(document.fields(an_observation(32, 34, certainty="estimated"), an_evidence(), [], HERE, ZH))
    assert "期间2023" in shown and "报告称预计或初步数" in shown and "复制引用" in shown


# Escaping, everywhere


def test_nothing_that_a_report_says_becomes_markup():
    evil = a_figure(None, measure="qualitative", quote=SCRIPT, indicator=SCRIPT, modality=SCRIPT, period=SCRIPT)
    row = a_row(indicator=SCRIPT, target=evil, outcomes=(evil,), next=evil, baseline=evil, stretch=evil, reason=SCRIPT)
    source = an_evidence(f"{SCRIPT}6%", sections=(SCRIPT,), citation=SCRIPT)
    evil_row = a_pair(earlier=(a_sentence(1, SCRIPT, (2, 9)),), earlier_section=SCRIPT, moved=True)
    evil_view = a_document(SCRIPT * 3, (ObservationRow(Span(0, 8), "target", "task", evil),))
    pages = [
        targets.table([row], Years(2023, 2024), HERE, ZH),
        targets.evidence(row, [("target", source)], {}, [], HERE, ZH),
        changes.listing([a_change(subject=SCRIPT, before="x", earlier_text=SCRIPT, earlier_section=SCRIPT)], HERE, ZH),
        compare.columns([evil_row], HERE, ZH),
        document.body(evil_view, replace(HERE, at="3-40"), ZH),
        document.outline(evil_view, HERE, ZH),
        document.fields(an_observation(0, 8, indicator=SCRIPT), source, [], HERE, ZH),
        frame.page(
            replace(HERE, region=SCRIPT), frame.heading(SCRIPT, ZH, fictional=True), frame.notice(SCRIPT, SCRIPT)
        ),
        frame.bar(replace(HERE, region=f'"{SCRIPT}'), ZH),
    ]
    assert [page for page in pages if "<script" in page.lower()] == []


def a_phrase(state: str = "spreading", phrase: str = "一窗办到底", **fields: object) -> PhraseRow:
    row = PhraseRow(
        rank=1,
        phrase=phrase,
        quoted=True,
        since="2023",
        until="2024",
        state=state,
        counts=(("2022", 0), ("2023", 2), ("2024", 8)),
        first=SaidAt("2023", Span(40, 55)),
        last=SaidAt("2024", Span(90, 99)),
    )
    return replace(row, **fields)  # type: ignore[arg-type]


def test_set_phrases_show_how_often_each_report_says_them_and_where() -> None:
    told = phrases.section([a_phrase(), a_phrase("gone", "<b>", quoted=False)], HERE, ZH)
    assert "“一窗办到底”" in visible(told)
    assert "传开 1" in visible(told)
    assert "不再说 1" in visible(told)
    assert 'title="2022 年 0 次，2023 年 2 次，2024 年 8 次"' in told
    assert "height:25%" in told
    assert "session=2023&amp;at=40-55" in told
    assert "session=2024&amp;at=90-99" in told
    assert "<b>&lt;b&gt;</b>" in told


def test_no_set_phrase_is_no_section_and_many_are_cut_short() -> None:
    assert phrases.section([], HERE, ZH) == ""
    many = phrases.section([a_phrase("new", f"说法{n}") for n in range(phrases.SHOWN + 3)], HERE, ZH)
    assert many.count("<li>") == phrases.SHOWN
    assert "另有 3 条" in visible(many)
