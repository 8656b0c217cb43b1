"""`tongbi correct`: what it writes, what it refuses, and that commands about files heed what was written."""

import json
import shutil
from pathlib import Path

import pytest
from commands import Run
from conftest import ROOT

from tongbi.decisions import load

WHO = ("--by", "甲", "--why", "对照原文")
DROP = ("--at", "新建口袋公园12个|12个", "--drop", *WHO)


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chinese: None) -> Path:
    """A corpus of the three invented reports with the project's own file of corrections, which has none."""
    folder = tmp_path / "corpus"
    shutil.copytree(ROOT / "corpus/sample", folder / "sample")
    shutil.copy(ROOT / "corpus/corrections.toml", folder)
    monkeypatch.setenv("TONGBI_CORPUS", str(folder))
    return folder


def of(corpus: Path, year: int) -> Path:
    return corpus / "sample/云川区" / f"{year}.txt"


def written(corpus: Path) -> str:
    return (corpus / "corrections.toml").read_text(encoding="utf-8")


def test_an_entry_is_written_behind_what_the_file_says(run: Run, corpus: Path) -> None:
    before = written(corpus) + "# 下面是人工改的\n"
    (corpus / "corrections.toml").write_text(before, encoding="utf-8")
    done = run("correct", "observation", of(corpus, 2024), *DROP)
    assert (done.code, done.out) == (0, "")
    assert written(corpus).startswith(before)
    (one,) = load(written(corpus)).corrections
    assert (one.region, one.by, one.why) == ("云川区", "甲", "对照原文")
    assert one.id in done.err


def test_a_number_that_was_dropped_is_printed_no_more(run: Run, corpus: Path) -> None:
    before = run("observations", of(corpus, 2024)).rows()
    run("correct", "observation", of(corpus, 2024), *DROP)
    after = run("observations", of(corpus, 2024)).rows()
    assert [one["quote"] for one in before if one not in after] == ["12个"]


def test_each_kind_is_written_and_heeded(run: Run, corpus: Path) -> None:
    pair = (of(corpus, 2024), of(corpus, 2025))
    at = ("--at", "新增公办学位2500个以上|2500个")
    ends = ("--from", "新建口袋公园12个|12个", "--to", "普惠性托位520个|520个")
    commands = [
        ("observation", pair[1], "--at", "打造“15分钟品质生活圈”|15分钟", "--add", *sets(), *WHO),
        ("identity", pair[1], "经营主体总量", "市场主体总量", "--at", "经营主体总量达到9.2万户", *WHO),
        ("link", *pair, "--lane", "outcome", *ends, *WHO),
        ("verdict", *pair, *at, "--verdict", "missed", *WHO),
    ]
    for command in commands:
        assert run("correct", *command).code == 0
    ids = [one.id for one in load(written(corpus)).corrections]
    assert len(set(ids)) == 4
    decided = {one["decided"] for path in pair for one in run("observations", path).rows()} - {""}
    assert decided == {ids[0], ids[1]}
    links = run("links", *pair).rows()
    outcomes = {one["decided"]: one["verdict"] for one in links if one["decided"]}
    assert outcomes == {ids[2]: "met", ids[3]: "missed"}


def test_sentences_are_parted_and_the_pair_is_gone_from_the_diff(run: Run, corpus: Path) -> None:
    pair = (of(corpus, 2024), of(corpus, 2025))
    ends = ("--from", "新增公办学位2500个以上", "--to", "新增公办学位2500个以上")
    before = json.loads(run("diff", *pair, "--json").out)["matches"]
    assert run("correct", "match", *pair, *ends, "--part", *WHO).code == 0
    after = json.loads(run("diff", *pair, "--json").out)["matches"]
    text = [path.read_text(encoding="utf-8") for path in pair]
    gone = [one for one in before if one not in after]
    assert ["新增公办学位2500个以上" in text[0][one["earlier"]["start"] : one["earlier"]["end"]] for one in gone] == [
        True
    ]
    done = run("correct", "match", *pair, *ends, *WHO)
    assert (done.code, "同一件事" in done.err) == (1, True)


def sets() -> list[str]:
    fields = {"indicator": "生活圈步行时间", "unit": "分钟", "measure": "level", "role": "target", "period": "2025"}
    given = [f"{name}={value}" for name, value in {**fields, "value": "14~15"}.items()]
    return [word for pair in given for word in ("--set", pair)]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("--at", "新建口袋公园99个|99个", "--drop"), "没有这句原话"),
        (("--at", "各位代表", "--drop"), "at.number"),
        (("--at", "新建|12个", "--drop"), "at.number"),
        (("--at", "2024年|2024年", "--drop"), "不止一处"),
        (("--at", "新建口袋公园12个|12个|新增停车泊位", "--drop"), "没有读出的数字"),
        (("--at", "新建口袋公园12个|12个"), "set"),
        (("--at", "新建口袋公园12个|12个", "--set", "role=goal"), "set.role"),
        (("--at", "新建口袋公园12个|12个", "--set", "role"), "写作 名称=值"),
        (("--at", "新建口袋公园12个|12个|口袋公园|4", "--drop"), "看不懂这处出处"),
    ],
)
def test_what_has_no_effect_is_refused_and_nothing_is_written(
    run: Run, corpus: Path, command: tuple[str, ...], told: str
) -> None:
    before = written(corpus)
    done = run("correct", "observation", of(corpus, 2024), *command, *WHO)
    assert done.code == 1
    assert told in done.err
    assert written(corpus) == before


def test_the_same_is_not_decided_twice(run: Run, corpus: Path) -> None:
    run("correct", "observation", of(corpus, 2024), *DROP)
    before = written(corpus)
    done = run("correct", "observation", of(corpus, 2024), *DROP)
    assert (done.code, "同一件事" in done.err) == (1, True)
    other_words = ("--at", "口袋公园12个|12个", "--set", "unit=座", *WHO)
    done = run("correct", "observation", of(corpus, 2024), *other_words)
    assert (done.code, "已对同一处" in done.err) == (1, True)
    assert written(corpus) == before


def test_a_link_in_the_wrong_lane_is_refused(run: Run, corpus: Path) -> None:
    pair = (of(corpus, 2024), of(corpus, 2025))
    ends = ("--from", "新建口袋公园12个|12个", "--to", "普惠性托位520个|520个")
    done = run("correct", "link", *pair, "--lane", "revision", *ends, *WHO)
    assert (done.code, "不合这种联系" in done.err) == (1, True)


def test_a_file_that_is_no_toml_is_told_and_left_alone(run: Run, corpus: Path) -> None:
    (corpus / "corrections.toml").write_text("[[corrections]\n", encoding="utf-8")
    done = run("correct", "observation", of(corpus, 2024), *DROP)
    assert (done.code, "corrections.toml" in done.err) == (1, True)
    assert written(corpus) == "[[corrections]\n"


def test_there_need_be_no_file(run: Run, corpus: Path) -> None:
    (corpus / "corrections.toml").unlink()
    assert run("correct", "observation", of(corpus, 2024), *DROP).code == 0
    assert len(load(written(corpus)).corrections) == 1
