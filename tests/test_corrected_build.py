"""A build with corrections: what is derived again, what changes in the warehouse, which of them are told as orphans."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from conftest import ROOT

from flows.account import markdown, tell_built
from flows.building import nothing_new
from flows.carry import carry_out
from flows.checking import check
from flows.settings import Settings
from flows.work import Built
from warehouse.answers import Decided
from warehouse.store import open_published, published

REGION = "云川区"
PARKS = '{ session = "2024", quote = "新建口袋公园12个", number = "12个" }'
SCHOOLS = '{ session = "2024", quote = "新增公办学位2500个以上", number = "2500个" }'
CARE = '{ session = "2025", quote = "新增公办学位2580个、普惠性托位520个", number = "520个" }'
SCHOOL_SENTENCES = (
    'earlier = { session = "2024", quote = "新增公办学位2500个以上" }\n'
    'later = { session = "2025", quote = "新增公办学位2500个以上" }\n'
)

UNTOUCHED = {"report", "part", "section", "sentence", "term", "skipped", "layout"}
"""Tables of what was taken in, or that corrections say nothing about."""


@pytest.fixture
def here(tmp_path: Path, chinese: None) -> Settings:
    """A project of its own with the three invented reports, built."""
    corpus = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus/sample", corpus / "sample")
    project = Settings(corpus, tmp_path / "home", tmp_path / "warehouse")
    carry_out(project)
    return project


def entry(what: str, fields: str, number: int = 1, region: str = REGION) -> str:
    head = f'[[corrections]]\nid = "c{number}"\nwhat = "{what}"\nregion = "{region}"\nby = "甲"\non = 2026-11-24\n'
    return f'{head}why = "读过原文"\n{fields}\n'


DROP = entry("observation", f'decision = "drop"\nat = {PARKS}')
JOIN = entry("link", f'earlier = {PARKS}\nlater = {CARE}\nlane = "outcome"\ndecision = "join"')
MISSED = entry("verdict", f'at = {SCHOOLS}\nverdict = "missed"')
PART = entry("match", SCHOOL_SENTENCES + 'decision = "part"')
SAME = entry(
    "identity",
    'at = { session = "2025", quote = "经营主体总量达到9.2万户" }\n'
    'names = ["经营主体总量", "市场主体总量"]\ndecision = "same"',
)


def build(here: Settings, corrections: str) -> Built:
    (here.corpus / "corrections.toml").write_text(corrections, encoding="utf-8")
    return carry_out(here)


def dump(here: Settings) -> dict[str, Counter[tuple[Any, ...]]]:
    """Every row of every table but for builds, ordinals and times, counted."""
    path = published(here.warehouse)
    assert path
    with duckdb.connect(path, read_only=True) as connection:
        names = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        rows = {}
        for name in set(names) - {"build"}:
            columns = [column[0] for column in connection.execute(f"DESCRIBE {name}").fetchall()]
            kept = ", ".join(f'"{one}"' for one in columns if one not in ("ordinal", "derived_at", "match", "cluster"))
            rows[name] = Counter(connection.execute(f"SELECT {kept} FROM {name}").fetchall())  # noqa: S608
        return rows


def changed(before: dict[str, Counter[Any]], after: dict[str, Counter[Any]]) -> dict[str, tuple[int, int]]:
    """How many rows of each table went and came, where any did."""
    found = {name: ((before[name] - after[name]).total(), (after[name] - before[name]).total()) for name in before}
    return {name: counts for name, counts in found.items() if any(counts)}


@pytest.mark.parametrize(
    ("correction", "read", "compared"),
    [
        (DROP, ["2024"], 2),
        (SAME, ["2023", "2024", "2025"], 2),
        (JOIN, [], 1),
        (MISSED, [], 1),
        (PART, [], 1),
    ],
)
def test_only_what_a_correction_touches_is_derived_again(
    here: Settings, correction: str, read: list[str], compared: int
) -> None:
    before = dump(here)
    built = build(here, correction)
    assert ([one.session for one in built.taken], built.pairs, built.orphans) == (read, compared, ())
    after = dump(here)
    assert not UNTOUCHED & changed(before, after).keys()
    assert nothing_new(here) is not None
    assert not carry_out(here).published
    taken_back = build(here, "")
    assert ([one.session for one in taken_back.taken], taken_back.pairs) == (read, compared)
    assert changed(before, dump(here)) == {}


def test_a_verdict_changes_its_link_and_what_is_told_of_it(here: Settings) -> None:
    before = dump(here)
    build(here, MISSED)
    found = changed(before, dump(here))
    assert (found["link"], found["comparison"], found["correction"]) == ((1, 1), (1, 1), (0, 1))
    assert found.keys() <= {"link", "comparison", "correction", "change", "series_search"}
    with open_published(here.warehouse) as questions:
        table = questions.table("target_ledger").to_pylist()
        states = questions.table("corrections").to_pylist()
        shown = {one.indicator: one.decided for one in questions.ledger(REGION, "2024") if one.decided}
    decided = {(row["indicator"], row["verdict"], row["reason"], row["decided"]) for row in table if row["decided"]}
    assert decided == {("新增公办学位", "missed", "decided:c1", "c1")}
    assert shown == {"新增公办学位": (Decided("c1", "甲", date(2026, 11, 24), "读过原文"),)}
    assert [(row["id"], row["what"], row["decision"], row["state"]) for row in states] == [
        ("c1", "verdict", "missed", "applied")
    ]


def test_a_number_that_is_dropped_goes_with_what_was_found_about_it(here: Settings) -> None:
    before = dump(here)
    build(here, DROP)
    found = changed(before, dump(here))
    assert found["observation"] == (1, 0)
    assert found["target_state"][0] >= 1
    assert found["derivation"] == (1, 1)


def test_a_pair_of_sentences_that_is_parted_is_no_match(here: Settings) -> None:
    before = dump(here)
    build(here, PART)
    found = changed(before, dump(here))
    assert found["match"][0] >= 1
    assert "observation" not in found


def test_orphans_are_told_by_the_build_and_by_check(here: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    gone = PARKS.replace("12个", "99个")
    text = entry("observation", f'decision = "drop"\nat = {gone}')
    text += entry("verdict", f'at = {PARKS}\nverdict = "met"', 2)
    text += entry("verdict", f'at = {SCHOOLS.replace("2024", "2025")}\nverdict = "met"', 3)
    text += entry("verdict", f'at = {SCHOOLS}\nverdict = "met"', 4, "云上区")
    text += MISSED.replace('"c1"', '"c5"')
    built = build(here, text)
    told = [(one.id, one.state) for one in built.orphans]
    assert told == [
        ("c1", "quote_not_found"), ("c2", "no_outcome"), ("c3", "not_neighbours"), ("c4", "report_not_held"),
    ]  # fmt: skip
    tell_built(built, 1.0)
    by_build = capsys.readouterr().err
    assert check(here)
    for said in (by_build, capsys.readouterr().err, markdown(built)):
        assert all(name in said for name in ("c1", "c2", "c3", "c4", "没有这句原话"))
        assert "c5" not in said
    again = carry_out(here)
    assert (again.published, again.orphans) == (False, built.orphans)
    up_to_date = nothing_new(here)
    assert up_to_date is not None
    assert up_to_date.orphans == built.orphans


def test_a_quote_that_comes_back_takes_effect_again(here: Settings) -> None:
    document = here.corpus / "sample" / REGION / "2024.txt"
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("新建口袋公园12个", "新建街心公园12个"), encoding="utf-8")
    assert [one.state for one in build(here, DROP).orphans] == ["quote_not_found"]
    document.write_text(text, encoding="utf-8")
    assert carry_out(here).orphans == ()


def test_a_person_may_judge_what_the_rule_cannot_compare(here: Settings) -> None:
    """Such a verdict passes the audits; a rule's would not."""
    build(here, JOIN + entry("verdict", f'at = {PARKS}\nverdict = "not_comparable"', 2))
    with open_published(here.warehouse) as questions:
        assert questions.audit() == []
        (row,) = (one for one in questions.table("target_ledger").to_pylist() if one["decided"])
    assert (row["verdict"], row["decided"]) == ("not_comparable", "c1,c2")
