"""The commands that a row offers: that they are the right ones, and that they run as they are copied."""

import shlex
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from commands import Run
from conftest import ROOT
from shown import ZH, a_figure, a_row, visible

from tongbi.anchors import Place
from tongbi.decisions import load
from tongbi.quoting import place_of
from viewer.render import overrule
from viewer.render.overrule import Anchor, Command
from warehouse.answers import Searched
from warehouse.questions import Questions
from warehouse.store import open_published

REGION = "云川区"


def anchored(observation: str) -> Anchor | None:
    """Every figure stands in one sentence that names it, but one that nothing tells apart."""
    if observation == "nowhere":
        return None
    year = "2024" if observation.startswith("o") else "2023"
    return Anchor(f"{year}.txt", Place(session=year, quote=f"‘{observation}’为6%", number="6%"))


def names(row: object) -> list[str]:
    return [one.name for one in overrule.of_target(row, anchored)]  # type: ignore[arg-type]


def test_a_row_with_a_result_offers_the_other_verdicts_and_to_part_it():
    row = a_row(baseline=a_figure(id="b1"), next=a_figure(id="o2"))
    assert names(row) == [
        "verdict_missed",
        "verdict_not_comparable",
        "part_outcome",
        "part_baseline",
        "part_revision",
        *("drop", "rename") * 2,
    ]
    first = shlex.split(overrule.of_target(row, anchored)[0].line)
    assert first[:5] == ["tongbi", "correct", "verdict", "corpus/2023.txt", "corpus/2024.txt"]
    assert first[5:] == ["--at", "‘t1’为6%|6%", "--verdict", "missed", "--why", ""]


def test_a_row_without_one_offers_the_nearest_number_as_its_result():
    searched = Searched("2024", ("review",), 9, 4, ("服务业",), a_figure(id="o9"), 0.5, "names")
    row = a_row(outcomes=(), verdict="", state="not_found", searched=searched)
    assert names(row) == ["join_outcome", "drop", "rename"]
    assert "--part" not in overrule.of_target(row, anchored)[0].line


def test_what_cannot_be_named_by_a_quote_is_said_to_be_so():
    commands = overrule.of_target(a_row(target=a_figure(id="nowhere")), anchored)
    assert commands == [] and "nth" in visible(overrule.section(commands, ZH))


def test_a_command_is_shown_as_it_is_copied_whatever_the_report_says():
    hostile = Command("drop", "6%", shlex.join(["tongbi", "--at", "'\"$(rm) `x` <b>|6%"]))
    shown = overrule.section([hostile], ZH)
    assert hostile.line in visible(shown) and "<b>" not in shown
    assert shlex.split(hostile.line)[2] == "'\"$(rm) `x` <b>|6%"


@pytest.fixture
def asked(sample_warehouse: Path) -> Iterator[Questions]:
    with open_published(sample_warehouse) as questions:
        yield questions


def test_every_kind_of_command_runs_as_it_is_copied(
    run: Run, asked: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chinese: None
):
    corpus = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus/sample", corpus / "sample")
    monkeypatch.setenv("TONGBI_CORPUS", str(corpus))
    monkeypatch.setenv("TONGBI_REVIEWER", "甲")
    monkeypatch.chdir(tmp_path)

    def anchor(observation: str) -> Anchor | None:
        one = asked.evidence(observation)
        source = asked.source(one.region, one.session)
        place = place_of(source.text, one.session, one.span, one.figure.indicator)
        return Anchor(source.file, place) if place else None

    rows = [row for session in ("2023", "2024") for row in asked.ledger(REGION, session)]
    offered = [command for row in rows for command in overrule.of_target(row, anchor)]
    mine, other = [row for row in asked.ledger(REGION, "2023") if row.outcomes and row.target.low is not None][:2]
    near = Searched("2024", ("review",), 9, 4, (), other.outcomes[0], 0.5, "names")
    offered += overrule.of_target(replace(mine, outcomes=(), searched=near), anchor)
    queued = asked.queue(REGION)[0]
    place = anchor(queued.one_id)
    assert place
    offered += overrule.of_names(queued, place)
    first = {command.name: command for command in reversed(offered)}
    assert set(first) >= {"drop", "rename", "part_outcome", "join_outcome", "part_baseline", "part_revision", "same"}
    for name, command in first.items():
        (corpus / "corrections.toml").unlink(missing_ok=True)
        words = shlex.split(command.line)[1:-1]
        if name == "rename":
            words[words.index("--set") + 1] = "indicator=另一个名称"
        done = run(*words, "对照原文")
        assert (done.code, name) == (0, name), done.err
        (one,) = load((corpus / "corrections.toml").read_text(encoding="utf-8")).corrections
        assert (one.by, one.why, one.region) == ("甲", "对照原文", REGION)


def test_a_command_without_a_reason_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    shutil.copytree(ROOT / "corpus/sample", tmp_path / "corpus/sample")
    monkeypatch.setenv("TONGBI_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("TONGBI_REVIEWER", "甲")
    monkeypatch.chdir(tmp_path)
    place = Place(session="2024", quote="新建口袋公园12个", number="12个")
    [drop, _] = overrule.of_figure(Anchor("sample/云川区/2024.txt", place), "口袋公园")
    assert run(*shlex.split(drop.line)[1:]).code == 1
    assert not (tmp_path / "corpus/corrections.toml").exists()
