"""What the tests share: where the annotated reports and a browser are, and when their absence is a failure."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from commands import Run

    from flows.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
REQUIRED = {name for name in os.environ.get("TONGBI_REQUIRE", "").split(",") if name}


def _absent(name: str, why: str) -> None:
    """Skip, saying why; fail where TONGBI_REQUIRE says that this must be here."""
    if name in REQUIRED:
        pytest.fail(f"TONGBI_REQUIRE={name}: {why}", pytrace=False)
    pytest.skip(why)


FIGURES = "figures"
"""The property of a test's report under which the figures it measured go to the end of the run, from any worker."""


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tells a figure that a test measured: all of them are printed together behind the last test."""
    return lambda line: record_property(FIGURES, line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests told, in the order of the tests' names."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    told = [(report.nodeid, value) for report in reports for name, value in report.user_properties if name == FIGURES]
    if told:
        terminalreporter.section("figures")
        for _, line in sorted(told, key=lambda one: one[0]):
            terminalreporter.line(str(line))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated and real reports, beside the project or where TONGBI_SHARED points."""
    folder = Path(os.environ.get("TONGBI_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        _absent("shared", f"annotated reports not found at {folder.name}/gold beside the project")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium that playwright can drive."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    _absent("browser", "no chromium on PATH")
    raise AssertionError


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published warehouse of the corpus: the invented district's three reports, the real one alone."""
    from published import publish

    return publish(ROOT / "corpus", tmp_path_factory.mktemp("warehouse"))


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in Chinese, whatever the machine speaks."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Run":
    """Runs a command in this process."""
    from commands import runner

    return runner(monkeypatch, capsys)


@pytest.fixture
def here(tmp_path: Path) -> "Settings":
    """A project without a document, with an inbox."""
    from flows.settings import Settings

    (tmp_path / "corpus/inbox").mkdir(parents=True)
    return Settings(tmp_path / "corpus", tmp_path / "home", tmp_path / "warehouse")
