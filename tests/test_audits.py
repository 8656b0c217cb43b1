"""Each audit is shown to catch the fault that it is named after; what is right passes all of them."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest
from invented import REGION, baselines, compare, festival, over_years, reports, sources

from warehouse.audits import audit
from warehouse.sql import Folder, statements
from warehouse.store import Draft

LONG = (
    "INSERT INTO long_link SELECT region, earlier, later, earlier_sha256, later_sha256, rules, ordinal, "
    "(SELECT observation FROM long_state) AS earlier_id, later_id, comparable, change, verdict, note, score, reason, "
    "decided FROM link WHERE kind = 'outcome' AND verdict = 'met'"
)
"""The outcome of one year, as one of several years for the forests that are due in 2030."""

# The audit, and what is done to a warehouse that passes so that it has one fault of this kind.
FAULTS = [
    ("quote_is_slice", "UPDATE observation SET quote = '321亿元' WHERE quote = '320亿元'"),
    ("quote_is_slice", "UPDATE observation SET start = start + 1, \"end\" = \"end\" + 1 WHERE quote = '5.8%'"),
    ("parts_cover", "UPDATE part SET \"end\" = \"end\" - 1 WHERE kind = 'review'"),
    ("parts_cover", "UPDATE part SET start = start + 1 WHERE kind = 'opening'"),
    ("parts_cover", "DELETE FROM part WHERE kind = 'glossary'"),
    ("parts_cover", "DELETE FROM part"),
    ("spans_nest", "UPDATE sentence SET section = 0 WHERE part = 'plan'"),
    ("spans_nest", "UPDATE sentence SET section = 99 WHERE part = 'plan'"),
    ("spans_nest", "UPDATE sentence SET part = 'closing' WHERE part = 'opening'"),
    ("spans_nest", "UPDATE sentence SET \"end\" = start WHERE part = 'opening'"),
    ("spans_nest", "UPDATE section SET \"end\" = \"end\" + 1 WHERE part = 'review'"),
    ("spans_nest", "UPDATE section SET level = 1 WHERE level = 2"),
    ("spans_nest", "UPDATE section SET part = 'closing' WHERE level = 2"),
    ("spans_nest", "UPDATE section SET \"end\" = \"end\" + 99 WHERE part = 'glossary'"),
    ("spans_nest", "UPDATE observation SET \"end\" = 9999 WHERE quote = '5.8%'"),
    ("spans_nest", "UPDATE term SET definition_end = 9999"),
    ("link_ends_exist", "UPDATE link SET later_id = 'nowhere' WHERE kind = 'outcome' AND verdict = 'met'"),
    ("link_ends_exist", "UPDATE link SET earlier_id = later_id WHERE kind = 'baseline'"),
    ("link_ends_exist", "UPDATE link SET kind = 'series' WHERE kind = 'revision'"),
    ("link_ends_exist", "UPDATE target_state SET observation = 'nowhere' WHERE state = 'not_due'"),
    ("link_ends_exist", "UPDATE change SET later_observation = 'nowhere'"),
    ("link_ends_exist", "UPDATE change SET earlier_observation = 'nowhere'"),
    ("verdict_only_on_outcomes", "UPDATE link SET verdict = 'met' WHERE kind = 'revision'"),
    ("verdict_only_on_outcomes", "UPDATE link SET comparable = false WHERE kind = 'outcome'"),
    ("verdict_only_on_outcomes", "UPDATE link SET comparable = false WHERE kind = 'revision'"),
    ("every_target_answered", "DELETE FROM target_state WHERE state = 'not_found'"),
    ("every_target_answered", "DELETE FROM link WHERE kind = 'outcome' AND verdict = 'missed'"),
    ("every_target_answered", "INSERT INTO target_state FROM target_state WHERE state = 'not_due'"),
    ("every_target_answered", "UPDATE target_state SET observation = (SELECT id FROM observation WHERE quote = '6%')"),
    ("every_due_target_answered", "DELETE FROM long_state"),
    ("every_due_target_answered", "INSERT INTO long_state FROM long_state"),
    ("every_due_target_answered", LONG),
    ("every_due_target_answered", "; ".join((LONG, "DELETE FROM long_state"))),
    ("every_due_target_answered", "DELETE FROM target_search"),
    ("every_due_target_answered", "INSERT INTO target_search FROM target_search"),
    ("every_due_target_answered", "UPDATE long_state SET state = 'not_found'"),
    ("link_ends_exist", "; ".join((LONG, "UPDATE long_link SET later_id = 'nowhere'"))),
    ("link_ends_exist", "UPDATE long_state SET observation = 'nowhere'"),
    ("link_ends_exist", "UPDATE target_search SET target = 'nowhere'"),
    ("verdict_only_on_outcomes", "; ".join((LONG, "UPDATE long_link SET comparable = false"))),
    ("decided_is_noted", "; ".join((LONG, "UPDATE long_link SET decided = 'nobody'"))),
    ("derived_from_current", "UPDATE line SET sha256 = 'unknown' WHERE session = '2024'"),
    ("derived_from_current", "UPDATE long_state SET rules = 'former'"),
    ("derived_from_current", "UPDATE target_search SET later_sha256 = 'unknown'"),
    ("line_is_one_indicator", "UPDATE line SET key = 'gdp'; UPDATE line SET identity = 'jobs' WHERE identity <> 'gdp'"),
    ("line_is_one_indicator", "UPDATE line SET identity = 'jobs', key = 'jobs' WHERE identity = 'gdp'"),
    ("line_is_one_indicator", "UPDATE line SET key = 'jobs' WHERE key = 'gdp'"),
    ("line_is_one_indicator", "DELETE FROM line WHERE session = '2025'"),
    ("line_is_one_indicator", "INSERT INTO line FROM line WHERE session = '2025'"),
    ("match_ends_are_sentences", "UPDATE match SET earlier_end = earlier_end - 1 WHERE ordinal = 0"),
    ("match_ends_are_sentences", "UPDATE match SET later_start = later_start + 1 WHERE ordinal = 0"),
    ("match_ends_are_sentences", "UPDATE mark SET \"end\" = \"end\" + 99 WHERE side = 'later'"),
    ("match_ends_are_sentences", "UPDATE mark SET side = 'earlier' WHERE side = 'later'"),
    ("citation_is_whole", "DELETE FROM sentence WHERE part = 'plan'"),
    ("citation_is_whole", "UPDATE report SET speaker = chr(10) WHERE session = '2024'"),
    ("citation_is_whole", "UPDATE report SET title = 'a' || chr(10) || 'b' WHERE session = '2025'"),
    ("decided_is_noted", "UPDATE observation SET decided = 'c1' WHERE quote = '6%'"),
    ("decided_is_noted", "UPDATE link SET decided = 'c1,c2' WHERE kind = 'outcome'"),
    ("decided_is_noted", "UPDATE match SET decided = 'c1'"),
    ("edits_rebuild", "DELETE FROM edit WHERE kind = 'insert' AND match = 2"),
    ("edits_rebuild", "DELETE FROM edit WHERE match = 2"),
    ("edits_rebuild", "UPDATE edit SET kind = 'equal' WHERE kind = 'delete' AND match = 2"),
    ("edits_rebuild", "UPDATE edit SET kind = 'delete' WHERE kind = 'equal' AND match = 2"),
    ("edits_rebuild", "UPDATE edit SET ordinal = -ordinal WHERE match = 2"),
    ("derived_from_current", "UPDATE observation SET rules = 'former' WHERE role = 'target'"),
    ("derived_from_current", "UPDATE mark SET rules = 'former'"),
    ("derived_from_current", "UPDATE link SET rules = 'former' WHERE kind = 'baseline'"),
    ("derived_from_current", "UPDATE sentence SET sha256 = 'unknown' WHERE session = '2024'"),
    ("derived_from_current", "UPDATE derivation SET sha256 = 'unknown' WHERE session = '2024'"),
    ("derived_from_current", "UPDATE report SET superseded_at = taken_in_at WHERE session = '2024'"),
    ("derived_from_current", "UPDATE phrase SET sha256 = 'unknown' WHERE session = '2024'"),
    ("derived_from_current", "UPDATE phrase SET rules = 'former'"),
    ("derived_from_current", "UPDATE series_search SET series = 'former'"),
    ("phrases_are_said", "UPDATE phrase SET phrase = '油菜花会'"),
    ("phrases_are_said", "UPDATE phrase SET last_end = last_end - 1"),
    ("phrases_are_said", "UPDATE phrase SET first_start = NULL"),
    ("phrases_are_said", "UPDATE phrase SET state = 'gone' WHERE count > 0"),
    ("phrases_are_said", "UPDATE phrase SET state = 'steady' WHERE count = 0"),
    ("phrases_are_said", "UPDATE phrase SET state = 'lost' WHERE count > 0"),
    ("phrases_are_said", "INSERT INTO phrase FROM phrase WHERE count = 0"),
    ("phrases_are_said", "DELETE FROM phrase WHERE count = 0"),
    ("phrases_are_said", "UPDATE sentence SET part = 'glossary' WHERE start = (SELECT min(first_start) FROM phrase)"),
    ("fictional_is_marked", "UPDATE report SET fictional = false WHERE session = '2024'"),
    (
        "no_number_read_twice",
        "INSERT INTO observation SELECT * REPLACE (99 AS ordinal) FROM observation WHERE quote = '6%'",
    ),
    (
        "no_number_read_twice",
        "INSERT INTO observation SELECT * REPLACE (99 AS ordinal, '%' AS quote, start + 1 AS start) "
        "FROM observation WHERE quote = '6%'",
    ),
    ("one_current_revision", "INSERT INTO report SELECT * REPLACE ('other' AS sha256) FROM report"),
    ("one_current_revision", "INSERT INTO report SELECT * REPLACE (taken_in_at AS superseded_at) FROM report"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published file with both invented reports and all that was found in them."""
    earlier, later, figures = reports()
    with Draft(tmp_path_factory.mktemp("sound"), "r1") as opened:
        opened.put_reports([earlier, later], sources(earlier, later))
        opened.put_baselines([(earlier, baselines(figures))])
        opened.put_comparisons([compare(earlier, later, figures)])
        opened.put_phrases([(REGION, [festival(earlier, later)])])
        opened.put_ledgers([(REGION, [(0, over_years(earlier, later, figures))])])
        return opened.publish()


@pytest.fixture
def planted(sound: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of it to plant a fault in."""
    with duckdb.connect(copyfile(sound, tmp_path / "planted.duckdb")) as connection:
        yield connection


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_an_audit_catches_its_fault(planted: duckdb.DuckDBPyConnection, name: str, fault: str) -> None:
    planted.execute(fault)
    assert name in {finding.audit for finding in audit(planted)}


@pytest.mark.parametrize(("name", "fault"), FAULTS)
def test_it_is_caught_where_only_the_government_touched_is_audited(
    planted: duckdb.DuckDBPyConnection, name: str, fault: str
) -> None:
    planted.execute(fault)
    assert name in {finding.audit for finding in audit(planted, [REGION])}


@pytest.mark.parametrize(("name", "fault"), dict(FAULTS).items())
def test_it_is_not_told_of_where_another_government_is_audited(
    planted: duckdb.DuckDBPyConnection, name: str, fault: str
) -> None:
    planted.execute(fault)
    assert audit(planted, ["安桥县"]) == []


def test_what_is_right_passes(planted: duckdb.DuckDBPyConnection) -> None:
    assert audit(planted) == []
    assert audit(planted, [REGION]) == []


def test_every_audit_has_a_fault_that_it_catches() -> None:
    # that of comparisons between governments has its faults planted where there are several: tests/test_across.py
    assert {name for name, _ in FAULTS} | {"across_is_legitimate"} == set(statements("audits"))


def test_a_finding_names_the_audit_and_the_row(planted: duckdb.DuckDBPyConnection) -> None:
    planted.execute("UPDATE observation SET quote = '321亿元' WHERE quote = '320亿元'")
    (finding,) = audit(planted)
    assert str(finding).startswith("quote_is_slice: region=云溪县, session=2024, id=")
    assert str(finding).endswith("quote=321亿元")


@pytest.mark.parametrize("folder", ["schema", "views", "audits", "queries", "writes"])
def test_every_file_says_first_what_its_rows_are(folder: Folder) -> None:
    begins = {"schema": "-- Grain: ", "views": "-- Grain: ", "audits": "-- Bad rows: "}.get(folder, "-- ")
    found = statements(folder)
    assert found
    for name, statement in found.items():
        assert statement.startswith(begins), name
        if folder in ("schema", "views"):
            kind = "TABLE" if folder == "schema" else "VIEW"
            assert statement.count("CREATE ") == statement.count(f"CREATE {kind} {name} ") == 1, name
