"""Values become Arrow tables of the database's own columns; nothing is lost or made up on the way."""

import string
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import baselines, compare, reports, sources

from tongbi.model import Match, Sentence, Span
from warehouse import layout
from warehouse.clusters import NEARBY, clusters
from warehouse.rows import arrow, baseline_batches, comparison_batches, exact, report_batches
from warehouse.store import _now


def test_every_table_gets_every_column_of_its_schema_and_no_other() -> None:
    earlier, later, figures = reports()
    connection = duckdb.connect()
    layout.create(connection)
    batches = {
        **report_batches([earlier, later], sources(earlier, later), "r1", {}, _now()),
        **comparison_batches([compare(earlier, later, figures)], "r1"),
    }
    for name, columns in batches.items():
        schema = connection.table(name).limit(0).to_arrow_table().schema
        for one in columns:
            assert set(schema.names) <= set(one) <= {*schema.names, "ordinal"}, name
    links = baseline_batches([(earlier, baselines(figures))], "r1")["link"]
    assert arrow(links, connection.table("link").limit(0).to_arrow_table().schema).num_rows == 2


def test_a_missing_column_is_an_error_not_a_null() -> None:
    earlier, later, figures = reports()
    (columns,) = comparison_batches([compare(earlier, later, figures)], "r1")["target_state"]
    connection = duckdb.connect()
    layout.create(connection)
    with pytest.raises(KeyError, match="kind"):
        arrow([columns], connection.table("change").limit(0).to_arrow_table().schema)


@given(st.decimals(min_value=-(10**17), max_value=10**17, places=6))
def test_a_number_with_six_places_is_held_exactly(number: Decimal) -> None:
    assert exact(number) == number


@pytest.mark.parametrize(
    ("number", "held"),
    [
        (None, None),
        (Decimal("3.14159265"), Decimal("3.141593")),
        (Decimal("0.0000005"), Decimal("0.000000")),
        (Decimal(10) ** 18 - 1, Decimal(10) ** 18 - 1),
        (Decimal(10) ** 18, None),
        (Decimal("999999999999999999.9999999"), None),
        (Decimal("NaN"), None),
    ],
)
def test_a_number_too_large_to_be_held_is_none(number: Decimal | None, held: Decimal | None) -> None:
    assert exact(number) == held


def _sentences(count: int) -> list[Sentence]:
    return [Sentence(Span(place * 10, place * 10 + 10), "plan", -1, place, False) for place in range(count)]


def _match(earlier: int, later: int) -> Match:
    """A match of two sentences by number."""
    spans = (Span(place * 10, place * 10 + 10) for place in (earlier, later))
    return Match(*spans, "reworded", False, 0.5, "")


@pytest.mark.parametrize(
    ("pairs", "rows"),
    [
        # one to one
        ([(0, 0), (1, 1)], "ab"),
        # one becomes two that stand near each other
        ([(0, 0), (0, NEARBY)], "aa"),
        # one becomes two far apart: each in its place
        ([(0, 0), (0, NEARBY + 1)], "ab"),
        # a chain of near ones is one row, though its ends are far apart
        ([(0, 0), (0, NEARBY), (0, 2 * NEARBY)], "aaa"),
        # two become one
        ([(0, 4), (9, 4)], "aa"),
        # two become one, and one of them another one besides
        ([(0, 4), (9, 4), (9, 5)], "aaa"),
        # given in any order
        ([(0, NEARBY + 1), (1, 7), (0, 0)], "abc"),
    ],
)
def test_matches_that_stand_in_one_row(pairs: list[tuple[int, int]], rows: str) -> None:
    found = clusters([_match(*pair) for pair in pairs], _sentences(20))
    names = dict(zip(dict.fromkeys(found), string.ascii_lowercase, strict=False))
    assert "".join(names[one] for one in found) == rows


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), unique=True))
def test_matches_of_one_later_sentence_always_stand_together(pairs: list[tuple[int, int]]) -> None:
    matches = [_match(*pair) for pair in pairs]
    row_of: dict[Span, int] = {}
    for one, row in zip(matches, clusters(matches, _sentences(13)), strict=True):
        assert row_of.setdefault(one.later, row) == row
