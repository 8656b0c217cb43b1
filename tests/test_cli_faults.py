"""The command line on bad input and wrong usage: one line that says what and where, and the right exit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import COMMANDS, EARLIER, LATER, TEXT, Run

from flows import cli
from flows.legacy import OLE

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


def test_messages_follow_the_locale(run: Run, bad: Path) -> None:
    assert "the file is empty" in run("show", bad / "empty.txt", spoken="en_US.UTF-8").err
    assert "文件是空的" in run("show", bad / "empty.txt", spoken="C").err
