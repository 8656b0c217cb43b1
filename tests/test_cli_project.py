"""The command line on a project: help, export, audits, what is said without a corpus."""

from pathlib import Path

import pytest
from commands import LATER, Run

from flows import adding, building, settings
from flows.messages import say


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
