"""What a build leaves alone: a report that comes changes rows of its own government and of nobody else's."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import ROOT

from flows.carry import carry_out
from flows.settings import Settings
from tongbi.errors import AuditFailed
from warehouse.sql import statements
from warehouse.store import Draft, published

SAMPLE = ROOT / "corpus" / "sample" / "云川区"
OF_THE_BUILD = {"build", "layout"}


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """A project with the three invented reports and, of a second invented district, the first two."""
    corpus = tmp_path / "corpus"
    shutil.copytree(SAMPLE, corpus / "云川区")
    for name in ("indicators.toml", "regions.toml"):
        shutil.copy(ROOT / "corpus" / name, corpus)
    here = Settings(corpus, tmp_path / "home", tmp_path / "warehouse")
    for year in (2023, 2024):
        put(here, year)
    return here


def put(here: Settings, year: int) -> None:
    """Put the second district's report of a year into the corpus: the sample's, with the names of another place."""
    folder = here.corpus / "安桥区"
    folder.mkdir(exist_ok=True)
    for ending in (".txt", ".toml"):
        text = (SAMPLE / f"{year}{ending}").read_text(encoding="utf-8").replace("云川", "安桥")
        (folder / f"{year}{ending}").write_text(text, encoding="utf-8")


def held(here: Settings) -> dict[str, Counter[Any]]:
    """Every row of every table, but for those that tell of the builds themselves."""
    path = published(here.warehouse)
    assert path is not None
    with duckdb.connect(path, read_only=True) as connection:
        return {
            name: Counter(tuple(sorted(row.items())) for row in connection.table(name).to_arrow_table().to_pylist())
            for name in statements("schema")
            if name not in OF_THE_BUILD
        }


def test_a_report_that_comes_changes_only_rows_of_its_own_government(here: Settings) -> None:
    carry_out(here)
    before = held(here)
    put(here, 2025)
    assert [(one.region, one.session) for one in carry_out(here).taken] == [("安桥区", "2025")]
    after = held(here)
    changed = {
        (name, dict(row)["region"])
        for name in before
        for row in (before[name] - after[name]) + (after[name] - before[name])
    }
    assert {region for _, region in changed} == {"安桥区"}
    assert {"report", "observation", "comparison", "match", "link", "target_state", "series_search"} <= {
        name for name, _ in changed
    }
    # of its own government too, what was found before stays: only set phrases and ledger look at all reports at once
    gone = {name for name in before if before[name] - after[name]}
    assert gone <= {"phrase", "series_search", "long_state", "line", "candidate"}
    # and when it goes, all is as it was, but that its report stays held
    (here.corpus / "安桥区" / "2025.txt").unlink()
    carry_out(here)
    again = held(here)
    of_pairs = ("comparison", "match", "edit", "mark", "link", "target_state", "change", "head_fact", "phrase")
    kept = {name: again[name] - before[name] for name in of_pairs}
    assert {name for name in of_pairs if before[name] - again[name] or kept[name]} == {"link"}
    assert {dict(row)["kind"] for row in kept["link"]} == {"baseline"}


@pytest.mark.parametrize("few", [0, 8])
def test_a_fault_in_what_a_build_touched_stops_it(here: Settings, monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("warehouse.audits._FEW", few)
    carry_out(here)
    with Draft(here.warehouse, "r") as draft:
        draft.withdraw([("安桥区", "2024")])
        draft._connection.execute("UPDATE observation SET quote = '三' WHERE region = '安桥区' AND ordinal = 0")
        with pytest.raises(AuditFailed, match="quote_is_slice"):
            draft.publish()


def test_a_layout_of_before_with_more_reports_than_a_batch_is_built_anew(
    here: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.carry.BATCH", 2)
    put(here, 2025)
    carry_out(here)
    before = held(here)
    # what a new layout leaves: reports without rules, and nothing that was derived from them
    with Draft(here.warehouse, "") as draft:
        for statement in ("DELETE FROM derivation", "DELETE FROM series_search"):
            draft._connection.execute(statement)
        draft.publish()
    assert len(carry_out(here).taken) == 6
    assert held(here)["phrase"] == before["phrase"]
