"""The target ledger tells which targets start below the year before, and which stretches were reached."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from invented import compare, reports, sources

from tongbi.model import Link
from warehouse.store import Draft, open_published


@pytest.fixture(scope="module")
def ledger(sample_warehouse: Path) -> list[dict[str, object]]:
    with open_published(sample_warehouse) as questions:
        rows: list[dict[str, object]] = questions.table("target_ledger").to_pylist()
    return rows


def test_target_below_the_result_it_starts_from_is_said_to_be(ledger: list[dict[str, object]]) -> None:
    """Where less is better, more is below: so only plain growths of what is better the more it is are held against."""
    growths = [
        row
        for row in ledger
        if row["measure"] == "change_pct"
        and row["indicator_id"] in ("gdp", "retail_sales", "urban_income_pc")
        and row["baseline_unit"] == row["unit"] == "%"
    ]
    assert growths
    for row in growths:
        assert row["below_baseline"] == (row["high"] < row["baseline_low"]), row["quote"]  # type: ignore[operator]
    assert any(row["below_baseline"] for row in ledger)
    assert not any(row["below_baseline"] for row in ledger if row["baseline_id"] is None)


@pytest.mark.parametrize("note", ["stretch", "stretch,stretch_reached"])
def test_reached_stretch_stands_beside_its_floor(tmp_path: Path, note: str) -> None:
    earlier, later, figures = reports()
    found = compare(earlier, later, figures)
    stretch = Link("outcome", figures.gdp_stretch.id, figures.gdp_outcome.id, True, Decimal("-0.7"), "", note, 0.95, "")
    with Draft(tmp_path, "r1") as draft:
        draft.put_reports([earlier, later], sources(earlier, later))
        draft.put_comparisons([replace(found, links=(*found.links, stretch))])
        draft.publish(unchanged=0)
    with open_published(tmp_path) as questions:
        rows = {row["id"]: row for row in questions.table("target_ledger").to_pylist()}
    floor = rows[figures.gdp_target.id]
    assert (floor["stretch_id"], floor["verdict"]) == (figures.gdp_stretch.id, "met")
    assert floor["stretch_reached"] == ("stretch_reached" in note)
    assert not any(row["stretch_reached"] for row in rows.values() if row is not floor)
