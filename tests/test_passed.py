"""Numbers that are no observation: golden reasons, and no number of a report without an account."""

import re
from pathlib import Path
from typing import get_args

import pytest
from conftest import ROOT
from test_observe import SHA, frame_of, golden_cases

from flows.messages import LANGUAGES, wording
from tongbi import read
from tongbi.model import Observation, PartKind, Sentence
from tongbi.observe import observe
from tongbi.observe.passed import Reason, passed_over
from tongbi.text import fold

GOLDEN = Path(__file__).parent / "golden" / "passed.txt"
REPORTS = sorted(ROOT.glob("corpus/*/2*.txt")) + sorted(ROOT.glob("corpus/sample/*/2*.txt"))


@pytest.mark.parametrize(("part", "year", "text", "heading", "expected"), list(golden_cases(GOLDEN)))
def test_golden(part: PartKind, year: int, text: str, heading: str, expected: list[str]) -> None:
    frame = frame_of(text, part, year, heading)
    found = passed_over(text, frame.sentences, observe(text, SHA, frame))
    assert [f"{one.span.of(text)} | {one.reason}" for one in found] == expected


def check_account(text: str, sentences: tuple[Sentence, ...], observations: tuple[Observation, ...]) -> None:
    """Every digit lies in one observation or one number passed over, and in no two of these."""
    passed = passed_over(text, sentences, observations)
    held = [0] * len(text)
    for span in {one.span for one in observations} | {one.span for one in passed}:
        for place in range(span.start, span.end):
            held[place] += 1
    assert max(held, default=0) <= 1
    assert [
        text[found.start() - 5 : found.end() + 5]
        for found in re.finditer(r"\d+", fold(text))
        if not held[found.start()]
    ] == []
    assert [one.span for one in passed] == sorted(one.span for one in passed)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_digit_of_a_report_is_accounted_for(path: Path) -> None:
    report = read(path.read_text(encoding="utf-8"), path.parent.name)
    check_account(report.text, report.sentences, report.observations)


def test_every_digit_of_real_reports_is_accounted_for(shared: Path) -> None:
    for path in sorted(shared.glob("gold/*.txt")) + sorted(shared.glob("reports/*/*/*.txt"))[::60]:
        report = read(path.read_bytes().decode("utf-8"))
        check_account(report.text, report.sentences, report.observations)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_reason_is_worded(spoken: str) -> None:
    reasons = {reason for kind in get_args(Reason) for reason in get_args(kind)}
    assert set(wording(spoken)["passed"]) == reasons
