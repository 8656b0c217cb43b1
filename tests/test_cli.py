"""The command line on files: what it prints, what it does not import, how long it takes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import COMMANDS, EARLIER, LATER, TEXT, Run

from flows.reasons import because
from tongbi import Comparison, compare, read

HEAVY = ("prefect", "duckdb", "streamlit")
SECONDS = 3.0
"""A wide bound on the processor's time; on an idle machine the commands take 0.3 to 0.9 s."""


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(*(read(path.read_text(encoding="utf-8"), "云川区") for path in (EARLIER, LATER)))


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_about_files_start_quickly_and_load_nothing_heavy(name: str) -> None:
    program = (
        "import sys\nfrom flows.cli import main\ntry:\n    main()\nexcept SystemExit as end:\n"
        "    assert not end.code\n"
        f"loaded = [name for name in {HEAVY} if name in sys.modules]\nassert not loaded, loaded"
    )
    started = os.times()
    done = subprocess.run([sys.executable, "-c", program, *COMMANDS[name]], capture_output=True, check=False)
    ended = os.times()
    taken = ended.children_user + ended.children_system - started.children_user - started.children_system
    print(f"tongbi {name}: {taken:.2f} s")  # noqa: T201
    assert done.returncode == 0, done.stderr.decode()
    assert taken < SECONDS
    assert done.stdout


def test_observations_are_printed_with_the_fields_of_the_annotations(run: Run) -> None:
    found = run(*COMMANDS["observations"]).rows()
    fields = ["start", "end", "quote", "indicator", "value", "unit", "measure", "bound", "role", "period", "modality"]
    assert len(found) > 40
    for one in found:
        assert list(one)[1:12] == fields
        assert TEXT[one["start"] : one["end"]] == one["quote"]
        assert isinstance(one["value"], int | float | list | None)
    assert {one["role"] for one in found} == {"actual", "target"}
    assert [one["start"] for one in found] == sorted(one["start"] for one in found)


def test_offsets_count_characters_of_the_file_as_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "长 名.txt"
    text = "\n\u3000" + TEXT.replace("\n", "\r\n").replace("各位代表", "各位𠮷代表")
    path.write_bytes(text.encode())
    for one in run("observations", path).rows():
        assert text[one["start"] : one["end"]] == one["quote"]


def test_links_inside_a_report_are_baselines_and_between_reports_the_other_lanes(run: Run) -> None:
    inside, between = run(*COMMANDS["links inside"]).rows(), run(*COMMANDS["links"]).rows()
    assert {one["kind"] for one in inside} == {"baseline"}
    assert {one["kind"] for one in between} == {"outcome", "revision", "series"}
    earlier = EARLIER.read_text(encoding="utf-8")
    for link in between:
        for text, end in ((earlier, link["from"]), (TEXT, link["to"])):
            assert text[end["start"] : end["end"]] == end["quote"]
        assert isinstance(link["comparable"], bool)
        if link["verdict"] in ("met", "missed"):
            assert (link["kind"], link["comparable"]) == ("outcome", True)


def test_alignment_gives_a_row_for_each_unit_of_the_part_asked_for(run: Run) -> None:
    whole = run(*COMMANDS["align"]).rows()
    parts = {name: run(*COMMANDS["align"], "--part", name).rows() for name in ("review", "plan")}
    assert len(parts["review"]) + len(parts["plan"]) == len(whole)
    for row in whole:
        assert list(row) == ["later", "earlier", "relation", "moved", "score"]
        assert set(row["later"]) == {"start", "end"}
        assert (row["relation"] == "added") == (not row["earlier"])
    assert any(not row["earlier"] for row in parts["plan"])


def test_outline_is_printed_as_data(run: Run) -> None:
    outline = json.loads(run("show", LATER, "--json").out)
    assert {"region", "year", "delivered", "parts", "sections", "terms"} <= set(outline)
    assert (outline["region"], outline["year"], outline["fictional"]) == ("云川区", 2025, True)
    assert [part["part"] for part in outline["parts"]] == ["opening", "review", "plan", "closing", "glossary"]
    assert set(outline["sections"][0]) == {"number", "heading", "level", "part", "start", "end"}
    assert all(set(term) == {"term", "start", "end"} for term in outline["terms"])
    assert outline["terms"]


def test_report_is_written_as_a_page_with_every_number_marked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "逐数 标注.html"
    done = run("show", LATER, "--html", path)
    assert (done.out, str(path) in done.err) == ("", True)
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(run("show", LATER, "--html", path, "--json").out)["year"] == 2025


def test_report_is_shown_to_a_person(run: Run) -> None:
    told = run("show", LATER).out
    for piece in (
        "云川区 2025",
        "虚构样例",
        "报告人",
        "程云舟",
        "结构",
        "名词解释",
        "聚力产业转型",
        "≥",
        "固定资产投资",
    ):
        assert piece in told, piece
    english = run("show", LATER, spoken="en_US.UTF-8").out
    assert "Outline" in english
    assert "an invented example" in english


def test_what_is_given_goes_before_what_is_read(run: Run) -> None:
    outline = json.loads(run("show", LATER, "--region", "青禾县", "--year", "2031", "--json").out)
    assert (outline["region"], outline["year"], outline["session"]) == ("青禾县", 2031, "2031")


def test_two_years_are_given_in_order_and_one_is_of_the_later_report(run: Run) -> None:
    both = json.loads(run("diff", EARLIER, LATER, "--json", "--year", "2030", "--year", "2031").out)
    assert (both["earlier"]["session"], both["later"]["session"]) == ("2030", "2031")
    later = json.loads(run("diff", EARLIER, LATER, "--json", "--year", "2026").out)
    assert (later["earlier"]["session"], later["later"]["session"]) == ("2024", "2026")


def test_reports_of_two_governments_are_compared_with_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("align", EARLIER, tmp_path / "a.txt")
    assert done.code == 0
    assert "两份报告属于不同的政府" in done.err
    assert all(json.loads(line) for line in done.out.splitlines())


def test_a_comparison_is_printed_as_data(run: Run) -> None:
    earlier = EARLIER.read_text(encoding="utf-8")
    whole = json.loads(run("diff", EARLIER, LATER, "--json").out)
    assert list(whole) == ["earlier", "later", "head", "changes", "links", "states", "matches", "marks", "numbers"]
    assert whole["changes"][0]["kind"] == "target_missed"
    for told in whole["changes"]:
        for text, side in ((earlier, told["earlier"]), (TEXT, told["later"])):
            assert side is None or text[side["start"] : side["end"]] == side["quote"]
    assert {edit["kind"] for match in whole["matches"] for edit in match["edits"]} == {"equal", "delete", "insert"}
    assert whole["states"]
    assert {mark["side"] for mark in whole["marks"]} == {"earlier", "later"}
    assert all(match["reason"] for match in whole["matches"])
    links = {(link["kind"], link["from"]["id"], link["to"]["id"]): link for link in whole["links"]}
    for told in whole["numbers"]:
        assert links[told["kind"], told["earlier"], told["later"]]["change"] == told["change"]
    assert any(told["bound"] == 1 and told["change"] == 0 for told in whole["numbers"])


# Changes and why they are told


def test_a_change_is_told_with_its_reason_and_its_sentences(run: Run) -> None:
    told = "".join(run("diff", EARLIER, LATER).out.split())
    assert "固定资产投资增长10%以上→增长4.3%结果应不低于10，报告的结果是4.3" in told
    assert "新建口袋公园12个没有检出结果，新一年又提出这一目标" in told
    assert "确保云川大道快速化改造工程建成通车→" in told
    assert "上年定的是投用，今年说的是在建；今年只说推进" in told
    assert "2025：" in told
    assert "虚构样例" in told


@pytest.mark.parametrize("spoken", ["zh_CN.UTF-8", "en_US.UTF-8"])
def test_no_key_of_a_reason_is_printed(run: Run, comparison: Comparison, spoken: str) -> None:
    told = run("diff", EARLIER, LATER, spoken=spoken).out
    for one in comparison.changes:
        assert because(one.reason)
        assert one.reason not in told
    assert not re.search(r"\bnth:\d|headline;|_\w+:\S", told)


def test_two_reports_without_a_change_say_so(run: Run) -> None:
    done = run("diff", LATER, LATER)
    assert done.code == 0
    assert "没有值得一说的变化" in done.out
    assert "新增 0　删去 0" in done.out


def test_a_comparison_is_written_as_a_page(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "对 读.html"
    done = run("diff", EARLIER, LATER, "--html", path)
    assert (done.code, done.out, done.err) == (0, "", f"已写入 {path}\n")
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_page_and_data_can_be_asked_for_at_once(run: Run, tmp_path: Path) -> None:
    done = run("diff", EARLIER, LATER, "--html", tmp_path / "page.html", "--json")
    assert json.loads(done.out)["changes"]
    assert (tmp_path / "page.html").is_file()


def test_a_page_that_cannot_be_written_is_said_to_be(run: Run, tmp_path: Path) -> None:
    done = run("diff", EARLIER, LATER, "--html", tmp_path / "nowhere/page.html")
    assert (done.code, done.out) == (1, "")
    assert "nowhere/page.html: 写不了这个文件" in done.err
