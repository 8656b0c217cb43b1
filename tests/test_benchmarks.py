"""The measures of the benchmarks count what they say, on invented texts."""

import shutil
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT

from benchmarks import incremental, tools
from benchmarks.annotated import Plans, off_the_main_order, whole_words
from benchmarks.counts import count, judged
from benchmarks.growth import joined
from benchmarks.shown import Block, Kept, Rule, Shown, Side, blocks_between, common, inside_words, pairs_shown, runs
from benchmarks.tables import percent, table, times
from tongbi import Report, read
from tongbi.model import Span

BEFORE = "新建公园12座。修缮校舍三十间。\n疏浚河道8.5公里。"
AFTER = "修缮校舍三十间。\n疏浚河道9.2公里。改造旧街两条。新建公园12座。"
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def side(text: str, *numbers: str) -> Side:
    sentences = tuple(Span(line.offsets[0], line.offsets[-1] + 1) for line in tools.lines(text))
    spans = (Span(text.index(number), text.index(number) + len(number)) for number in numbers)
    return Side(text, sentences, whole_words(text, spans))


EARLIER, LATER = side(BEFORE, "12座", "8.5公里"), side(AFTER, "9.2公里", "12座")
PARK, SCHOOL, RIVER = (0, 3), (1, 0), (2, 1)
IN_ORDER = [
    tools.characters_by_dmp,
    tools.words_by_dmp,
    tools.sentences_by_difflib,
    tools.rows_by_html_diff,
    pytest.param(tools.characters_by_git, marks=needs_git),
    pytest.param(tools.words_by_git, marks=needs_git),
]
GIT_MOVED = pytest.param(partial(tools.moved_by_git, mode="plain"), marks=needs_git, id="git-moved")


def kept(earlier: str, later: str) -> Kept:
    assert earlier == later
    return Kept(BEFORE.index(earlier), AFTER.index(later), len(earlier))


def test_sentences_kept_between_two_are_shown_wherever_they_stand() -> None:
    shown = Shown((kept("新建公园12座。", "新建公园12座。"), kept("疏浚河道", "疏浚河道")), ())
    assert pairs_shown(shown, EARLIER, LATER, Rule()) == {PARK, RIVER}


@pytest.mark.parametrize(("word", "found"), [("疏浚河", set()), ("疏浚河道", {RIVER})])
def test_fewer_than_four_characters_kept_show_nothing(word: str, found: set[object]) -> None:
    assert pairs_shown(Shown((kept(word, word),), ()), EARLIER, LATER, Rule()) == found


def test_a_third_of_what_two_sentences_have_in_common_must_be_kept() -> None:
    text = "全面推进乡村振兴和城乡融合发展。"
    both = side(text), side(text)
    assert common(text[:-1], text[:-1]) == 15
    assert pairs_shown(Shown((Kept(0, 0, 5),), ()), *both, Rule()) == {(0, 0)}
    assert pairs_shown(Shown((Kept(0, 0, 4),), ()), *both, Rule()) == set()


def test_the_common_subsequence_need_not_be_contiguous() -> None:
    assert common("修缮校舍三十间", "修缮乡村校舍十五间") == 6
    assert common("", "修缮") == 0


def test_a_block_of_few_sentences_shows_what_it_holds_half_of() -> None:
    block = Block(Span(0, len("新建公园12座。修缮校舍")), Span(0, len("修缮校舍三十间。")))
    assert pairs_shown(Shown((), (block,)), EARLIER, LATER, Rule()) == {(0, 0), SCHOOL}
    assert pairs_shown(Shown((), (block,)), EARLIER, LATER, Rule(block=1)) == set()


def test_a_block_of_many_sentences_shows_nothing() -> None:
    block = Block(Span(0, len(BEFORE)), Span(0, len(AFTER)))
    assert pairs_shown(Shown((), (block,)), EARLIER, LATER, Rule(block=3)) == set()
    assert len(pairs_shown(Shown((), (block,)), EARLIER, LATER, Rule(block=4))) == 12


def test_blocks_stand_between_what_is_kept_where_both_sides_have_something() -> None:
    assert blocks_between([Kept(2, 0, 1), Kept(4, 3, 2)], (6, 7)) == (Block(Span(3, 4), Span(1, 3)),)


def test_a_run_is_a_stretch_not_kept_and_blanks_do_not_part_it() -> None:
    shown = Shown((kept("修缮校舍三十", "修缮校舍三十"), kept("疏浚河道", "疏浚河道")), ())
    before, after = runs(shown, EARLIER, LATER)
    assert [run.of(BEFORE) for run in before] == ["新建公园12座。", "间。", "8.5公里。"]
    assert [run.of(AFTER) for run in after] == ["间。", "9.2公里。改造旧街两条。新建公园12座。"]
    assert [run.of(BEFORE) for run in runs(Shown((), ()), EARLIER, LATER)[0]] == [BEFORE]


def test_ends_of_runs_inside_a_word_or_a_number_with_its_unit_are_counted() -> None:
    text = "疏浚河道8.5公里。"
    one = side(text, "8.5公里")
    assert inside_words([Span(text.index("8"), text.index("。"))], one.words) == 0
    assert inside_words([Span(text.index("5"), text.index("公"))], one.words) == 2
    assert inside_words([Span(text.index("道"), text.index("8"))], one.words) == 1
    assert inside_words([Span(0, len(text))], one.words) == 0


def test_a_pair_has_moved_where_it_crosses_two_of_the_main_order() -> None:
    assert off_the_main_order([(0, 3), (1, 0), (2, 1), (3, 2)]) == {(0, 3)}
    assert off_the_main_order([(0, 1), (1, 0), (2, 2)]) == set()


def plans(report: Report) -> Plans:
    firm = frozenset({PARK, SCHOOL, RIVER})
    return Plans("", (report, report), (0, 0), EARLIER, LATER, firm, frozenset({(1, 2)}), frozenset({PARK}))


@pytest.fixture(scope="module")
def report() -> Report:
    return read((ROOT / "corpus/sample/云川区/2024.txt").read_bytes().decode("utf-8"), "云川区")


def test_counts_of_a_tool_that_finds_what_moved(report: Report) -> None:
    whole = [kept("修缮校舍三十间。", "修缮校舍三十间。"), kept("新建公园12座。", "新建公园12座。")]
    shown = Shown((*whole, kept("公里", "公里")), (), moved=1)
    found = count(shown, plans(report))
    assert (found.pairs, found.shown, found.moved, found.moved_shown) == (3, 2, 1, 1)
    assert (found.beside, found.beside_right) == (2, 2)
    assert (found.runs, found.ends, found.torn) == (4 + 1, 8, 2)


def test_what_may_be_shown_or_not_is_neither_right_nor_wrong(report: Report) -> None:
    assert judged(frozenset({PARK, (0, 0), (1, 2), (2, 3)}), plans(report)) == ({0, 3}, {3})
    assert judged(frozenset({(1, 2), (0, 2)}), plans(report)) == (set(), set())


@pytest.mark.parametrize("tool", [*IN_ORDER, GIT_MOVED])
def test_what_a_tool_keeps_is_the_same_in_both_texts(tool) -> None:  # type: ignore[no-untyped-def]
    shown = tool(BEFORE, AFTER)
    assert shown.kept
    for one in shown.kept:
        assert BEFORE[one.earlier :][: one.length].split() == AFTER[one.later :][: one.length].split()


@pytest.mark.parametrize("tool", IN_ORDER)
def test_a_tool_that_keeps_order_shows_one_of_two_that_change_places(tool) -> None:  # type: ignore[no-untyped-def]
    found = pairs_shown(tool(BEFORE, AFTER), EARLIER, LATER, Rule(block=0))
    assert not {PARK, SCHOOL} <= found
    assert {PARK, SCHOOL} & found


@pytest.mark.parametrize("tool", [*IN_ORDER, GIT_MOVED])
def test_equal_texts_are_kept_whole(tool) -> None:  # type: ignore[no-untyped-def]
    shown = tool(BEFORE, BEFORE)
    assert runs(shown, EARLIER, EARLIER) == ((), ())
    assert pairs_shown(shown, EARLIER, EARLIER, Rule()) == {(0, 0), (1, 1), (2, 2)}


def test_words_are_kept_whole_by_tools_on_words_alone() -> None:
    before, after = "疏浚河道。", "疏通河道。"
    assert "疏浚" in [word.of(before) for word in side(before).words]
    cut = runs(tools.sentences_by_difflib(before, after), side(before), side(after))[0]
    whole = runs(tools.words_by_dmp(before, after), side(before), side(after))[0]
    assert (inside_words(cut, side(before).words), inside_words(whole, side(before).words)) == (1, 0)


@needs_git
def test_git_tells_a_moved_line_only_where_it_is_the_same_and_it_is_asked_for_plain_ones() -> None:
    lines = [f"第{number}项任务。" for number in "一二三四五六"]
    before, after = "新建公园甲座。" + "".join(lines), "".join(lines) + "新建公园甲座。"
    plain = tools.moved_by_git(before, after, "plain")
    assert plain.moved == 1
    assert (0, 6) in pairs_shown(plain, side(before), side(after), Rule(block=0))
    assert tools.moved_by_git(before, after, "dimmed-zebra").moved == 0


def test_lines_leave_out_blanks_and_know_their_place() -> None:
    text = "　　修缮 校舍。\n\n疏浚！河道"
    assert [line.text for line in tools.lines(text)] == ["修缮校舍。", "疏浚！", "河道"]
    assert ["".join(text[offset] for offset in line.offsets) for line in tools.lines(text)] == [
        line.text for line in tools.lines(text)
    ]


def test_tongbi_is_shown_within_the_plans_alone(report: Report) -> None:
    parts = {part.kind: part.span for part in report.parts}
    plan = side(parts["plan"].of(report.text))
    shown = tools.tongbi((report, report), (parts["plan"].start, parts["plan"].start))
    assert runs(shown, plan, plan) == ((), ())
    assert {(one, one) for one in range(len(plan.sentences))} <= pairs_shown(shown, plan, plan, Rule())


def test_joined_reports_are_cut_at_their_length(report: Report) -> None:
    length = len(report.text) + report.sentences[-1].span.start + 1
    text = joined([report, report, report], length)
    assert text.text == (report.text * 2)[:length]
    assert [one.span.of(text.text) for one in text.sentences] == [
        *(one.span.of(report.text) for one in report.sentences),
        *(one.span.of(report.text) for one in report.sentences[:-1]),
    ]
    assert all(text.sections[one.section].span.covers(one.span) for one in text.sentences if one.section >= 0)


def test_tables_are_markdown() -> None:
    assert table(["", "shown"], [["one", percent(1, 3)], ["none", percent(0, 0)]]).splitlines() == [
        "|  | shown |",
        "| --- | ---: |",
        "| one | 33% |",
        "| none | – |",
    ]


@pytest.mark.parametrize(("seconds", "written"), [(0.25, "0.5"), (4.9, "9.8"), (5.0, "10"), (2469.0, "4,938")])
def test_ratios_under_ten_have_a_decimal(seconds: float, written: str) -> None:
    assert times(seconds, 0.5) == written


def test_what_is_added_to_the_corpus_is_the_last_report_of_governments_that_are_held(tmp_path: Path) -> None:
    reports = {
        "丁市": (2014, 2020, 2022, 2023), "丙市": (2014, 2021, 2022, 2023), "乙市": (2020, 2021, 2022, 2023),
        "己市": (2019, 2020, 2021, 2022, 2023), "戊市": (2022, 2023), "甲市": (2018, 2020, 2021, 2022),
    }  # fmt: skip
    for region, years in reports.items():
        (tmp_path / region).mkdir()
        for year in years:
            (tmp_path / region / f"{year}.txt").write_text("", encoding="utf-8")
    held, added = incremental.chosen(tmp_path)
    assert len(added) == incremental.ADDED
    assert (
        {file.partition("/")[0] for file in added}
        == {file.partition("/")[0] for file in held[:9]}
        == {"甲市", "乙市", "丙市"}
    )
    assert all(file > max(one for one in held if one.startswith(file[0])) for file in added)
    assert len(held) == len(set(held)) == 9 + 4 + 5 + 2
    assert not set(held) & set(added)


@pytest.mark.parametrize(
    ("after", "count"),
    [
        ({("line", "甲市"): (4, 9), ("line", "乙市"): (2, 7), ("unit", ""): (5, 1)}, 0),
        ({("line", "甲市"): (4, 9), ("line", "乙市"): (2, 8), ("unit", ""): (5, 1)}, 1),
        ({("line", "甲市"): (4, 9)}, 1),
        ({("line", "乙市"): (2, 7), ("line", "丙市"): (1, 1)}, 1),
    ],
)
def test_rows_of_other_governments_that_change_are_counted(after: incremental.Digests, count: int) -> None:
    before: incremental.Digests = {("line", "甲市"): (3, 5), ("line", "乙市"): (2, 7)}
    assert incremental.of_others(before, after, "甲市") == count
