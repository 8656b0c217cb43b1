"""A build: what it reads and leaves alone, what it sets aside, what it publishes; once as a flow on a real Prefect."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

from flows.building import nothing_new
from flows.carry import carry_out
from flows.declared import rules_version
from flows.settings import Settings
from warehouse.store import open_published, published

POEM = "山下有泉，泉上有松。\n松下无人，人在云中。\n"


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """A project of its own with the three invented reports."""
    corpus = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus" / "sample", corpus / "sample")
    for name in ("indicators.toml", "regions.toml"):
        shutil.copy(ROOT / "corpus" / name, corpus)
    return Settings(corpus, tmp_path / "home", tmp_path / "warehouse")


def build(here: Settings) -> tuple[bool, list[str], list[tuple[str, str]]]:
    """Build once without Prefect: whether it published, which files it read, which it set aside and why."""
    built = carry_out(here, rules_version(here.corpus))
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
