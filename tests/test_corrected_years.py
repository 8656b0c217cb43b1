"""Corrections of what became of targets of several years: in the ledger, in a build, on the command line."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commands import Run
from conftest import ROOT
from decided import entry
from test_corrected_build import build, changed, dump

from flows.building import nothing_new
from flows.carry import carry_out
from flows.settings import Settings
from tongbi import Report, read
from tongbi.decisions import load
from tongbi.ledger import ledger
from tongbi.model import Ledger
from warehouse.answers import Decided
from warehouse.store import open_published

REGION = "云川区"
SAMPLE = ROOT / "corpus" / "sample" / REGION
TARGETS = "到2024年，森林覆盖率达到41.5%，绿道总长达到120公里，公园总数达到60个。"
RESULTS = "森林覆盖率达到41.2%，绿道总长达到130公里，开放式公园总数达到66个。"
BEFORE = {"2023": (TARGETS, "围绕上述目标"), "2025": (RESULTS, "一年来，我们主要")}
"""The sentences that the sample's reports get, and the words that they stand before."""


def at(session: str, quote: str, number: str) -> str:
    return f'{{ session = "{session}", quote = "{quote}", number = "{number}" }}'


FOREST = at("2023", "森林覆盖率达到41.5%", "41.5%")
TRAILS = at("2023", "绿道总长达到120公里", "120公里")
PARKS = at("2023", "公园总数达到60个", "60个")
FOREST_NOW = at("2025", "森林覆盖率达到41.2%", "41.2%")
PARKS_NOW = at("2025", "开放式公园总数达到66个", "66个")
SCHOOLS = at("2024", "新增公办学位2500个以上", "2500个")


def link(decision: str, earlier: str, later: str, number: int = 1) -> str:
    ends = f'earlier = {earlier}\nlater = {later}\nlane = "outcome"\ndecision = "{decision}"'
    return entry("link", ends, number)


PART = link("part", PARKS, PARKS_NOW)
JOIN = link("join", TRAILS, PARKS_NOW)
JUDGED = entry("verdict", f'at = {FOREST}\nverdict = "met"')


def text(session: str) -> str:
    words = (SAMPLE / f"{session}.txt").read_text(encoding="utf-8")
    if session in BEFORE:
        sentence, behind = BEFORE[session]
        assert words.count(behind) == 1
        words = words.replace(behind, f"{sentence}\n\n{behind}")
    return words


REPORTS = [read(text(session), REGION) for session in ("2023", "2024", "2025")]


def drawn(corrections: str, reports: list[Report] = REPORTS) -> Ledger:
    return ledger(reports, (), (), decisions=load(corrections))


def told(of: Ledger) -> set[tuple[str, str, str, str]]:
    quotes = {one.id: one.quote for report in REPORTS for one in report.observations}
    links = [one.link for one in of.outcomes]
    return {(quotes[one.earlier], quotes[one.later], one.verdict, one.decided) for one in links}


UNCORRECTED = {
    ("41.5%", "41.2%", "missed", ""),
    ("120公里", "130公里", "met", ""),
    ("60个", "66个", "met", ""),
}


def test_without_corrections_the_rules_decide() -> None:
    of = drawn("")
    assert (told(of), of.replayed, of.decisions) == (UNCORRECTED, (), "")


@pytest.mark.parametrize(
    ("correction", "gone", "come"),
    [
        (PART, ("60个", "66个", "met", ""), None),
        (JOIN, ("120公里", "130公里", "met", ""), ("120公里", "66个", "not_comparable", "c1")),
        (JUDGED, ("41.5%", "41.2%", "missed", ""), ("41.5%", "41.2%", "met", "c1")),
    ],
)
def test_a_correction_reaches_the_outcome_two_reports_on(
    correction: str, gone: tuple[str, ...], come: tuple[str, ...] | None
) -> None:
    of = drawn(correction)
    assert told(of) == (UNCORRECTED - {gone}) | ({come} if come else set())
    assert [(one.correction, one.code) for one in of.replayed] == [("c1", "")]
    assert of.decisions


def test_a_target_whose_outcome_is_parted_gets_a_state_and_a_search() -> None:
    before, after = drawn(""), drawn(PART)
    (new,) = set(after.states) - set(before.states)
    assert (new.session, new.due, new.state.state) == ("2023", 2024, "not_found")
    (search,) = set(after.searches) - set(before.searches)
    assert (search.target, search.later) == (new.state.observation, "2025")


@pytest.mark.parametrize(
    ("correction", "code"),
    [
        (link("part", TRAILS, PARKS_NOW), "nothing_to_part"),
        (link("join", at("2023", "森林覆盖率达到42%", "42%"), FOREST_NOW), "other_year"),
        (link("join", at("2023", "地区生产总值增长6%左右", "6%"), FOREST_NOW), "other_year"),
        (link("join", FOREST, at("2025", "开放式公园总数达到99个", "99个")), "quote_not_found"),
        (entry("verdict", f'at = {at("2023", "森林覆盖率达到42%", "42%")}\nverdict = "met"'), "no_outcome"),
        (entry("verdict", f'at = {at("2023", "森林覆盖率达到99%", "99%")}\nverdict = "met"'), "quote_not_found"),
        (PART + entry("verdict", f'at = {PARKS}\nverdict = "met"', 2), "no_outcome"),
        (JUDGED + JUDGED.replace("森林覆盖率达到41", "覆盖率达到41").replace('"c1"', '"c2"'), "contradicts"),
    ],
)
def test_what_has_no_effect_is_told(correction: str, code: str) -> None:
    of = drawn(correction)
    without = [one for one in of.replayed if one.code]
    assert [one.code for one in without] == [code]
    assert without[0].detail


def test_what_is_decided_on_neighbours_or_on_others_is_not_replayed() -> None:
    others = JUDGED.replace(REGION, "云上区")
    of_neighbours = entry("verdict", f'at = {SCHOOLS}\nverdict = "missed"', 2)
    of = drawn(others + of_neighbours + link("join", TRAILS, PARKS_NOW, 3), REPORTS[1:])
    assert (of.replayed, of.outcomes) == ((), ())


# In a build


@pytest.fixture
def here(tmp_path: Path, chinese: None) -> Settings:
    """A project with the three reports, and with those of another government that says the same; built."""
    corpus = tmp_path / "corpus"
    for region in (REGION, "云上区"):
        shutil.copytree(SAMPLE, corpus / region)
        for session in BEFORE:
            (corpus / region / f"{session}.txt").write_text(text(session).replace(REGION, region), encoding="utf-8")
    for side in (corpus / "云上区").glob("*.toml"):
        side.write_text(side.read_text(encoding="utf-8").replace(REGION, "云上区"), encoding="utf-8")
    project = Settings(corpus, tmp_path / "home", tmp_path / "warehouse")
    carry_out(project)
    return project


def row(here: Settings, number: str) -> Iterator[Any]:
    """Give the row of a target in the ledger that is exported, and of its correction."""
    with open_published(here.warehouse) as questions:
        assert questions.audit() == []
        (one,) = (
            one
            for one in questions.table("target_ledger").to_pylist()
            if (one["region"], one["session"], one["quote"]) == (REGION, "2023", number)
        )
        yield one
        yield [(one["id"], one["state"]) for one in questions.table("corrections").to_pylist()]


def test_a_long_verdict_changes_its_own_row_and_no_other_government(here: Settings) -> None:
    before = dump(here)
    built = build(here, JUDGED)
    assert (built.taken, built.orphans) == ((), ())
    after = dump(here)
    found = changed(before, after)
    assert found["long_link"] == (1, 1)
    assert found["long_correction"] == (0, 1)
    assert found.keys() <= {"long_link", "long_correction", "series_search", "comparison", "correction"}
    one, corrections = row(here, "41.5%")
    assert (one["verdict"], one["outcome_quote"], one["decided"]) == ("met", "41.2%", "c1")
    assert corrections == [("c1", "applied")]
    with open_published(here.warehouse) as questions:
        shown = {each.target.quote: each.decided for each in questions.ledger(REGION, "2023") if each.decided}
    assert [(quote, [each.id for each in decided]) for quote, decided in shown.items()] == [("41.5%", ["c1"])]
    assert all(isinstance(each, Decided) for decided in shown.values() for each in decided)
    assert nothing_new(here) is not None
    assert build(here, "").taken == ()
    assert changed(before, dump(here)) == {}


@pytest.mark.parametrize(("correction", "number"), [(JOIN, "120公里"), (PART, "60个")])
def test_a_long_link_is_joined_or_parted_without_reading_or_comparing(
    here: Settings, correction: str, number: str
) -> None:
    before = dump(here)
    built = build(here, correction)
    assert (built.taken, built.pairs, built.orphans, built.published) == ((), 0, (), True)
    found = changed(before, dump(here))
    assert found.keys() <= {
        "long_link", "long_state", "long_correction", "target_search", "series_search", "correction",
    }  # fmt: skip
    one, corrections = row(here, number)
    assert corrections == [("c1", "applied")]
    expected = ("not_comparable", "", "66个", "c1") if correction == JOIN else ("", "not_found", None, "")
    assert (one["verdict"], one["state"], one["outcome_quote"], one["decided"]) == expected
    build(here, "")
    assert changed(before, dump(here)) == {}


def test_a_person_may_judge_over_years_what_the_rule_cannot_compare(here: Settings) -> None:
    build(here, JOIN + entry("verdict", f'at = {TRAILS}\nverdict = "met"', 2))
    one, corrections = row(here, "120公里")
    assert (one["verdict"], one["decided"]) == ("met", "c1,c2")
    assert corrections == [("c1", "applied"), ("c2", "applied")]


def test_orphans_of_several_years_are_told_at_every_build(here: Settings) -> None:
    far = at("2023", "森林覆盖率达到42%", "42%")
    corrections = link("part", TRAILS, PARKS_NOW) + entry("verdict", f'at = {far}\nverdict = "met"', 2)
    corrections += link("join", far, FOREST_NOW, 3) + entry("verdict", f'at = {FOREST}\nverdict = "met"', 4)
    built = build(here, corrections)
    states = [("c1", "nothing_to_part"), ("c2", "no_outcome"), ("c3", "other_year")]
    assert [(one.id, one.state) for one in built.orphans] == states
    up_to_date = nothing_new(here)
    assert up_to_date is not None
    assert up_to_date.orphans == built.orphans
    # the report that reviews the year goes: what was decided about its results cannot be carried out
    (here.corpus / REGION / "2025.txt").unlink()
    later = {one.id: one.state for one in carry_out(here).orphans}
    assert later == {"c1": "report_not_held", "c2": "no_outcome", "c3": "report_not_held", "c4": "no_outcome"}


# On the command line


@pytest.fixture
def files(here: Settings, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    monkeypatch.setenv("TONGBI_CORPUS", str(here.corpus))
    (here.corpus / "corrections.toml").write_text("", encoding="utf-8")
    return {session: here.corpus / REGION / f"{session}.txt" for session in ("2023", "2024", "2025")}


WHO = ("--by", "甲", "--why", "对照原文")


def test_the_command_writes_what_has_effect_over_years(run: Run, here: Settings, files: dict[str, Path]) -> None:
    ends = (files["2023"], files["2025"])
    join = ("--lane", "outcome", "--from", "绿道总长达到120公里|120公里", "--to", "开放式公园总数达到66个|66个")
    assert run("correct", "link", *ends, *join, *WHO).code == 0
    assert run("correct", "verdict", *ends, "--at", "森林覆盖率达到41.5%|41.5%", "--verdict", "met", *WHO).code == 0
    ids = [one.id for one in load((here.corpus / "corrections.toml").read_text(encoding="utf-8")).corrections]
    assert carry_out(here).orphans == ()
    one, corrections = row(here, "41.5%")
    assert (one["verdict"], one["decided"]) == ("met", ids[1])
    assert corrections == [(each, "applied") for each in ids]


@pytest.mark.parametrize(
    ("years", "command", "said"),
    [
        (("2023", "2024"), ("verdict", "--at", "森林覆盖率达到41.5%|41.5%", "--verdict", "met"), "没有连上结果"),
        (
            ("2023", "2025"),
            ("link", "--lane", "outcome", "--from", "森林覆盖率达到42%|42%", "--to", "森林覆盖率达到41.2%|41.2%"),
            "2030",
        ),
    ],
)
def test_the_command_refuses_what_has_none(
    run: Run, here: Settings, files: dict[str, Path], years: tuple[str, str], command: tuple[str, ...], said: str
) -> None:
    done = run("correct", command[0], *(files[year] for year in years), *command[1:], *WHO)
    assert (done.code, said in done.err) == (1, True)
    assert (here.corpus / "corrections.toml").read_text(encoding="utf-8") == ""
