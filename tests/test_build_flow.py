"""A build: what it reads and leaves alone, what it sets aside, what it publishes; once as a flow on a real Prefect."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from flows import ingest, work
from flows.account import markdown, tell_built
from flows.building import nothing_new
from flows.carry import carry_out
from flows.settings import Settings
from tongbi import Comparison, Report, TongbiError
from tongbi.decisions import Decisions
from tongbi.errors import AuditFailed
from tongbi.register import Register
from warehouse.store import Draft, Finding, open_published, published

POEM = "山下有泉，泉上有松。\n松下无人，人在云中。\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A project of its own with the three invented reports, told of in Chinese."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    corpus = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus" / "sample", corpus / "sample")
    for name in ("indicators.toml", "regions.toml"):
        shutil.copy(ROOT / "corpus" / name, corpus)
    return Settings(corpus, tmp_path / "home", tmp_path / "warehouse")


def change_the_rules(here: Settings) -> None:
    """Let everything have to be read again."""
    own = '[[indicators]]\nid = "pocket_parks"\nname = "新建口袋公园"\naliases = []\nunit = "个"\nbetter = "more"\n'
    (here.corpus / "indicators.toml").write_text(own, encoding="utf-8")


def cut_the_territory(here: Settings, year: int) -> None:
    """Let the name of the government stand for another territory from a day of this year on."""
    declared = f"""[[regions]]
name = "云川区"
code = ""
level = "district"
parent = ""
[[regions.territories]]
note = "旧"
[[regions.territories]]
since = {year}-06-01
note = "新"
"""
    (here.corpus / "regions.toml").write_text(declared, encoding="utf-8")


def build(here: Settings) -> tuple[bool, list[str], list[tuple[str, str]]]:
    """Build once without Prefect: whether it published, which files it read, which it set aside and why."""
    built = carry_out(here)
    read = sorted(Path(one.file).name for one in built.taken)
    return built.published, read, [(Path(one.file).name, one.code) for one in built.skipped]


def test_all_is_read_once_and_then_nothing(here: Settings) -> None:
    assert build(here) == (True, ["2023.txt", "2024.txt", "2025.txt"], [])
    file = published(here.warehouse)
    assert build(here) == (False, [], [])
    assert nothing_new(here) is not None
    assert published(here.warehouse) == file


def test_only_what_changed_is_read_again(here: Settings) -> None:
    build(here)
    changed = here.corpus / "sample" / "云川区" / "2024.txt"
    changed.write_text(changed.read_text(encoding="utf-8").replace("新建口袋公园12个", "新建口袋公园14个"), "utf-8")
    assert nothing_new(here) is None
    assert build(here) == (True, ["2024.txt"], [])
    with open_published(here.warehouse) as questions:
        quotes = {row.target.quote for row in questions.ledger("云川区", "2024")}
    assert "14个" in quotes
    assert "12个" not in quotes


def test_what_is_no_report_stands_aside_and_the_run_goes_on(here: Settings) -> None:
    (here.corpus / "某县").mkdir()
    (here.corpus / "某县" / "2024.txt").write_text(POEM, encoding="utf-8")
    is_published, read, aside = build(here)
    assert is_published
    assert read == ["2023.txt", "2024.txt", "2025.txt"]
    assert [name for name, _ in aside] == ["2024.txt"]
    assert build(here)[0] is False


def test_a_report_that_is_gone_is_withdrawn(here: Settings) -> None:
    build(here)
    (here.corpus / "sample" / "云川区" / "2025.txt").unlink()
    assert build(here)[0]
    with open_published(here.warehouse) as questions:
        assert [place.sessions for place in questions.governments()] == [("2023", "2024")]


def test_of_two_documents_of_a_session_one_is_used_and_the_other_waits(here: Settings) -> None:
    folder = here.corpus / "sample" / "云川区"
    plain, page = folder / "2024.txt", folder / "2024.html"
    text = plain.read_text(encoding="utf-8")
    page.write_text("".join(f"<p>{line}</p>" for line in text.splitlines()), encoding="utf-8")
    assert build(here) == (True, ["2023.txt", "2024.txt", "2025.txt"], [("2024.html", "duplicate")])
    assert build(here)[0] is False
    plain.unlink()
    assert build(here) == (True, ["2024.html"], [])
    plain.write_text(text, encoding="utf-8")
    assert build(here) == (True, ["2024.txt"], [("2024.html", "duplicate")])


def test_a_government_s_own_indicators_are_part_of_the_rules(here: Settings) -> None:
    build(here)
    change_the_rules(here)
    assert build(here) == (True, ["2023.txt", "2024.txt", "2025.txt"], [])
    with open_published(here.warehouse) as questions:
        named = {row.indicator: row.indicator_id for row in questions.ledger("云川区", "2024")}
    assert named["新建口袋公园"] == "pocket_parks"


def test_reports_of_two_territories_are_not_compared(here: Settings) -> None:
    build(here)
    cut_the_territory(here, 2024)
    assert build(here)[0]
    with open_published(here.warehouse) as questions:
        assert [(pair.earlier, pair.later) for pair in questions.pairs("云川区")] == [("2023", "2024")]
    assert build(here)[0] is False


def test_a_report_on_which_the_program_fails_is_named(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = work.take

    def take(corpus: Path, found: ingest.Found, known: Register, decided: Decisions) -> ingest.Taken:
        if found.path.endswith("2024.txt"):
            raise KeyError("a word that nobody wrote")
        return whole(corpus, found, known, decided)

    monkeypatch.setattr(work, "take", take)
    assert build(here) == (True, ["2023.txt", "2025.txt"], [("2024.txt", "crashed")])


def test_a_pair_on_which_the_program_fails_is_named(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = work.compare

    def compare(earlier: Report, later: Report, *, register: Register, decisions: Decisions) -> Comparison:
        if later.year == 2025:
            raise KeyError("a word that nobody wrote")
        return whole(earlier, later, register=register, decisions=decisions)

    monkeypatch.setattr(work, "compare", compare)
    built = carry_out(here)
    assert (built.pairs, [(one.earlier, one.later) for one in built.uncompared]) == (1, [("2024", "2025")])
    assert "云川区 2024 → 2025" in markdown(built)


def say_often(here: Settings, session: str, times: int) -> None:
    """Let the report of a session say a phrase in quotation marks."""
    file = here.corpus / "sample" / "云川区" / f"{session}.txt"
    text = file.read_text(encoding="utf-8").replace("推行“一窗办到底”，", "")
    place = text.index("新建口袋公园")
    file.write_text(text[:place] + "推行“一窗办到底”，" * times + text[place:], encoding="utf-8")


def phrases(here: Settings) -> list[tuple[str, str, int, str]]:
    """Phrase, session, count and state of what is published."""
    with open_published(here.warehouse) as questions:
        told = questions.table("phrases").to_pylist()
    return [(row["phrase"], row["session"], row["count"], row["state"]) for row in told]


def test_set_phrases_are_looked_for_where_a_report_of_the_government_changed(here: Settings) -> None:
    looked: list[tuple[str, ...]] = []

    def search(*given: Any) -> Any:
        looked.extend(tuple(one.session for one in each.reports) for each in given[1].items)
        return work.search_batch(*given)

    def build_watched() -> None:
        carry_out(here, steps=replace(work.Steps(), search_batch=search))

    say_often(here, "2024", 9)
    build_watched()
    assert [sorted(one) for one in looked] == [["2023", "2024", "2025"]]
    assert phrases(here) == [("一窗办到底", "2024", 9, "new"), ("一窗办到底", "2025", 0, "gone")]
    build_watched()
    other = here.corpus / "某区"
    other.mkdir()
    text = (here.corpus / "sample" / "云川区" / "2024.txt").read_text(encoding="utf-8")
    (other / "2024.txt").write_text(text.replace("云川区", "某区"), encoding="utf-8")
    build_watched()
    assert looked[1:] == [("2024",)]
    del looked[1:]
    say_often(here, "2025", 12)
    build_watched()
    assert len(looked) == 2
    assert phrases(here)[-1] == ("一窗办到底", "2025", 12, "steady")
    (here.corpus / "sample" / "云川区" / "2023.txt").unlink()
    build_watched()
    assert sorted(looked[2]) == ["2024", "2025"]
    assert phrases(here) == []


def test_reports_of_a_former_territory_say_nothing_of_the_present_one(here: Settings) -> None:
    say_often(here, "2024", 9)
    cut_the_territory(here, 2023)
    build(here)
    assert phrases(here) == []


def test_a_government_on_whose_phrases_the_program_fails_is_named(
    here: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise KeyError("a word that nobody wrote")

    monkeypatch.setattr(work, "set_phrases", fail)
    built = carry_out(here)
    assert built.published
    assert [one.region for one in built.unsearched] == ["云川区"]
    assert "- 云川区: KeyError" in markdown(built)
    tell_built(built, 1.0)
    assert "云川区: KeyError" in capsys.readouterr().err


def test_a_fault_that_hits_every_report_stops_the_build(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    build(here)
    change_the_rules(here)
    file = published(here.warehouse)

    def take(*_given: object) -> ingest.Taken:
        raise KeyError("no vocabulary")

    monkeypatch.setattr(work, "take", take)
    with pytest.raises(KeyError):
        carry_out(here)
    assert published(here.warehouse) == file


@pytest.mark.parametrize("step", ["write_reports", "compare_batch", "publish"])
def test_a_step_that_fails_leaves_in_force_what_was(here: Settings, step: str) -> None:
    def fail(*_given: object) -> None:
        raise OSError("disk full")

    build(here)
    change_the_rules(here)
    file = published(here.warehouse)
    with pytest.raises(OSError, match="disk full"):
        carry_out(here, steps=replace(work.Steps(), **{step: fail}))
    assert published(here.warehouse) == file
    assert not list(here.warehouse.glob("draft*"))


def test_a_failed_audit_publishes_nothing(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    build(here)
    change_the_rules(here)
    file = published(here.warehouse)
    monkeypatch.setattr(Draft, "audit", lambda _draft: [Finding("quote_is_slice", "start=1")])
    with pytest.raises(AuditFailed, match="quote_is_slice"):
        carry_out(here)
    assert published(here.warehouse) == file


KILLED = """
import os, signal, sys
from flows import work
from flows.carry import carry_out
from flows.settings import settings
steps = work.Steps(publish=lambda draft, unchanged: os.kill(os.getpid(), signal.SIGKILL))
carry_out(settings(), steps=steps)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_a_killed_build_leaves_in_force_what_was(here: Settings) -> None:
    build(here)
    change_the_rules(here)
    file = published(here.warehouse)
    assert file is not None
    before = file.read_bytes()
    done = subprocess.run([sys.executable, "-c", KILLED], env={**os.environ, **here.environment}, check=False)
    assert done.returncode == -signal.SIGKILL
    assert published(here.warehouse) == file
    assert file.read_bytes() == before
    (here.corpus / "sample" / "云川区" / "2025.txt").unlink()
    assert build(here)[0]
    assert not list(here.warehouse.glob("draft*"))


def test_two_builds_at_once_are_one_too_many(here: Settings) -> None:
    with Draft(here.warehouse, "rules"), pytest.raises(TongbiError) as caught:
        build(here)
    assert caught.value.code == "busy"


def test_the_account_says_what_was_done(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    (here.corpus / "某|县").mkdir()
    (here.corpus / "某|县" / "2024.txt").write_text(POEM, encoding="utf-8")
    built = carry_out(here)
    tell_built(built, 1.0)
    told = capsys.readouterr().err
    assert "共 3 份报告" in told
    assert "某|县/2024.txt" in told
    assert "某\\|县/2024.txt" in markdown(built)
    (here.corpus / "sample" / "云川区" / "2023.txt").unlink()
    assert "- 云川区 2023" in markdown(carry_out(here))


@pytest.fixture
def prefect(tmp_path: Path) -> Iterator[None]:
    """A Prefect of its own; its environment comes before its first import."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=90):
        yield


@pytest.mark.flow
@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("prefect")
def test_the_flow_publishes_and_leaves_its_account(here: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.client.orchestration import get_client

    from flows.build import build as flow

    for name, folder in (("CORPUS", here.corpus), ("HOME", here.home), ("WAREHOUSE", here.warehouse)):
        monkeypatch.setenv(f"TONGBI_{name}", str(folder))
    (here.corpus / "某县").mkdir()
    (here.corpus / "某县" / "2024.txt").write_text(POEM, encoding="utf-8")
    assert flow().published
    with open_published(here.warehouse) as questions:
        assert questions.changes("云川区", "2024", "2025")[0].kind == "target_missed"
    with get_client(sync_client=True) as client:
        accounts = [one.data for one in client.read_artifacts() if one.key == "build"]
    assert len(accounts) == 1
    assert "云川区" in str(accounts[0])
    assert "某县" in str(accounts[0])
