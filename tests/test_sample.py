"""The invented sample, from its text through the whole line: the planted changes are what a reader is told first."""

import re
import tomllib
from functools import cache
from typing import Any

import pytest
from conftest import ROOT

import tongbi
from tongbi.model import Comparison, Observation, Report

SAMPLE = ROOT / "corpus/sample/云川区"
PAIRS = tomllib.loads((ROOT / "tests/golden/yunchuan/planted.toml").read_text(encoding="utf-8"))["pair"]
BY_YEARS = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['earlier']}-{pair['later']}")


@cache
def report(year: int) -> Report:
    return tongbi.read((SAMPLE / f"{year}.txt").read_text(encoding="utf-8"), region="云川区")


@cache
def comparison(earlier: int, later: int) -> Comparison:
    return tongbi.compare(report(earlier), report(later))


def of(pair: dict[str, Any]) -> Comparison:
    return comparison(pair["earlier"], pair["later"])


@BY_YEARS
def test_the_first_changes_told_are_the_planted_ones_in_their_order(pair):
    planted = [(one["kind"], one["subject"], one["before"], one["after"]) for one in pair["change"]]
    told = of(pair).changes[: len(planted)]
    assert [(one.kind, one.subject, one.before, one.after) for one in told] == planted


@BY_YEARS
def test_each_planted_change_stands_on_its_sentences(pair):
    compared = of(pair)
    told = {(one.kind, one.subject): one for one in compared.changes}
    for planted in pair["change"]:
        change = told[planted["kind"], planted["subject"]]
        for side, text in (("earlier", compared.earlier.text), ("later", compared.later.text)):
            span = getattr(change, side)
            assert (span is None) == (side not in planted), planted
            assert span is None or planted[side].rstrip("，") in span.of(text), planted


def target_in(report: Report, words: str) -> Observation:
    """Find the last number of a quoted target: the one that the words set."""
    start = report.text.index(words)
    return [one for one in report.observations if start <= one.start and one.end <= start + len(words)][-1]


@BY_YEARS
def test_targets_are_judged_as_planted(pair):
    compared = of(pair)
    outcomes = [link for link in compared.links if link.kind == "outcome"]
    results = {one.id: one for one in compared.later.observations}
    for planted in pair["outcome"]:
        target = target_in(compared.earlier, planted["target"])
        judged = [
            (link.verdict, link.note)
            for link in outcomes
            if link.earlier == target.id and link.comparable and results[link.later].quote in planted["result"]
        ]
        assert judged == [(planted["verdict"], planted["note"])], planted


@BY_YEARS
def test_targets_without_a_result_have_their_planted_state_and_no_others(pair):
    compared = of(pair)
    states = {state.observation: state.state for state in compared.states}
    planted = {target_in(compared.earlier, one["target"]).id: one["state"] for one in pair["state"]}
    stretches = {one.id for one in compared.earlier.observations if one.group not in ("", one.id)}
    assert {target: state for target, state in states.items() if target not in stretches} == planted


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_sample_says_that_it_is_invented(year):
    told = tomllib.loads((SAMPLE / f"{year}.toml").read_text(encoding="utf-8"))
    assert told["fictional"] is True
    assert told["year"] == year
    assert told["delivered"] == report(year).delivered
    assert told["source"].startswith("虚构")


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_the_sample_is_of_the_size_of_a_report(year):
    assert 2500 <= len(re.sub(r"\s", "", report(year).text)) <= 4000
    assert [part.kind for part in report(year).parts] == ["opening", "review", "plan", "closing", "glossary"]


@pytest.mark.parametrize(("earlier", "later"), [(2023, 2024), (2024, 2025)])
def test_levels_and_growth_of_the_sample_agree_across_the_years(earlier, later):
    def results(year: int, measure: str) -> dict[str, Any]:
        return {
            one.indicator: one.value
            for one in report(year).observations
            if one.role == "actual" and one.measure == measure and one.value is not None
        }

    before, after, growth = results(earlier, "level"), results(later, "level"), results(later, "change_pct")
    checked = [name for name in growth if name in before and name in after]
    assert len(checked) >= 6
    for name in checked:
        implied = (after[name] / before[name] - 1) * 100
        assert abs(implied - growth[name]) < 1, (name, implied, growth[name])
