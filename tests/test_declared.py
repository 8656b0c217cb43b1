"""Governments and indicators are in the warehouse as people declared them, written when that changes and only then."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT

from flows.building import nothing_new
from flows.carry import carry_out
from flows.declared import regions, register
from flows.settings import Settings
from flows.work import declared
from tongbi.series import ReportKey
from warehouse.store import Draft, published

REGIONS = """
[[regions]]
name = "澄州市"
code = ""
level = "city"
parent = ""

[[regions]]
name = "云川区"
code = ""
level = "district"
parent = "澄州市"
territories = [
  { note = "旧云川" },
  { since = 2023-02-20, note = "并入安桥" },
  { since = 2025-01-09, note = "划出云山" },
]
"""


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """A project with the three invented reports, whose territory changed twice, built."""
    corpus = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus/sample", corpus / "sample")
    (corpus / "regions.toml").write_text(REGIONS, encoding="utf-8")
    here = Settings(corpus, tmp_path / "home", tmp_path / "warehouse")
    carry_out(here)
    return here


def asked(here: Settings, statement: str) -> list[tuple[object, ...]]:
    path = published(here.warehouse)
    assert path is not None
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(statement).fetchall()


def test_what_is_declared_is_in_the_warehouse(here: Settings) -> None:
    assert asked(here, "SELECT name, level, parent FROM region ORDER BY ordinal") == [
        ("澄州市", "city", ""),
        ("云川区", "district", "澄州市"),
    ]
    assert asked(here, "SELECT ordinal, since, note FROM territory WHERE region = '云川区' ORDER BY ordinal") == [
        (0, None, "旧云川"),
        (1, date(2023, 2, 20), "并入安桥"),
        (2, date(2025, 1, 9), "划出云山"),
    ]
    known = asked(here, "SELECT id, prices, whole, additive FROM indicator ORDER BY ordinal")
    assert known == [(one.id, one.prices, one.whole, one.additive) for one in register(here.corpus).indicators]
    notes = asked(here, "SELECT indicator, since, breaks, note FROM indicator_note ORDER BY ordinal")
    assert notes == [(one.id, n.since, n.breaks, n.note) for one in register(here.corpus).indicators for n in one.notes]
    with Draft(here.warehouse, "r") as draft:
        assert draft.declared() == declared(here)


def test_a_report_speaks_of_the_territory_of_its_day(here: Settings) -> None:
    told = asked(here, "SELECT session, territory, since, note FROM report_territory ORDER BY session")
    assert told == [
        ("2023", 0, None, ""),
        ("2024", 1, date(2023, 2, 20), "并入安桥"),
        ("2025", 2, date(2025, 1, 9), "划出云山"),
    ]
    known = regions(here.corpus)
    for session, year, delivered in asked(here, "SELECT session, year, delivered FROM current_report"):
        key = ReportKey("云川区", str(session), year, delivered)  # type: ignore[arg-type]
        assert known.territory(key) == {row[0]: row[1] for row in told}[session]


def test_a_government_that_is_not_listed_has_one_territory(here: Settings) -> None:
    (here.corpus / "regions.toml").unlink()
    carry_out(here)
    assert asked(here, "SELECT count(*) FROM region") == [(0,)]
    assert asked(here, "SELECT DISTINCT territory, since FROM report_territory") == [(0, None)]


def test_they_are_written_when_they_change_and_only_then(here: Settings) -> None:
    assert not carry_out(here).published
    assert nothing_new(here) is not None
    before = asked(here, "SELECT rules FROM derivation")
    (here.corpus / "regions.toml").write_text(REGIONS.replace('code = ""', 'code = "123"', 1), encoding="utf-8")
    assert nothing_new(here) is None
    built = carry_out(here)
    assert (built.published, built.taken, built.pairs) == (True, (), 0)
    assert asked(here, "SELECT code FROM region ORDER BY ordinal") == [("123",), ("",)]
    assert asked(here, "SELECT rules FROM derivation") == before
    assert nothing_new(here) is not None


@pytest.mark.parametrize("unit", ["%", "‰"])
def test_no_rate_is_additive(unit: str) -> None:
    assert not [one.id for one in register().indicators if one.additive and unit in one.family]


@pytest.mark.parametrize("word", ["人均", "每", "率", "单位", "比重", "标准"])
def test_nothing_by_head_or_by_unit_is_additive(word: str) -> None:
    assert not [one.id for one in register().indicators if one.additive and word in one.name]
