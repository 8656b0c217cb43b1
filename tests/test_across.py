"""Governments stand beside each other only where that is legitimate: growth, a target handed down, a share."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest
from invented import Line, lay_out, observe, sources

from tongbi.model import Observation, Report
from warehouse.audits import audit
from warehouse.sql import statements
from warehouse.store import Declared, DeclaredIndicator, DeclaredRegion, Draft, open_published

DECLARED = Declared(
    (
        DeclaredRegion("云国", "", "national", ""),
        DeclaredRegion("云州市", "", "city", "云国"),
        DeclaredRegion("云溪县", "", "district", "云州市"),
        DeclaredRegion("云泽县", "", "district", "云州市"),
        DeclaredRegion("安桥县", "", "district", "云州市"),
    ),
    (),
    (
        DeclaredIndicator("gdp", "地区生产总值", "元", "more", "constant", "", True, False),
        DeclaredIndicator("income", "居民人均可支配收入", "元", "more", "varies", "", False, False),
        DeclaredIndicator("trade_total", "进出口总额", "元", "more", "nominal", "", True, True),
        DeclaredIndicator("rd_intensity", "研发投入强度", "%", "more", "nominal", "", False, False),
    ),
)  # fmt: skip

GROWTH = {"indicator_id": "gdp", "measure": "change_pct", "tier": "headline"}
AMOUNT = {"indicator_id": "gdp", "unit": "亿元", "tier": "headline"}
TARGET = {"role": "target", "period": "2025"}


def report(region: str, words: str, plan: str, fictional: bool = True) -> Report:
    lines: tuple[Line, ...] = (
        ("opening", 0, "现在，我代表政府报告工作。"),
        ("review", 1, "一、2024年工作回顾"),
        ("review", 0, words),
        ("plan", 1, "二、2025年工作安排"),
        ("plan", 0, plan),
    )
    return replace(lay_out(lines, region, 2025), fictional=fictional)


def holding(one: Report, *figures: tuple[str, dict[str, object]]) -> Report:
    """The report with an observation of each quote, which stands in it once."""
    found: list[Observation] = []
    for quote, said in figures:
        found.append(observe(one, quote, quote, **said))
    return replace(one, observations=tuple(sorted(found, key=lambda seen: seen.start)))


def governments() -> list[Report]:
    """A city, three districts of it and what is above; each says something that another one must not be laid beside."""
    return [
        holding(
            report("云州市", "总值3200亿元、增长5.1%，外贸增7.7%，收入5.9万元。", "增长6.5%，强度2.8%，总值3500亿元。"),
            ("3200亿元", AMOUNT),
            ("5.1%", GROWTH),
            ("7.7%", {**GROWTH, "indicator_id": "trade_total"}),
            ("5.9万元", {**AMOUNT, "indicator_id": "income", "unit": "万元"}),
            ("6.5%", {**GROWTH, **TARGET}),
            ("2.8%", {**GROWTH, **TARGET, "indicator_id": "rd_intensity", "measure": "ratio"}),
            ("3500亿元", {**AMOUNT, **TARGET}),
        ),
        holding(
            report("云溪县", "总值320亿元、增长5.8%，外贸增9.7%，收入4.2万元。", "增长7.5%，强度3.1%，总值345亿元。"),
            ("320亿元", AMOUNT),
            ("5.8%", GROWTH),
            ("9.7%", {**GROWTH, "indicator_id": "trade_total"}),
            ("4.2万元", {**AMOUNT, "indicator_id": "income", "unit": "万元"}),
            ("7.5%", {**GROWTH, **TARGET}),
            ("3.1%", {**GROWTH, **TARGET, "indicator_id": "rd_intensity", "measure": "ratio"}),
            ("345亿元", {**AMOUNT, **TARGET}),
        ),
        holding(
            # two growths, an amount that was passed, not reached; a target told as a stretch of another one
            report("云泽县", "地区生产总值突破410亿元，增长6.2%，又说增长6.9%。", "增长8.5%，力争9.5%。"),
            ("410亿元", {**AMOUNT, "bound": "ge"}),
            ("6.2%", GROWTH),
            ("6.9%", GROWTH),
            ("8.5%", {**GROWTH, **TARGET, "horizon": "multi_year"}),
            ("9.5%", {**GROWTH, **TARGET, "group": "elsewhere"}),
        ),
        holding(
            report("安桥县", "地区生产总值510亿元、增长4.4%。", "增长5.5%。", fictional=False),
            ("510亿元", AMOUNT),
            ("4.4%", GROWTH),
            ("5.5%", {**GROWTH, **TARGET}),
        ),
        holding(report("云国", "增长5.2%。", "增长4.9%。"), ("5.2%", GROWTH), ("4.9%", {**GROWTH, **TARGET})),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def across(tmp_path_factory: pytest.TempPathFactory) -> Path:
    given = governments()
    units = {"亿元": ("元", Decimal(10) ** 8), "万元": ("元", Decimal(10) ** 4), "%": ("%", Decimal(1))}
    with Draft(tmp_path_factory.mktemp("across"), "r1") as draft:
        draft.put_declared(DECLARED)
        draft.put_reports(given, sources(*given))
        draft.put_units(units)
        return draft.publish()


@pytest.fixture
def rows(across: Path) -> list[dict[str, object]]:
    with open_published(across.parent) as questions:
        told: list[dict[str, object]] = questions.table("across_governments").to_pylist()
    return told


def test_only_what_is_legitimate_stands_beside_each_other(rows: list[dict[str, object]]) -> None:
    named = {
        (row["kind"], row["region"], row["quote"], row["other_region"], row["other_quote"], row["steps"])
        for row in rows
    }
    assert named == {
        ("growth", "云溪县", "5.8%", "云州市", "5.1%", 1),
        ("growth", "云溪县", "5.8%", "云国", "5.2%", 2),
        ("growth", "云州市", "5.1%", "云国", "5.2%", 1),
        ("cascade", "云溪县", "7.5%", "云州市", "6.5%", 1),
        ("cascade", "云溪县", "3.1%", "云州市", "2.8%", 1),
        ("cascade", "云溪县", "7.5%", "云国", "4.9%", 2),
        ("cascade", "云州市", "6.5%", "云国", "4.9%", 1),
        ("part", "云溪县", "320亿元", "云州市", "3200亿元", 1),
    }
    assert len(rows) == len(named)


def test_a_part_tells_its_share_and_nothing_else_does(rows: list[dict[str, object]]) -> None:
    assert {row["kind"]: row["share"] for row in rows} == {"growth": None, "cascade": None, "part": 0.1}


def test_both_sides_can_be_found_and_cited(rows: list[dict[str, object]]) -> None:
    texts = {one.sha256: one.text for one in governments()}
    for row in rows:
        for side in ("", "other_"):
            text = texts[str(row[f"{side}sha256"])]
            assert text[row[f"{side}start"] : row[f"{side}end"]] == row[f"{side}quote"]  # type: ignore[misc]
            assert str(row[f"{side or ''}region"]) in str(row[f"{side}citation"])
        assert row["year"] == (2025 if row["kind"] == "cascade" else 2024)
        assert row["rules"] == "r1"


@pytest.mark.parametrize("word", ["rank(", "avg(", "met", "missed", "ORDER BY"])
def test_nobody_is_ranked(word: str) -> None:
    assert word not in statements("views")["across_governments"].partition("CREATE VIEW")[2]


def test_governments_of_one_level_grow_beside_each_other(across: Path, tmp_path: Path) -> None:
    with duckdb.connect(copyfile(across, tmp_path / "peers.duckdb")) as connection:
        connection.execute("UPDATE observation SET period = '2020' WHERE quote = '6.9%'")
        beside = "SELECT region, quote, other_region, other_quote FROM across_governments WHERE relation = 'peer'"
        assert connection.execute(beside).fetchall() == [("云溪县", "5.8%", "云泽县", "6.2%")]
        assert audit(connection) == []


@pytest.mark.parametrize(
    ("basis", "prices"),
    [("实际", "real"), ("名义", "nominal"), ("可比价格", "constant"), ("同口径", None), ("可比", None)],
)
def test_what_the_text_says_of_prices_goes_before_the_register(
    across: Path, tmp_path: Path, basis: str, prices: str | None
) -> None:
    with duckdb.connect(copyfile(across, tmp_path / "told.duckdb")) as connection:
        connection.execute("UPDATE observation SET basis = ? WHERE quote IN ('5.8%', '5.1%')", [basis])
        told = connection.execute(
            "SELECT region, other_region, prices FROM across_governments WHERE kind = 'growth' ORDER BY ALL"
        ).fetchall()
    of_both = [("云溪县", "云州市", prices)] if prices else []
    above = [("云州市", "云国", "constant"), ("云溪县", "云国", "constant")] if prices == "constant" else []
    assert told == sorted([*of_both, *above])


PLANTED = (
    "ALTER VIEW across_governments RENAME TO before; "
    "CREATE VIEW across_governments AS SELECT * REPLACE ({}) FROM before"
)
FAULTS = {
    "amounts beside each other": PLANTED.format("'level' AS measure"),
    "a part that is no amount": PLANTED.format("'part' AS kind"),
    "a part greater than its whole": PLANTED.format("share * 11 AS share"),
    "a share of growth": PLANTED.format("coalesce(share, 0.5) AS share"),
    "an amount that does not add up": PLANTED.format("'rd_intensity' AS indicator_id"),
    "prices that nobody told": PLANTED.format("CAST(NULL AS VARCHAR) AS prices"),
    "another year": PLANTED.format("year - 1 AS year"),
    "another quote": PLANTED.format("other_quote AS quote"),
    "not above": PLANTED.format("'云国' AS region"),
    "no peers": PLANTED.format("'peer' AS relation"),
    "another kind": PLANTED.format("'level' AS kind"),
    "two figures": PLANTED.format("5 AS steps") + " UNION ALL FROM before",
    "invented and real": PLANTED.format("NOT fictional AS fictional"),
    "results as targets": PLANTED.format("CASE kind WHEN 'growth' THEN 'cascade' ELSE kind END AS kind"),
}  # fmt: skip


@pytest.fixture
def planted(across: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(copyfile(across, tmp_path / "planted.duckdb")) as connection:
        yield connection


@pytest.mark.parametrize("fault", FAULTS)
def test_the_audit_catches_its_fault(planted: duckdb.DuckDBPyConnection, fault: str) -> None:
    planted.execute(FAULTS[fault])
    assert {finding.audit for finding in audit(planted)} == {"across_is_legitimate"}


def test_what_is_right_passes(planted: duckdb.DuckDBPyConnection) -> None:
    assert audit(planted) == []
    assert audit(planted, ["云溪县", "云州市"]) == []
