"""What a page lets its reader take along: the rows that it shows, each with its citation, text and rules."""

import csv as rows
import io
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from viewer.choice import indicators
from warehouse.questions import Questions, Taken
from warehouse.store import open_published
from warehouse.tables import csv

REGION = "云川区"
VALUES: dict[str, dict[str, str]] = {
    "ledger": {"session": "2023", "reviewed": "2024"},
    "silences": {"later": "2024", "earlier": ""},
    "series": {"key": "gdp"},
}


@pytest.fixture
def asked(sample_warehouse: Path) -> Iterator[Questions]:
    with open_published(sample_warehouse) as questions:
        yield questions


@pytest.mark.parametrize("name", get_args(Taken))
def test_every_table_has_how_it_is_cited_its_text_and_its_rules(asked: Questions, name: Taken):
    columns = asked.taken(name, REGION, **VALUES.get(name, {})).column_names
    for wanted in ("citation", "sha256", "rules"):
        assert any(column.endswith(wanted) for column in columns), wanted


def test_a_table_has_the_rows_of_its_page(asked: Questions):
    table = asked.taken("ledger", REGION, **VALUES["ledger"])
    page = asked.ledger(REGION, "2023", "2024")
    assert sorted(table["id"].to_pylist()) == sorted(row.id for row in page)
    assert all(table["citation"].to_pylist()) and all(table["sha256"].to_pylist())
    assert asked.taken("silences", REGION, **VALUES["silences"]).num_rows == len(asked.silences(REGION, "2024"))
    assert asked.taken("queue", REGION).num_rows == len(asked.queue(REGION))
    kinds = indicators(asked.series(REGION))["gdp"].kinds.values()
    assert asked.taken("series", REGION, key="gdp").num_rows >= max(map(len, kinds))


def test_only_the_government_that_is_asked_for_is_in_it(asked: Questions):
    assert set(asked.taken("series", REGION, key="gdp")["region"].to_pylist()) == {REGION}
    assert asked.taken("ledger", "无此县", **VALUES["ledger"]).num_rows == 0


def test_a_spreadsheet_reads_it_as_it_is_written(asked: Questions):
    data = csv(asked.taken("ledger", REGION, **VALUES["ledger"]))
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(rows.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    first = asked.ledger(REGION, "2023", "2024")
    assert {one["quote"] for one in read} == {one.target.quote for one in first}
