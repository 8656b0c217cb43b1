"""A renamed alias, a correction, another rule of verdicts: each changes what it must, and is told as what it is."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pytest
from conftest import ROOT
from decided import entry

from flows.carry import carry_out
from flows.settings import Settings
from tongbi import rules, vocabulary
from warehouse.sql import statements
from warehouse.store import published

REGION = "云川区"
JOBS = """
[[indicators]]
id = "urban_jobs"
name = "城镇新增就业"
aliases = ["{alias}"]
unit = "人"
better = "more"
"""
ALIAS, RENAMED = "城镇开辟岗位", "城镇添置岗位"
PARKS = '{ session = "2024", quote = "新建口袋公园12个", number = "12个" }'
SCHOOLS = '{ session = "2024", quote = "新增公办学位2500个以上", number = "2500个" }'
CARE = '{ session = "2025", quote = "新增公办学位2580个、普惠性托位520个", number = "520个" }'
SCHOOL_SENTENCES = (
    'earlier = { session = "2024", quote = "新增公办学位2500个以上" }\n'
    'later = { session = "2025", quote = "新增公办学位2500个以上" }\n'
)
DROP = entry("observation", f'decision = "drop"\nat = {PARKS}')
ROUND = entry("observation", f'decision = "set"\nat = {SCHOOLS}\nset = {{ bound = "approx" }}')
SAME = entry(
    "identity",
    'at = { session = "2025", quote = "经营主体总量达到9.2万户" }\n'
    'names = ["经营主体总量", "市场主体总量"]\ndecision = "same"',
)
JOIN = entry("link", f'earlier = {PARKS}\nlater = {CARE}\nlane = "outcome"\ndecision = "join"')
MISSED = entry("verdict", f'at = {SCHOOLS}\nverdict = "missed"')
PART = entry("match", SCHOOL_SENTENCES + 'decision = "part"')

Row = tuple[tuple[str, Any], ...]
Dump = dict[str, Counter[Row]]

UNTOLD = {"ordinal", "rules", "derived_at", "taken_in_at", "decisions", "digest", "score"}
"""Columns that no reader is told of, or that change with every build."""

ORDER = re.compile(r";nth:\d+")
"""In the reason of a change: how many of its kind weigh more. It counts the others, as the rank does."""
OF_BUILDS = {"correction", "derivation", "comparison", "series_search"}
"""Tables that say what a build went by, and nothing about a report."""
OF_READINGS = ("observation", "link", "target_state")
POLICY = (
    "ranked_change", "every_change", "silences", "target_ledger", "indicator_series", "scorecard", "phrases",
    "aligned_sentence", "cited_observation",
)  # fmt: skip


@pytest.fixture(scope="module")
def as_it_was(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The corpus, built; the sample's last review tells new jobs under a name that only the corpus's register knows."""
    where = tmp_path_factory.mktemp("effects")
    shutil.copytree(ROOT / "corpus", where / "corpus")
    last = where / "corpus/sample" / REGION / "2025.txt"
    text = last.read_text(encoding="utf-8")
    assert text.count("城镇新增就业1.23万人") == 1
    last.write_text(text.replace("城镇新增就业1.23万人", f"{ALIAS}1.23万人"), encoding="utf-8")
    here = Settings(where / "corpus", where / "home", where / "warehouse")
    named(here, ALIAS)
    carry_out(here)
    return here


@pytest.fixture
def here(as_it_was: Settings, tmp_path: Path) -> Settings:
    """A copy of it to change."""
    for folder in ("corpus", "warehouse"):
        shutil.copytree(as_it_was.corpus.parent / folder, tmp_path / folder)
    return Settings(tmp_path / "corpus", tmp_path / "home", tmp_path / "warehouse")


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes 左右 stricter: a hundredth of the target is let through, not a tenth. The rules are others then."""

    def make() -> None:
        stricter = msgspec.structs.replace(vocabulary.verdicts(), tolerance=Decimal("0.01"))
        monkeypatch.setattr(vocabulary, "verdicts", lambda: stricter)
        monkeypatch.setattr(rules, "version", lambda: "stricter")

    return make


def named(here: Settings, alias: str) -> None:
    own = (ROOT / "corpus/indicators.toml").read_text(encoding="utf-8")
    (here.corpus / "indicators.toml").write_text(own + JOBS.format(alias=alias), encoding="utf-8")


def decide(here: Settings, *corrections: str) -> None:
    one_after_another = [text.replace('"c1"', f'"c{place}"') for place, text in enumerate(corrections, start=1)]
    (here.corpus / "corrections.toml").write_text("".join(one_after_another), encoding="utf-8")


def dump(here: Settings, names: Iterable[str] | None = None) -> Dump:
    """Count the rows of tables and views, all tables unless named, without the columns that no reader is told of."""
    path = published(here.warehouse)
    assert path is not None
    counted = {}
    with duckdb.connect(path, read_only=True) as connection:
        for name in names or (name for name in statements("schema") if name != "build"):
            rows = connection.table(name).to_arrow_table().to_pylist()
            told = (
                [(key, ORDER.sub("", str(value))) for key, value in row.items() if key not in UNTOLD] for row in rows
            )
            counted[name] = Counter(map(tuple, told))
    return counted


def asked(here: Settings, name: str) -> Counter[Row]:
    return dump(here, [name])[name]


def differing(before: Dump, after: Dump) -> Dump:
    """The rows that went and those that came, by table."""
    both = {name: (before[name] - after[name]) + (after[name] - before[name]) for name in before}
    return {name: rows for name, rows in both.items() if rows and not name.endswith("_before")}


def ids(rows: Counter[Row]) -> Iterator[set[str]]:
    """The observations that each row speaks of."""
    for row in rows:
        yield {one for _, value in row for one in re.findall(r"\b[0-9a-f]{12}:\d+:\d+:\d+\b", value)}


def of_rows(changes: Dump) -> list[tuple[str, Counter[Row]]]:
    """What differs in tables that say something about reports."""
    return [(name, rows) for name, rows in changes.items() if name not in OF_BUILDS]


def called(here: Settings, *names: str) -> set[str]:
    """The ids of the observations of these names."""
    return {dict(row)["id"] for row in asked(here, "observation") if dict(row)["indicator"] in names}


Told = Counter[tuple[str, ...]]


def told(here: Settings) -> Told:
    """What `extraction_changes` tells: gained or lost, and which observation, link or state."""
    rows: Told = Counter()
    for row in map(dict, asked(here, "extraction_changes")):
        table = {"observation": "observation", "state": "target_state"}.get(row["what"], "link")
        of_table = {
            "observation": ("id", "indicator_id", "bound"),
            "target_state": ("id", "state", "reason"),
            "link": ("id", "other_id", "lane", "verdict", "note", "reason"),
        }[table]
        rows[(row["kind"], table, *(row[name] for name in of_table))] += 1
    return rows


def found(before: Dump, after: Dump) -> Told:
    """The same from the tables as they were before and are now."""
    columns = {
        "observation": ("id", "indicator_id", "bound"),
        "target_state": ("observation", "state", "reason"),
        "link": ("earlier_id", "later_id", "kind", "verdict", "note", "reason"),
    }
    rows: Told = Counter()
    for table, names in columns.items():
        for kind, gone in (("lost", before[table] - after[table]), ("gained", after[table] - before[table])):
            for row, count in gone.items():
                rows[(kind, table, *(dict(row)[name] for name in names))] += count
    return rows


def causes(here: Settings) -> set[str]:
    return {dict(row)["cause"] for row in asked(here, "extraction_changes")}


def built_anew(here: Settings, where: Path) -> Settings:
    """The same corpus under the same rules, built where nothing was before."""
    fresh = Settings(here.corpus, here.home, where / "fresh")
    carry_out(fresh)
    return fresh


def test_a_renamed_alias_changes_its_indicator_alone_and_is_told(here: Settings, tmp_path: Path) -> None:
    before, jobs = dump(here), called(here, ALIAS, "城镇新增就业")
    named(here, RENAMED)
    carry_out(here)
    after = dump(here)
    changes = differing(before, after)
    assert changes.keys() - OF_BUILDS <= {*OF_READINGS, "change", "line", "target_search"}
    assert changes["observation"]
    for name, rows in of_rows(changes):
        assert [row for row, of_row in zip(rows, ids(rows), strict=True) if not of_row & jobs] == [], name
    renamed = called(here, ALIAS)
    assert all(of_row <= renamed for of_row in ids(changes["observation"]))
    assert ("lost", "link") in {one[:2] for one in told(here)}
    assert told(here) == found(before, after)
    assert causes(here) == {"rules"}
    fresh = built_anew(here, tmp_path)
    assert dump(here, POLICY) == dump(fresh, POLICY)
    # the name comes back: all is as before, and told against what was read in between
    named(here, ALIAS)
    carry_out(here)
    assert differing(before, dump(here)) == {}
    assert told(here) == found(after, before)


def test_another_rule_changes_verdicts_alone_and_is_told(
    here: Settings, strict: Callable[[], None], tmp_path: Path
) -> None:
    before = dump(here)
    strict()
    carry_out(here)
    after = dump(here)
    changes = differing(before, after)
    assert changes.keys() - OF_BUILDS == {"link", "change"}
    let_through = {dict(row)["later_id"] for row in before["link"] if "within_tolerance" in dict(row)["note"]}
    assert let_through
    for name, rows in of_rows(changes):
        assert all(of_row & let_through for of_row in ids(rows)), name
    assert {dict(row)["verdict"] for row in changes["link"]} == {"met", "missed"}
    assert told(here) == found(before, after)
    rows = [dict(row) for row in asked(here, "extraction_changes")]
    assert {(row["what"], row["kind"], row["lane"], row["verdict"]) for row in rows} == {
        ("verdict", "lost", "outcome", "met"),
        ("verdict", "gained", "outcome", "missed"),
    }
    for row in rows:
        assert (row["session"], row["other_session"]) in (("2023", "2024"), ("2024", "2025"))
        assert (row["cause"], row["decided"]) == ("rules", "")
        assert REGION in row["citation"]
        assert REGION in row["other_citation"]
        assert "None" not in (row["quote"], row["other_quote"], row["rules_before"])
    fresh = built_anew(here, tmp_path)
    assert dump(here, POLICY) == dump(fresh, POLICY)


def test_no_view_of_policy_looks_at_what_was_found_before() -> None:
    kept = re.compile(r"\b(reading|observation|link|target_state)_before\b")
    readers = {name for name, statement in statements("views").items() if kept.search(statement)}
    assert readers == {"extraction_changes"}


@pytest.mark.parametrize(
    ("correction", "about"),
    [
        (DROP, ("新建口袋公园",)),
        (ROUND, ("新增公办学位",)),
        (SAME, ("经营主体总量", "市场主体总量", "经营主体", "市场主体")),
        (JOIN, ("新建口袋公园", "新增普惠性托位", "普惠性托位")),
        (MISSED, ("新增公办学位",)),
        (PART, ("新增公办学位",)),
    ],
    ids=["drop", "set", "identity", "link", "verdict", "match"],
)
def test_a_correction_changes_what_it_is_about_and_is_no_change_of_reading(
    here: Settings, correction: str, about: tuple[str, ...]
) -> None:
    before, meant = dump(here), called(here, *about)
    decide(here, correction)
    built = carry_out(here)
    assert built.orphans == ()
    changes = differing(before, dump(here))
    of_sentences = {"match", "edit", "mark"}
    for name, rows in of_rows(changes):
        assert name in of_sentences or all(not of_row or of_row & meant for of_row in ids(rows)), name
    assert bool(changes.keys() & of_sentences) == (correction == PART)
    assert not told(here)


@pytest.mark.parametrize("together", [True, False])
def test_what_a_person_decided_is_told_apart_from_what_the_rules_did(
    here: Settings, strict: Callable[[], None], together: bool
) -> None:
    before = dump(here)
    strict()
    if not together:
        carry_out(here)
        by_rules = told(here)
        assert causes(here) == {"rules"}
    decide(here, MISSED, DROP)
    assert carry_out(here).orphans == ()
    assert told(here) == found(before, dump(here))
    rows = [dict(row) for row in asked(here, "extraction_changes")]
    decided = {(row["kind"], row["indicator"], row["verdict"]) for row in rows if row["cause"] == "decided"}
    assert decided == {("gained", "新增公办学位", "missed")}
    # nothing is laid to the rules where corrections came too; the pair without one is told as before
    assert {row["cause"] for row in rows if "2024" in (row["session"], row["other_session"])} == {"decided", "either"}
    if not together:
        assert by_rules - told(here) == Counter()


def test_what_is_read_again_under_the_same_rules_is_told_against_the_rules_before(
    here: Settings, strict: Callable[[], None]
) -> None:
    before = dump(here)
    strict()
    carry_out(here)
    decide(here, DROP)
    carry_out(here)
    decide(here)
    carry_out(here)
    assert told(here) == found(before, dump(here))
    assert causes(here) == {"rules"}
