"""The command line on files: what it prints, how it answers bad input, what it does not import, how long it takes."""

import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

EARLIER, LATER = (ROOT / "corpus/sample/云川区" / f"{year}.txt" for year in (2024, 2025))
HEAVY = ("prefect", "duckdb", "streamlit")
SECONDS = 4.0
"""A wide bound, for a machine that is busy; on an idle one the commands take 0.3 to 0.7 s."""

COMMANDS = {
    "observations": ["observations", str(LATER)],
    "links inside": ["links", str(LATER)],
    "links": ["links", str(EARLIER), str(LATER)],
    "align": ["align", str(EARLIER), str(LATER)],
    "diff": ["diff", str(EARLIER), str(LATER)],
    "show": ["show", str(LATER)],
}


def tongbi(*arguments: str, language: str = "zh_CN.UTF-8") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": language, "LANG": language, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "flows.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def rows(*arguments: str) -> list[dict[str, object]]:
    done = tongbi(*arguments)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_commands_about_files_start_quickly_and_load_nothing_heavy(name: str) -> None:
    program = (
        "import sys\nfrom flows.cli import main\ntry:\n    main()\nexcept SystemExit as end:\n"
        "    assert not end.code\n"
        f"loaded = [name for name in {HEAVY} if name in sys.modules]\nassert not loaded, loaded"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", program, *COMMANDS[name]], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert time.monotonic() - started < SECONDS
    assert done.stdout


def test_observations_quote_their_place() -> None:
    text = LATER.read_text(encoding="utf-8")
    found = rows(*COMMANDS["observations"])
    assert len(found) > 40
    assert all(text[one["start"] : one["end"]] == one["quote"] for one in found)  # type: ignore[misc]
    assert {one["role"] for one in found} == {"actual", "target"}


def test_links_inside_a_report_are_baselines_and_between_reports_the_other_lanes() -> None:
    assert {one["kind"] for one in rows(*COMMANDS["links inside"])} == {"baseline"}
    assert {one["kind"] for one in rows(*COMMANDS["links"])} == {"outcome", "revision", "series"}


def test_alignment_gives_a_row_for_each_unit_of_the_part_asked_for() -> None:
    plan = rows("align", str(EARLIER), str(LATER), "--part", "plan")
    whole = rows(*COMMANDS["align"])
    assert 0 < len(plan) < len(whole)
    assert any(not one["earlier"] for one in plan)
    assert {"later", "earlier", "relation", "moved", "score"} == set(plan[0])


def test_outline_is_printed_as_data() -> None:
    outline = json.loads(tongbi("show", str(LATER), "--json").stdout)
    assert outline["year"] == 2025
    assert [part["part"] for part in outline["parts"]] == ["opening", "review", "plan", "closing", "glossary"]
    assert outline["terms"]


def test_a_comparison_is_a_page_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert tongbi("diff", str(EARLIER), str(LATER), "--html", str(page)).returncode == 0
    html = page.read_text(encoding="utf-8")
    assert "固定资产投资" in html
    assert "<script" not in html
    assert "http" not in html


POEM = "山下有泉，泉上有松。\n松下无人，人在云中。\n" * 40


@pytest.fixture
def bad(tmp_path: Path) -> dict[str, Path]:
    """Files that are no report, by what is wrong with them."""
    text = LATER.read_text(encoding="utf-8")
    contents = {
        "empty.txt": b"",
        "poem.txt": POEM.encode(),
        "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
        "half.txt": text[: text.index("二、2025年工作安排")].encode(),
        "garbled.txt": text.encode().decode("gb18030", "replace").encode(),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    return {name: tmp_path / name for name in (*contents, "folder", "nowhere.txt")}


@pytest.mark.parametrize(
    "name", ["empty.txt", "poem.txt", "picture.png", "half.txt", "garbled.txt", "folder", "nowhere.txt"]
)
@pytest.mark.parametrize("command", ["observations", "show"])
def test_bad_input_is_answered_in_one_line(bad: dict[str, Path], name: str, command: str) -> None:
    done = tongbi(command, str(bad[name]))
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_option_is_a_matter_of_usage() -> None:
    assert tongbi("observations", str(LATER), "--nonsense").returncode == 2


def test_messages_follow_the_locale(bad: dict[str, Path]) -> None:
    assert "the file is empty" in tongbi("show", str(bad["empty.txt"]), language="en_US.UTF-8").stderr
    assert "the file is empty" not in tongbi("show", str(bad["empty.txt"])).stderr


def test_both_languages_word_the_same() -> None:
    def keys(language: str) -> set[tuple[str, str]]:
        wording = tomllib.loads((ROOT / f"flows/wording/{language}.toml").read_text(encoding="utf-8"))
        return {(table, key) for table, entries in wording.items() for key in entries}

    assert keys("zh") == keys("en")
