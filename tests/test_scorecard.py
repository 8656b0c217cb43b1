"""The scorecard counts what the ledger has, once each, and makes no share or order of it."""

from collections import Counter
from pathlib import Path

import duckdb
import pytest

from warehouse.sql import statements
from warehouse.store import open_published

STATES = {"not_due": "not_due", "not_found": "not_found", "abridged": "abridged_later", "no_report": "no_report"}


def test_every_target_of_the_ledger_is_counted_once(sample_warehouse: Path) -> None:
    with open_published(sample_warehouse) as questions:
        ledger = questions.table("target_ledger").to_pylist()
        cards = questions.table("scorecard").to_pylist()
    assert {(one["region"], one["session"]) for one in cards} == {(one["region"], one["session"]) for one in ledger}
    told = set()
    for card in cards:
        rows = [one for one in ledger if (one["region"], one["session"]) == (card["region"], card["session"])]
        verdicts, states = (Counter(one[name] for one in rows) for name in ("verdict", "state"))
        counted = {name: card[name] for name in ("met", "missed", "not_comparable")}
        assert counted == {name: verdicts[name] for name in counted}
        assert {name: card[column] for name, column in STATES.items()} == {name: states[name] for name in STATES}
        assert card["targets"] == len(rows) == sum(counted.values()) + sum(card[one] for one in STATES.values())
        assert card["met_within_tolerance"] + card["met_by_estimate"] <= 2 * card["met"]
        assert card["citation"]
        told |= {name for name, count in card.items() if name in {*counted, *STATES.values()} and count}
    assert {"met", "missed", "not_found", "not_due"} <= told


@pytest.mark.parametrize("word", ["ORDER BY", "rank(", "avg(", " / ", "100"])
def test_there_is_no_share_and_no_order(word: str) -> None:
    view = statements("views")["scorecard"]
    assert word not in view.partition("CREATE VIEW")[2]


def test_an_uncounted_verdict_would_show(sample_warehouse: Path) -> None:
    with open_published(sample_warehouse) as questions, duckdb.connect(questions.path, read_only=True) as connection:
        kinds = connection.execute("SELECT DISTINCT verdict, state FROM target_ledger").fetchall()
    assert {verdict for verdict, _ in kinds} <= {"", "met", "missed", "not_comparable"}
    assert {state for _, state in kinds} <= {"", *STATES}
