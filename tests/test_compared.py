"""What `tongbi diff` tells of two reports: which sentences, under which headings, and what their numbers changed by."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import ROOT
from rich.console import Console

from flows.choice import Choice
from flows.compared import Look, comparison_view
from flows.laid import headings, laid, moved_from
from flows.numbers import Numbers, difference, from_elsewhere, number_rows, remarks, written
from flows.page import comparison_page
from flows.paging import console, pager, rendered
from flows.rows import comparison_row
from tongbi import Comparison, compare, read

REPORTS = [ROOT / "corpus/sample/云川区" / f"{year}.txt" for year in (2024, 2025)]
DIFF = ("diff", *REPORTS)
WORD_DIFF = re.compile(r"\[-.+?-\]|\{\+.+?\+\}")

BEFORE = """清溪县人民政府工作报告
——2030年1月8日在清溪县第九届人民代表大会第四次会议上
县长 林一帆
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2029年工作回顾
{past}
全年地区生产总值412.6亿元，增长5.4%。旅游收入居全市第6位。新建农村公路48公里。
二、2030年工作安排
{ahead}
今年的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入1251.8万元。
（一）做强产业
确保技改投资增长8%。新增停车泊位900个左右。完善茶叶市场设施，推进物流园区建设。扶持香菇种植大户。
（二）改善民生
新增养老床位200张，办好乡村食堂。整治清溪河岸线。
各位代表，让我们一起努力！
"""
AFTER = """清溪县人民政府工作报告
——2031年1月9日在清溪县第九届人民代表大会第五次会议上
县长 林一帆
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
一、2030年工作回顾
{past}
全年地区生产总值435.1亿元，增长5.2%。旅游收入居全市第4位。新建农村公路48公里。
二、2031年工作安排
{ahead}
今年的主要预期目标是：地区生产总值增长5.5%左右，一般公共预算收入1300万元。
（一）做强产业
整治清溪河岸线。力争技改投资增长8%。新增停车泊位900个以上。完善茶叶市场设施。推进物流园区建设。
（二）改善民生
新增养老床位200张，办好乡村食堂。组建山地救援队伍。
各位代表，让我们一起努力！
"""

Told = Callable[..., str]


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    for name in ("TONGBI_PAGER", "PAGER", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    past, ahead = (ROOT / "tests/golden/quiet.txt").read_text(encoding="utf-8").strip().split("\n===\n")
    return compare(*(read(sheet.format(past=past, ahead=ahead)) for sheet in (BEFORE, AFTER)))


@pytest.fixture(scope="module")
def sample() -> Comparison:
    return compare(*(read(path.read_text(encoding="utf-8"), "云川区") for path in REPORTS))


def told(comparison: Comparison, choice: Choice, *, coloured: bool = False, columns: int = 100_000) -> str:
    target = Console(
        width=columns,
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        highlight=False,
        legacy_windows=False,
    )
    return rendered(target, comparison_view(comparison, choice, Look(coloured, columns)))


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


# Which sentences


def test_without_conditions_changes_come_first_and_then_all_that_did_not_stay(comparison: Comparison) -> None:
    whole = told(comparison, Choice())
    assert whole.index("要紧的变化") < whole.index("工作安排：") < whole.index("工作回顾：")
    assert "新增    {+组建山地救援队伍。+}" in whole
    assert "删去    [-扶持香菇种植大户。-]" in whole
    assert "新增养老床位200张，办好乡村食堂" not in whole[whole.index("工作安排：") :]


def test_conditions_leave_the_ranked_changes_out_and_narrow_each_other(comparison: Comparison) -> None:
    changed, numbers = told(comparison, Choice(changed=True)), told(comparison, Choice(numbers=True))
    moved, both = told(comparison, Choice(moved=True)), told(comparison, Choice(numbers=True, moved=True))
    for text in (changed, numbers, moved, both):
        assert "要紧的变化" not in text
    assert "组建山地救援队伍" in changed
    assert "组建山地救援队伍" not in numbers + moved
    assert "停车泊位" in numbers
    assert "停车泊位" not in moved
    assert "整治清溪河岸线" in moved
    assert "整治清溪河岸线" not in numbers
    assert both.count("没有符合所选条件的句子。") == 2


def test_a_part_alone_is_shown_alone(comparison: Comparison) -> None:
    assert "工作回顾：" not in told(comparison, Choice(part="plan"))
    assert "工作安排：" not in told(comparison, Choice(part="review"))


def test_context_shows_the_neighbours_of_what_was_chosen(comparison: Comparison) -> None:
    one = told(comparison, Choice(moved=True, context=1, part="plan"))
    assert "技改投资" in one
    assert "停车泊位" not in one
    assert "停车泊位" in told(comparison, Choice(moved=True, context=2, part="plan"))


# How a sentence reads


def test_two_sentences_that_continue_each_other_are_read_as_one(comparison: Comparison) -> None:
    assert "[-确保-]{+力争+}技改投资增长8%。" in told(comparison, Choice(changed=True))


def test_words_of_both_reports_can_be_read_back_from_the_runs(sample: Comparison) -> None:
    seen = 0
    for part in ("plan", "review"):
        for row in laid(sample, "plan" if part == "plan" else "review"):
            if not row.runs:
                continue
            seen += 1
            for lines, other in ((row.earlier, "insert"), (row.later, "delete")):
                whole = "".join(piece.text for piece in lines[0].pieces)
                assert "".join(run.text for run in row.runs if run.kind != other) == whole
    assert seen > 50


def test_a_split_sentence_is_shown_with_all_it_became(comparison: Comparison) -> None:
    lines = told(comparison, Choice(changed=True)).splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("拆分"))
    assert "- 完善茶叶市场设施[-，-]推进物流园区建设。" in lines[at]
    assert lines[at + 1].startswith("1→2")
    assert "+ 完善茶叶市场设施" in lines[at + 1]
    assert "+ 推进物流园区建设" in lines[at + 2]


def test_what_moved_says_from_where_to_where(comparison: Comparison) -> None:
    moved = told(comparison, Choice(moved=True))
    assert "↕ 移动：二、改善民生 → 一、做强产业" in moved
    row = next(row for row in laid(comparison, "plan") if row.moved)
    assert moved_from(comparison, row) == ("二、改善民生",)


def test_sentences_stand_under_hunk_headings(comparison: Comparison) -> None:
    lines = told(comparison, Choice(changed=True, part="plan")).splitlines()
    heads = [line for line in lines if line.startswith("@@")]
    assert heads == [
        "@@ 2031 二、2031年工作安排 @@",
        "@@ 2031 一、做强产业 @@",
        "@@ 2031 二、改善民生 @@",
    ]
    assert lines.index("删去    [-扶持香菇种植大户。-]") > lines.index(heads[1])


def test_a_dropped_sentence_stays_under_the_heading_of_its_neighbours(comparison: Comparison) -> None:
    rows = laid(comparison, "plan")
    of = dict(zip(("".join(p.text for p in (row.later or row.earlier)[0].pieces) for row in rows),
                  headings(comparison, rows), strict=True))  # fmt: skip
    assert of["扶持香菇种植大户。"] == ("later", "一、做强产业")


# Nothing by colour alone


def test_brackets_stand_where_colours_do_not_and_only_there(sample: Comparison) -> None:
    assert WORD_DIFF.search(told(sample, Choice(changed=True)))
    coloured = told(sample, Choice(changed=True), coloured=True)
    assert not WORD_DIFF.search(plain(coloured))
    assert "\x1b[9;31m" in coloured  # struck and red
    assert "\x1b[4;36m" in coloured  # underlined and cyan


@pytest.mark.parametrize("columns", [60, 80, 119, 120, 160])
def test_no_line_is_wider_than_the_terminal(sample: Comparison, columns: int) -> None:
    from rich.cells import cell_len

    lines = told(sample, Choice(), columns=columns).splitlines()
    assert max(map(cell_len, lines)) <= columns


def test_numbers_stand_beside_the_sentence_on_a_wide_terminal_and_below_it_on_a_narrow_one(
    sample: Comparison,
) -> None:
    wide, narrow = (told(sample, Choice(numbers=True, part="plan"), columns=columns) for columns in (160, 80))
    assert re.search(r"^改写.*新增高新技术企业.*± 目标 新增高新技术企业", wide, re.MULTILINE)
    assert re.search(r"^ +± 目标 新增高新技术企业", narrow, re.MULTILINE)


def test_a_sentence_is_one_line_where_nothing_is_folded(comparison: Comparison) -> None:
    assert all(line == line.rstrip() for line in told(comparison, Choice()).splitlines())
    assert "主要预期目标是：地区生产总值增长[-6%-]{+5.5%+}左右，一般公共预算收入[-1251.8万元-]{+1300万元+}。" in told(
        comparison, Choice(changed=True)
    )


# Numbers


def figures(comparison: Comparison, part: str) -> list[tuple[str, str, str, list[str]]]:
    numbers = Numbers(comparison)
    return [
        (change.link.kind if change.link else "", change.before, change.after, remarks(change))
        for row in laid(comparison, "plan" if part == "plan" else "review")
        for change in numbers.of(row)
    ]


def test_numbers_of_the_plan_are_told_with_difference_and_firmness(comparison: Comparison) -> None:
    assert figures(comparison, "plan") == [
        ("revision", "增长6%左右", "增长5.5%左右", ["-0.5个百分点"]),
        ("revision", "1251.8万元", "1300万元", ["+48.2万元"]),
        ("revision", "确保…增长8%", "力争…增长8%", ["数字未变", "变软：语气由“确保”变为“力争”"]),
        ("revision", "900个左右", "900个以上", ["数字未变", "变硬：由“左右”变为“以上”"]),
    ]


def test_numbers_of_the_review_are_told_against_last_year_and_against_their_targets(comparison: Comparison) -> None:
    found = figures(comparison, "review")
    assert ("series", "412.6亿元", "435.1亿元", ["+22.5亿元"]) in found
    assert ("series", "增长5.4%", "增长5.2%", ["-0.2个百分点"]) in found
    assert ("outcome", "增长6%左右", "增长5.2%", ["-0.8个百分点", "未达成"]) in found
    assert [told for kind, _, _, told in found if kind == "series" and "位" in "".join(told)] == [["前进2位"]]
    assert not [one for one in found if "48公里" in one[1]]


def test_a_number_says_where_its_counterpart_stands_if_not_in_the_row(comparison: Comparison) -> None:
    numbers = Numbers(comparison)
    places = {
        change.link.kind: from_elsewhere(comparison, row, change)
        for row in laid(comparison, "review")
        for change in numbers.of(row)
        if change.link
    }
    assert places == {"series": "", "outcome": "二、2030年工作安排"}


@pytest.mark.parametrize(
    ("before", "after", "difference_told", "ends"),
    [
        ("5%—5.5%", "5%左右", "下端不变，上端-0.5个百分点", [0, -0.5]),
        ("7%左右", "6.5%—7%", "下端-0.5个百分点，上端不变", [-0.5, 0]),
        ("6%—6.5%", "5%—6%", "下端-1个百分点，上端-0.5个百分点", [-1, -0.5]),
        ("6%—6.5%", "6%—6.5%", "数字未变", [0, 0]),
    ],
)
def test_the_ends_of_a_range_are_told_apart(before: str, after: str, difference_told: str, ends: list[float]) -> None:
    past, ahead = (ROOT / "tests/golden/quiet.txt").read_text(encoding="utf-8").strip().split("\n===\n")
    sheets = (BEFORE.replace("6%左右", before), AFTER.replace("5.5%左右", after))
    found = compare(*(read(sheet.format(past=past, ahead=ahead)) for sheet in sheets))
    revisions = [one for one in Numbers(found).all() if one.link and one.link.kind == "revision"]
    told_now = {one.earlier.indicator: difference(one) for one in revisions if one.earlier}
    assert told_now["地区生产总值"] == difference_told
    (row,) = [one for one in number_rows(found) if one["ends"] and one["kind"] == "revision"]
    assert row["ends"] == ends and row["change"] is None


def test_the_difference_is_the_links_own(sample: Comparison) -> None:
    links = {(link.kind, link.earlier, link.later): link for link in sample.links}
    rows = number_rows(sample)
    assert len(rows) > 40
    for row in rows:
        change = links[row["kind"], row["earlier"], row["later"]].change
        assert row["change"] == (None if change is None else float(change))
    for one in Numbers(sample).all():
        if one.link and one.link.change and one.earlier and one.earlier.measure not in ("rank", "streak"):
            assert difference(one).startswith(written(one.link.change))


@pytest.mark.parametrize(
    ("change", "digits"),
    [("48.20", "+48.2"), ("-5", "-5"), ("1E+3", "+1000"), ("0.0300", "+0.03"), ("1.000000000001", "+1")],
)
def test_a_difference_has_a_sign_and_no_zeros_at_its_end(change: str, digits: str) -> None:
    assert written(Decimal(change)) == digits


def test_the_page_shows_numbers_moves_and_the_filter_that_was_asked_for(comparison: Comparison) -> None:
    page = comparison_page(comparison, Choice(numbers=True, moved=True, part="plan"))
    for piece in (
        "1251.8万元 → 1300万元",
        "+48.2万元",
        "变硬：由“左右”变为“以上”",
        "移动：二、改善民生 → 一、做强产业",
    ):
        assert piece in page, piece
    assert set(re.findall(r"value=(\w+) checked", page)) == {"all", "numbers", "moved"}
    assert "id=review-all" not in page
    assert set(re.findall(r"value=(\w+) checked", comparison_page(comparison))) == {"all"}
    assert set(re.findall(r"value=(\w+) checked", comparison_page(comparison, Choice(changed=True)))) == {"changed"}


# Routine changes, and facts of the head


def test_routine_changes_are_counted_and_told_where_they_are_asked_for(comparison: Comparison) -> None:
    routine = [one for one in comparison.changes if one.kind == "routine"]
    assert [(one.before, one.after) for one in routine] == [("2029年", "2030年"), ("2030年", "2031年")]
    assert list(comparison.worth_telling) == [one for one in comparison.changes if one.kind != "routine"]
    default, whole = told(comparison, Choice()), told(comparison, Choice(routine=True))
    assert "另有例行变化 2 条" in default and "另有例行变化" not in whole
    assert "二、[-2030年-]{+2031年+}工作安排" not in default and "二、[-2030年-]{+2031年+}工作安排" in whole
    assert "例行变化  二、2031年工作安排  2030年 → 2031年" in whole
    assert f"要紧的变化（{len(comparison.changes)}）" in whole


def test_the_page_folds_routine_changes_and_takes_their_rows_for_unchanged(comparison: Comparison) -> None:
    default, whole = comparison_page(comparison), comparison_page(comparison, Choice(routine=True))
    assert "<summary>例行变化 2 条" in default and "<summary>例行变化 2 条" not in whole
    changed = [int(re.findall(r"有变化 (\d+)", page)[0]) for page in (default, whole)]
    assert changed[1] == changed[0] + 1


@pytest.mark.parametrize(
    ("was", "now", "line"),
    [
        (("第九届", "林一帆"), ("第十届", "林一帆"), "新一届：第九届 → 第十届"),
        (("第十五届", "林一帆"), ("第一届", "林一帆"), "人大届次从头算起：第十五届 → 第一届，多因辖区变动"),
        (("第九届", "林一帆"), ("第九届", "周叙白"), "报告人换了：林一帆 → 周叙白"),
        (("第九届", "林一帆"), ("第九届", "林一帆"), ""),
    ],
)
def test_facts_of_the_head_stand_under_the_title(was: tuple[str, str], now: tuple[str, str], line: str) -> None:
    past, ahead = (ROOT / "tests/golden/quiet.txt").read_text(encoding="utf-8").strip().split("\n===\n")
    sheets = [
        read(sheet.format(past=past, ahead=ahead).replace("第九届", term).replace("林一帆", name))
        for sheet, (term, name) in ((BEFORE, was), (AFTER, now))
    ]
    found = compare(*sheets)
    facts = comparison_row(found, ())["head"]
    assert told(found, Choice()).splitlines()[1] == line or not line
    assert (line in comparison_page(found)) and bool(facts) == bool(line)
    assert [fact["after"] for fact in facts] == [word for word in now if word not in was]


# Colours and pager


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({"TONGBI_PAGER": "less -S", "PAGER": "more"}, ["less", "-S"]),
        ({"PAGER": "more"}, ["more"]),
        ({"TONGBI_PAGER": "", "PAGER": "more"}, []),
        ({"PAGER": "cat"}, []),
    ],
)
def test_the_pager_is_the_users(environment: dict[str, str], command: list[str]) -> None:
    assert pager(environment) == command


def test_without_a_wish_the_pager_is_less_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    assert pager({}) == ["less"]
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert pager({}) == []


def test_colours_can_be_forced_into_a_pipe() -> None:
    assert console("always").color_system == "standard"
    assert console("auto").color_system is None
    assert console("never").no_color


def in_terminal(arguments: list[str], environment: dict[str, str], of: Sequence[str | Path] = DIFF) -> str:
    """What a command writes to a terminal."""
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "flows.cli", *map(str, of), *arguments]
    surroundings = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=surroundings, cwd=ROOT) as process:
        os.close(inner)
        written = b""
        while True:
            try:
                piece = os.read(outer, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            written += piece
        assert process.wait() == 0
    os.close(outer)
    return written.decode()


def test_a_terminal_is_paged_and_coloured_and_a_pipe_is_neither(tmp_path: Path) -> None:
    paged = f"{sys.executable} -c \"import sys; print('paged', len(sys.stdin.read()) > 1000)\""
    assert in_terminal(["--changed"], {"TONGBI_PAGER": paged}).strip() == "paged True"
    bare = in_terminal(["--changed", "--no-pager"], {"TONGBI_PAGER": paged})
    assert "paged" not in bare
    assert "\x1b[9;31m" in bare
    assert "[-" in plain(in_terminal(["--changed", "--no-pager"], {"NO_COLOR": "1"}))
    assert "@@" in in_terminal(["--changed"], {"TONGBI_PAGER": "no-such-pager-here"})
    shown = ("show", REPORTS[0])
    assert in_terminal([], {"TONGBI_PAGER": paged}, of=shown).strip() == "paged True"
    assert "云川区" in in_terminal(["--no-pager"], {"TONGBI_PAGER": paged}, of=shown)
    command = [sys.executable, "-m", "flows.cli", "diff", *map(str, REPORTS), "--changed"]
    piped = subprocess.run(
        command, capture_output=True, check=True, cwd=ROOT, env={**os.environ, "TONGBI_PAGER": paged}
    ).stdout.decode()
    assert "paged" not in piped
    assert "\x1b" not in piped
