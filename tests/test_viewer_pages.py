"""Each page of the viewer, run as Streamlit runs it, on a published warehouse of the sample."""

import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from viewer.address import PAGES, Address
from viewer.choice import indicators
from warehouse.questions import Questions
from warehouse.store import open_published

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = {"region": "云川区", "earlier": "2023", "later": "2024"}
ALONE = {"region": "杭州市上城区", "earlier": "2025"}
FILES = {name: name or "overview" for name in PAGES}


@pytest.fixture
def published(sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(sample_warehouse))
    return sample_warehouse


@pytest.fixture
def asked(published: Path) -> Iterator[Questions]:
    with open_published(published) as questions:
        yield questions


def opened(page: str, **parameters: str) -> AppTest:
    """The page as it is when its address is opened cold."""
    app = AppTest.from_file(str(ROOT / "viewer" / "app.py"), default_timeout=30)
    for name, value in parameters.items():
        app.query_params[name] = value
    if page:
        app.switch_page(f"app_pages/{FILES[page]}.py")
    app.run()
    assert [one.message for one in app.exception] == []
    return app


def shown(page: str, **parameters: str) -> str:
    """The HTML of the page, entities resolved (so that an address reads as an address)."""
    return unescape("".join(one.body for one in opened(page, **parameters).html))


# 概览


def test_the_overview_sets_out_targets_and_changes_with_their_sentences(published: Path, asked: Questions):
    page = shown("", **SAMPLE)
    rows, changes = asked.ledger("云川区", "2023"), asked.changes("云川区", "2023", "2024")
    headline = [row for row in rows if row.tier == "headline"] or rows
    assert all(row.indicator in page for row in headline)
    told = [one for one in changes if one.kind != "routine"]
    assert f"{len(told)} 条，按分量排列" in page
    assert changes[0].subject in page and "看原文" in page
    assert "结果应不低于 7，报告的结果是 5.4" in page
    assert "虚构样例" in page


def test_routine_changes_are_counted_and_shown_where_they_are_asked_for(published: Path, asked: Questions):
    routine = [one for one in asked.changes("云川区", "2023", "2024") if one.kind == "routine"]
    assert routine and all(one.kind == "routine" for one in asked.changes("云川区", "2023", "2024")[-len(routine) :])
    page, whole = shown("", **SAMPLE), shown("", show="routine", **SAMPLE)
    assert f"另有 {len(routine)} 条例行变化" in page and f'id="change-{routine[0].rank}"' not in page
    assert all(f'id="change-{one.rank}"' in whole for one in routine)
    assert f"收起 {len(routine)} 条例行变化" in whole


def test_the_newest_pair_of_the_first_government_is_shown_where_nothing_is_asked_for(published: Path, asked: Questions):
    first = asked.governments()[0]
    assert first.region in shown("")


def test_a_report_alone_shows_where_its_targets_start_and_that_results_are_awaited(published: Path):
    page = shown("", **ALONE)
    assert "2024 实际" in page and "2025 目标" in page
    assert "要等 2026 年的报告来说" in page
    assert "判定" not in page and "值得一说的变化" not in page
    assert "虚构" not in page


def test_the_sample_is_one_of_the_choices_and_says_that_it_is_invented(published: Path):
    regions, years = opened("", **SAMPLE).selectbox
    assert "云川区（虚构样例）" in regions.options and "杭州市上城区" in regions.options
    assert years.options == ["2025 → 待下一年", "2024 → 2025", "2023 → 2024"]


def test_choosing_another_government_changes_the_page_and_the_address(published: Path):
    app = opened("ledger", **SAMPLE)
    app.selectbox[0].select("杭州市上城区").run()
    assert app.query_params["region"] == "杭州市上城区"
    assert "结果待下一年报告" in "".join(one.body for one in app.html)


def test_choosing_other_years_does_too(published: Path):
    app = opened("", **SAMPLE)
    app.selectbox[1].select_index(1).run()
    assert (app.query_params["earlier"], app.query_params["later"]) == ("2024", "2025")
    assert "2025 年报告怎么说" in "".join(one.body for one in app.html)


# 目标与结果


def test_the_ledger_has_a_row_for_every_target(published: Path, asked: Questions):
    page = shown("ledger", **SAMPLE)
    rows = asked.ledger("云川区", "2023")
    assert f"2023 年定下 {len(rows)} 项目标，2024 年报告怎么说" in page
    assert page.count("<tr data-step") == len(rows)


def test_a_filter_leaves_the_rows_that_it_names(published: Path, asked: Questions):
    missed = [row for row in asked.ledger("云川区", "2023") if row.verdict == "missed" and not row.note]
    assert missed
    page = shown("ledger", show="missed", **SAMPLE)
    assert page.count("<tr data-step") == len(missed)
    assert "没有符合这一条件的内容" in shown("ledger", show="abridged", **SAMPLE)


def test_the_open_row_has_its_evidence_beside_it(published: Path, asked: Questions):
    row = next(one for one in asked.ledger("云川区", "2023") if one.outcomes and one.reason)
    page = shown("ledger", row=row.id, **SAMPLE)
    place = asked.evidence(row.target.id)
    assert "判定规则" in page and "复制引用" in page
    assert place.citation in page and "虚构样例，不可引用" in page
    assert f"session=2023&at={place.span.start}-{place.span.end}" in page


def test_a_target_not_found_says_what_was_searched_and_offers_the_command(published: Path, asked: Questions):
    row = next(one for one in asked.ledger("云川区", "2023") if one.searched and one.searched.results)
    page = shown("ledger", row=row.id, **SAMPLE)
    assert row.searched and f"结果数字 {row.searched.results} 个" in page and "查了什么" in page
    assert "tongbi correct observation corpus/sample/云川区/2023.txt" in page.replace("'", "")


# 披露与核对


def test_every_silence_of_a_report_is_a_row_with_its_quote(published: Path, asked: Questions):
    page = shown("silences", **SAMPLE)
    rows = asked.silences("云川区", "2024")
    assert rows and page.count("<tr data-step") == len(rows) + len(
        [one for one in asked.disagreements("云川区") if one.later == "2024"]
    )
    assert all(row.subject in page for row in rows) and "不说为什么" in page


def test_a_kind_of_silence_is_chosen_by_the_address(published: Path, asked: Questions):
    rows = [row for row in asked.silences("云川区", "2024") if row.kind == "growth_withheld"]
    assert rows and rows[0].instead in shown("silences", show="growth_withheld", **SAMPLE)
    page = shown("silences", show="growth_withheld", row=f"growth_withheld.{rows[0].observation}", **SAMPLE)
    assert "前一份报告说了总量和增幅" in page and page.count("复制引用") >= 2


def test_a_report_alone_tells_what_its_own_passages_show(published: Path, asked: Questions):
    page = shown("silences", **ALONE)
    rows = asked.silences("杭州市上城区", "2025", "2025")
    assert {row.kind for row in rows} == {"growth_not_stated", "told_in_words"}
    assert "1251.8亿元" in page and "固定资产投资保持高位平稳" in page
    after = shown("silences", region="云川区", earlier="2025")
    assert "earlier=2024&later=2025" in after and "与 2024 年报告对照" in after


# 校订


def test_names_to_decide_stand_with_their_command(published: Path, asked: Questions):
    [row] = asked.queue("云川区")
    page = shown("corrections", region="云川区", row=f"names.{row.one_id}.{row.other_id}")
    assert row.one_name in page and row.other_name in page and "还没有更正" in page
    assert "tongbi correct identity" in page and "--apart" in page


# 指标


def test_the_indicator_of_most_years_is_shown_by_year_with_its_picture(published: Path, asked: Questions):
    first = next(iter(indicators(asked.series("云川区")).values()))
    page = shown("series", region="云川区")
    rows = next(iter(first.kinds.values()))
    assert f"{first.name}，{rows[0].year}–{rows[-1].year} 年" in page
    assert page.count("<tr data-step") == len(rows) and 'class="tb-chart"' in page
    assert all(row.outcome is None or row.outcome.quote in page for row in rows)


def test_an_indicator_and_a_year_are_chosen_by_the_address(published: Path, asked: Questions):
    rows = [one for one in asked.series("云川区") if (one.key, one.measure) == ("gdp", "change_pct")]
    row = next(one for one in rows if one.target and one.outcome)
    page = shown("series", region="云川区", key="gdp", kind="change_pct.%", row=str(row.year))
    assert row.target and row.outcome
    places = [asked.evidence(one.id) for one in (row.target, row.outcome)]
    assert all(one.citation in page and f"at={one.span.start}-{one.span.end}" in page for one in places)
    assert "判定规则" in page and "虚构样例，不可引用" in page


def test_choosing_another_indicator_changes_the_page_and_the_address(published: Path, asked: Questions):
    app = opened("series", region="云川区", key="gdp", kind="change_pct.%")
    other = next(one for one in indicators(asked.series("云川区")).values() if one.key != "gdp")
    assert any(option.startswith(other.name) for option in app.selectbox[1].options)
    app.selectbox[1].select(other.key).run()
    assert (app.query_params["key"], "kind" in app.query_params) == (other.key, False)
    assert other.name in "".join(one.body for one in app.html)


# 逐句对读


def test_sentences_stand_beside_each_other(published: Path, asked: Questions):
    page = shown("compare", **SAMPLE)
    rows = asked.aligned("云川区", "2023", "2024", "plan")
    assert page.count('class="tb-cols row') == len(rows)
    assert "<ins>" in page and "<del>" in page


def test_a_part_and_a_filter_are_chosen_by_the_address(published: Path, asked: Questions):
    rows = asked.aligned("云川区", "2023", "2024", "review")
    added = [row for row in rows if row.relation == "added"]
    page = shown("compare", part="review", show="added", **SAMPLE)
    assert "工作回顾：2023 → 2024" in page
    assert page.count('class="tb-cols row') == len(added)


def test_one_report_alone_is_told_kindly(published: Path):
    page = shown("compare", **ALONE)
    assert "逐句对读要有相邻两年的报告。" in page and "2026 年的报告" in page
    assert "看 2025 年原文" in page


# 原文


def test_the_report_is_shown_whole_with_its_figures_marked(published: Path, asked: Questions):
    page = shown("text", session="2023", **SAMPLE)
    view = asked.document("云川区", "2023")
    assert page.count("<p") >= len(view.paragraphs)
    assert f"读到 {view.head.observations} 个数字" in page
    assert page.count('class="tb-obs') >= len({one.span for one in view.observations}) * 0.9
    assert view.sections[1].heading[:6] in page


def test_a_place_is_marked_and_a_figure_tells_its_fields(published: Path, asked: Questions):
    one = asked.document("云川区", "2023").observations[0]
    page = shown("text", session="2023", at=f"{one.span.start}-{one.span.end}", row=one.figure.id, **SAMPLE)
    assert page.count('<mark id="at">') == 1
    assert "量的种类" in page and "复制引用" in page


# What is not there


@pytest.mark.parametrize("page", list(FILES))
def test_nothing_published_is_answered_by_one_clear_line(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(tmp_path / "none"))
    told = shown(page)
    assert "还没有可看的数据。" in told and "tongbi build" in told


def test_a_damaged_warehouse_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "CURRENT").write_text("gone.duckdb", encoding="utf-8")
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(tmp_path))
    assert "数据不完整" in shown("")


@pytest.mark.parametrize(
    ("page", "parameters", "told"),
    [
        ("", {"region": "无此县"}, "没有“无此县”的报告"),
        ("ledger", {"region": "云川区", "earlier": "1999"}, "没有云川区“1999”的报告"),
        ("text", {**SAMPLE, "session": "1999"}, "没有云川区“1999”的报告"),
        ("series", {"region": "云川区", "key": "月亮上的人"}, "云川区没有“月亮上的人”的历年数字"),
    ],
)
def test_what_is_asked_for_in_vain_is_said(published: Path, page: str, parameters: dict[str, str], told: str):
    assert told in shown(page, **parameters)


@pytest.mark.parametrize("page", list(FILES))
@pytest.mark.parametrize("asked_for", [{"row": "<script>", "at": "9-8", "show": "x", "part": "y"}, {"at": "0-9999999"}])
def test_a_senseless_address_breaks_nothing(published: Path, page: str, asked_for: dict[str, str]):
    told = opened(page, **SAMPLE, **asked_for)
    assert "<script>" not in "".join(one.body for one in told.html if not one.body.startswith("<style"))


@pytest.mark.parametrize("page", list(FILES))
def test_every_page_speaks_english_too(published: Path, page: str):
    assert "invented example" in shown(page, lang="en", **SAMPLE)


# What is remembered


def test_a_new_publication_shows_at_once(sample_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    where = tmp_path / "warehouse"
    shutil.copytree(sample_warehouse, where, ignore=shutil.ignore_patterns(".lock"))
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(where))
    app = opened("")
    assert app.selectbox[0].options == ["杭州市上城区", "云川区（虚构样例）"]

    from warehouse.store import Draft

    with Draft(where, "rules-of-the-test") as draft:
        draft.withdraw([("杭州市上城区", "2025")])
        draft.publish()
    app.run()
    assert app.selectbox[0].options == ["云川区（虚构样例）"]
    st.cache_resource.clear()


def test_an_address_of_the_tests_is_one_that_the_viewer_writes():
    assert Address.of("", SAMPLE).parameters == SAMPLE
