"""The command line on files: what it prints, how it answers bad input, what it does not import, how long it takes."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from flows import adding, building, cli, settings
from flows.legacy import OLE
from flows.messages import say
from flows.reasons import because
from tongbi import Comparison, compare, read

EARLIER, LATER = (ROOT / "corpus/sample/云川区" / f"{year}.txt" for year in (2024, 2025))
TEXT = LATER.read_text(encoding="utf-8")
HEAVY = ("prefect", "duckdb", "streamlit")
SECONDS = 3.0
"""A wide bound on the processor's time; on an idle machine the commands take 0.3 to 0.9 s."""

COMMANDS = {
    "observations": ["observations", str(LATER)],
    "links inside": ["links", str(LATER)],
    "links": ["links", str(EARLIER), str(LATER)],
    "align": ["align", str(EARLIER), str(LATER)],
    "diff": ["diff", str(EARLIER), str(LATER)],
    "show": ["show", str(LATER)],
}


@dataclass(frozen=True)
class Done:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines of a command that went well."""
        assert (self.code, self.err) == (0, "")
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def running(*arguments: object, spoken: str = "zh_CN.UTF-8") -> Done:
        monkeypatch.setenv("LC_ALL", spoken)
        monkeypatch.setattr(sys, "argv", ["tongbi", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        printed = capsys.readouterr()
        code = end.value.code
        return Done(code if isinstance(code, int) else 0, printed.out, printed.err)

    return running


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(*(read(path.read_text(encoding="utf-8"), "云川区") for path in (EARLIER, LATER)))


# What the commands print


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
    assert list(whole) == ["earlier", "later", "changes", "links", "states", "matches", "marks", "numbers"]
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


# Bad input

POEM = "山下有泉，泉上有松。\n松下无人，人在云中。\n" * 90
REVIEW = TEXT[: TEXT.index("二、2025年工作安排")]
WITHOUT_PLAN = REVIEW + "全年新建农村公路36公里，改造电网线路52公里，村村通上了公交车，群众出行更加方便。\n" * 25
BAD = {
    "empty.txt": "文件是空的",
    "一首 诗.txt": "不像政府工作报告",
    "picture.png": "不是可读的文档",
    "half.txt": "没有找到对今年工作的安排",
    "garbled.txt": "乱码",
    "old.doc": "请装 catdoc",
    "broken.docx": "重新下载",
    "folder": "文件夹",
    "nowhere.txt": "没有这个文件",
}


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files that are no report, by what is wrong with them; no program is there that reads old ones."""
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name in ("catdoc", "antiword") else which("no " + name))
    contents = {
        "empty.txt": b"",
        "一首 诗.txt": POEM.encode(),
        "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        "half.txt": WITHOUT_PLAN.encode(),
        "garbled.txt": TEXT.encode().decode("gb18030", "replace").encode(),
        "old.doc": OLE + bytes(4096),
        "broken.docx": b"PK\x03\x04" + bytes(300),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["observations", "links", "show", "diff", "align"])
def test_bad_input_is_answered_in_one_line(run: Run, bad: Path, name: str, command: str) -> None:
    done = run(command, *([EARLIER] if command in ("diff", "align") else []), bad / name)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert done.err.startswith(str(bad / name))
    assert BAD[name] in done.err


def test_bad_input_ends_a_process_with_one(bad: Path) -> None:
    command = [sys.executable, "-m", "flows.cli", "show", str(bad / "一首 诗.txt")]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "LC_ALL": "C"}, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "一首 诗.txt" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_reports_in_the_wrong_order_are_refused(run: Run) -> None:
    done = run("diff", LATER, EARLIER)
    assert (done.code, done.out) == (1, "")
    assert "次序对调" in done.err


@pytest.mark.parametrize("command", [["links", LATER], ["diff", EARLIER, LATER]])
def test_too_many_years_are_refused(run: Run, command: list[object]) -> None:
    done = run(*command, *(["--year", "2024"] * (len(command))))
    assert done.code == 1
    assert f"给了 {len(command)} 个 --year" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["observations", LATER, "--nonsense"],
        ["observations"],
        ["diff", EARLIER],
        ["align", EARLIER, LATER, "--part", "closing"],
        ["show", LATER, "--year", "last"],
        ["show", LATER, "--year", "25"],
        ["frobnicate"],
    ],
)
def test_a_wrong_option_is_a_matter_of_usage(run: Run, arguments: list[object]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_what_nobody_foresaw_is_one_line_and_a_log(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("a fault\nof ours")

    monkeypatch.setattr("flows.files.one_report", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = run("show", LATER)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "ZeroDivisionError: a fault of ours" in done.err
    (log,) = tmp_path.glob("tongbi-*.log")
    assert str(log) in done.err
    assert "Traceback" in log.read_text(encoding="utf-8")
    monkeypatch.setenv("TONGBI_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["tongbi", "show", str(LATER)])
    with pytest.raises(ZeroDivisionError):
        cli.main()


@pytest.mark.parametrize("command", ["diff", "show", "align"])
def test_a_reader_who_closes_the_pipe_ends_the_command_quietly(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    arguments = [sys.executable, "-m", "flows.cli", *COMMANDS[command]]
    done = subprocess.run(arguments, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


# What is worded


def test_messages_follow_the_locale(run: Run, bad: Path) -> None:
    assert "the file is empty" in run("show", bad / "empty.txt", spoken="en_US.UTF-8").err
    assert "文件是空的" in run("show", bad / "empty.txt", spoken="C").err


# Commands about the project


def test_help_names_every_command(run: Run) -> None:
    told = run("--help")
    assert told.code == 0
    for name in ("up", "build", "add", "serve", "show", "diff", "observations", "links", "align", "export", "check"):
        assert f" {name} " in told.out


@pytest.fixture
def project(tmp_path: Path, sample_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with an empty corpus and a published warehouse."""
    (tmp_path / "corpus").mkdir()
    monkeypatch.setenv("TONGBI_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("TONGBI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TONGBI_WAREHOUSE", str(sample_warehouse))
    return tmp_path


def test_a_view_is_exported_to_a_file_or_printed(run: Run, project: Path) -> None:
    printed = run("export", "target_ledger")
    assert printed.code == 0
    assert not printed.out.startswith("\ufeff")
    written = run("export", "target_ledger", "-o", project / "目标.csv")
    assert (written.code, written.out) == (0, "")
    rows = (project / "目标.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows == printed.out.splitlines()
    assert "固定资产投资" in printed.out


def test_an_unknown_view_is_answered_with_those_there_are(run: Run, project: Path) -> None:
    done = run("export", "passwords")
    assert (done.code, done.out) == (1, "")
    assert "target_ledger" in done.err


def test_published_data_pass_their_audits(run: Run, project: Path) -> None:
    done = run("check")
    assert (done.code, done.err) == (0, say("tell.all_pass") + "\n")


def test_without_a_corpus_the_project_commands_say_where_it_should_be(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TONGBI_CORPUS", "/no/such/corpus")
    for command in (["build"], ["up"], ["serve"], ["check"], ["export", "target_ledger"], ["add", str(LATER)]):
        done = run(*command)
        assert (done.code, done.out) == (1, "")
        assert "TONGBI_CORPUS" in done.err


@pytest.mark.parametrize(("all_taken", "code"), [(True, 0), (False, 1)])
def test_add_builds_and_says_by_its_exit_whether_all_was_taken(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, all_taken: bool, code: int
) -> None:
    calls: list[object] = []

    def take(_here: settings.Settings, *given: object) -> bool:
        calls.append(given)
        return all_taken

    monkeypatch.setattr(adding, "add", take)
    monkeypatch.setattr(building, "build", lambda _here: calls.append("built"))
    assert run("add", "a.txt", "b 文件.txt", "--region", "青禾县", "--year", "2025").code == code
    assert calls == [(["a.txt", "b 文件.txt"], "青禾县", 2025), "built"]
