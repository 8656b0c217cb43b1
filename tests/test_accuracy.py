"""Accuracy against the annotated reports: each report and pair against its floor in accuracy.toml.

`make accuracy` prints every score, and for each report the observations gained and lost since they were pinned in
`tests/accuracy/` (the offsets of those that were right in every field). `TONGBI_PIN=1 make accuracy` pins anew; the
floors are raised by hand.
"""

import hashlib
import importlib.util
import json
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT
from test_link import annotated

from flows.rows import align_rows, link_rows, observation_rows
from tongbi import Report, baseline, compare, read
from tongbi.link import links_between
from tongbi.register import DEFAULT

FLOORS = tomllib.loads((ROOT / "tests/accuracy.toml").read_text(encoding="utf-8"))
PINNED = ROOT / "tests/accuracy"

Tell = Callable[[str], None]


@pytest.fixture(scope="module")
def gold(shared: Path) -> Path:
    return shared / "gold"


@pytest.fixture(scope="module")
def reports(gold: Path) -> dict[str, Report]:
    """Every annotated report as read, by its file's name (`hailaer-2018`)."""
    return {path.stem: read(path.read_bytes().decode("utf-8")) for path in sorted(gold.glob("*.txt"))}


score_said: list[str] = []
"""What the scorer printed, call by call."""

SCORED = re.compile(
    r"agree (?P<agreed>\d+) of (?P<judged>\d+)\s+links (?P<firm>\d+), predicted (?P<counted>\d+): "
    r"precision (?P<precision>[\d.]+) recall (?P<recall>[\d.]+)"
)


def scorer(gold: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, gold / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(
    module: ModuleType,
    rows: Iterable[dict[str, Any]],
    files: list[Path],
    options: list[str],
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> float:
    """What the scorer prints last, as a number."""
    predicted = folder / "predicted.jsonl"
    predicted.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(sys, "argv", [module.__name__, str(predicted), *map(str, files), *options])
        module.main()
    score_said.append(capsys.readouterr().out)
    return float(re.findall(r"F1 ([\d.]+)", score_said[-1])[-1])


def test_annotations_are_those_of_the_floors(gold: Path) -> None:
    digest = hashlib.sha256()
    for path in sorted([*gold.glob("*.jsonl"), *gold.glob("*.txt")]):
        digest.update(path.name.encode() + path.read_bytes())
    assert digest.hexdigest()[:16] == FLOORS["digest"], (
        "the annotations changed: measure anew, then set digest and floors"
    )


def test_years_are_read_from_the_texts(reports: dict[str, Report]) -> None:
    assert {name: str(report.year) for name, report in reports.items()} == {name: name[-4:] for name in reports}


@pytest.mark.parametrize("name", FLOORS["observations"])
def test_observations(
    gold: Path, reports: dict[str, Report], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], tell: Tell
) -> None:
    module = scorer(gold, "score_observations")
    rows, annotated = observation_rows(reports[name]), gold / f"{name}.observations.jsonl"
    full = score(module, rows, [annotated], [], tmp_path, capsys)
    line = f"observations {name:20} {full:.3f} (floor {FLOORS['observations'][name]:.3f})"
    tell(f"{line} {_moved(module, rows, annotated)}")
    assert full >= FLOORS["observations"][name]


def _moved(module: ModuleType, rows: list[dict[str, Any]], annotated: Path) -> str:
    """Which observations are right that were not when they were pinned, and the other way."""
    marks = module.read(annotated)
    right = {
        marks[there]["start"]
        for here, there in module.pair_up(rows, marks)
        if all(module.field_right(field, rows[here], marks[there]) for field in module.FIELDS)
    }
    pinned = PINNED / f"{annotated.name.split('.')[0]}.json"
    if os.environ.get("TONGBI_PIN"):
        PINNED.mkdir(exist_ok=True)
        pinned.write_text(json.dumps(sorted(right)) + "\n", encoding="utf-8")
    if not pinned.exists():
        return "not pinned"
    before = set(json.loads(pinned.read_text(encoding="utf-8")))
    return f"gained {sorted(right - before)} lost {sorted(before - right)}"


@pytest.mark.parametrize("name", FLOORS["baseline"])
def test_baseline_links(
    gold: Path, reports: dict[str, Report], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], tell: Tell
) -> None:
    report = reports[name]
    files = [gold / f"{name}.links.jsonl", gold / f"{name}.observations.jsonl"]
    rows = link_rows(baseline(report), report, report)
    result = score(scorer(gold, "score_links"), rows, files, ["--kind", "baseline"], tmp_path, capsys)
    tell(f"baseline     {name:18} {result:.3f} (floor {FLOORS['baseline'][name]:.3f})")
    assert result >= FLOORS["baseline"][name]


def _pair(name: str) -> tuple[str, str]:
    place, earlier, later = name.rsplit("-", 2)
    return f"{place}-{earlier}", f"{place}-{later}"


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in ("outcome", "revision") for name in FLOORS[kind]])
def test_links_between_years(
    gold: Path,
    reports: dict[str, Report],
    kind: str,
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    tell: Tell,
) -> None:
    earlier, later = _pair(name)
    files = [gold / f"{name}.links.jsonl", *(gold / f"{side}.observations.jsonl" for side in (earlier, later))]
    comparison = compare(reports[earlier], reports[later])
    rows = link_rows(comparison.links, comparison.earlier, comparison.later)
    result = score(scorer(gold, "score_links"), rows, files, ["--kind", kind], tmp_path, capsys)
    tell(f"{kind:12} {name:18} {result:.3f} (floor {FLOORS[kind][name]:.3f})")
    assert result >= FLOORS[kind][name]


@pytest.mark.parametrize("source", FLOORS["pooled"])
def test_links_of_all_pairs_together(
    gold: Path, reports: dict[str, Report], source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], tell: Tell
) -> None:
    """Pooled F1 of outcomes and of revisions, and the share of verdicts that agree."""
    floors, agreed, judged = FLOORS["pooled"][source], 0, 0
    for kind in ("outcome", "revision"):
        firm = counted = found = right = 0
        for name in FLOORS[kind]:
            earlier, later = _pair(name)
            sides = reports[earlier], reports[later]
            if source == "annotated":
                sides = annotated(gold.parent, earlier), annotated(gold.parent, later)
            links = compare(*sides).links if source == "own" else links_between(*sides, (), DEFAULT)
            files = [gold / f"{name}.links.jsonl", *(gold / f"{side}.observations.jsonl" for side in (earlier, later))]
            rows = link_rows(links, *sides)
            score(scorer(gold, "score_links"), rows, files, ["--kind", kind], tmp_path, capsys)
            counts = SCORED.search(score_said[-1])
            assert counts, score_said[-1]
            firm, counted = firm + int(counts["firm"]), counted + int(counts["counted"])
            found += round(float(counts["recall"]) * int(counts["firm"]))
            right += round(float(counts["precision"]) * int(counts["counted"]))
            agreed, judged = agreed + int(counts["agreed"]), judged + int(counts["judged"])
        f1 = 2 * right / counted * found / firm / (right / counted + found / firm)
        told = f"{f1:.3f} (floor {floors[kind]:.3f}), {found} of {firm} found, {right} right of {counted}"
        tell(f"{kind:12} all, {source:13} {told}")
        assert f1 >= floors[kind]
    told = f"{agreed / judged:.3f} (floor {floors['verdicts']:.3f}), {agreed} of {judged}"
    tell(f"{'verdicts':12} all, {source:13} {told}")
    assert agreed >= floors["verdicts"] * judged


@pytest.mark.parametrize("name", FLOORS["alignment"])
def test_alignment(
    gold: Path, reports: dict[str, Report], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], tell: Tell
) -> None:
    earlier, later = _pair(name)
    files = [gold / f"{name}.alignment.jsonl", *(gold / f"{side}.units.jsonl" for side in (earlier, later))]
    rows = align_rows(compare(reports[earlier], reports[later]), "plan")
    result = score(scorer(gold, "score_alignment"), rows, files, [], tmp_path, capsys)
    tell(f"alignment    {name:18} {result:.3f} (floor {FLOORS['alignment'][name]:.3f})")
    assert result >= FLOORS["alignment"][name]
