import json
from itertools import accumulate
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import example, given
from hypothesis import strategies as st

from tongbi.words import words

CASES = [
    line.split("|")
    for line in (ROOT / "tests/golden/words.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

GENRE = (
    "推进三农新增就业人口项目家个百分点亿元万余至十四五年月余多级%％.．,，、0123456789２０abPM+-—~/（）“” \n\u3000𠮷龥"
)


@pytest.mark.parametrize("expected", CASES, ids="".join)
def test_golden_cases(expected: list[str]) -> None:
    assert words("".join(expected)) == expected


@pytest.mark.parametrize("expected", CASES, ids="".join)
def test_jieba_gives_the_same_words(expected: list[str]) -> None:
    assert words("".join(expected), "jieba") == expected


@given(st.one_of(st.text(), st.text(GENRE)))
@example("地区生产总值\n\n2803.5亿元")
@example("三\n个百分点")
@example("")
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text
    assert "" not in words(text)


@given(st.decimals(0, 10**6, places=1), st.sampled_from(["亿元", "万人次", "%", "个百分点", "平方公里", "家", "年"]))
def test_a_number_is_whole_with_its_unit(number: object, unit: str) -> None:
    assert words(f"达到{number}{unit}，完成任务") == ["达到", f"{number}{unit}", "，", "完成", "任务"]


def test_a_line_end_is_a_word_of_its_own() -> None:
    assert words("增长\n\n5.5%") == ["增长", "\n", "\n", "5.5%"]


def test_a_list_of_words_is_the_callers_own() -> None:
    words("稳步推进").append("！")
    assert words("稳步推进") == ["稳步", "推进"]


def test_an_unknown_number_format_is_not_cut_in_the_middle() -> None:
    assert words("A股12.5.3版") == ["A", "股", "12.5.3", "版"]


@pytest.mark.parametrize("name", ["guangzhou-1998", "hailaer-2018", "shangcheng-2025", "shanghai-2021", "xushui-2012"])
def test_both_engines_cut_real_reports_alike(shared: Path, name: str) -> None:
    text = (shared / f"gold/{name}.txt").read_bytes().decode("utf-8")
    assert words(text) == words(text, "jieba")


def test_annotated_numbers_begin_and_end_with_words(shared: Path) -> None:
    """A number with its unit is one word or several; only a word such as 百强县 may hold it."""
    cut, whole = [], 0
    for file in sorted((shared / "gold").glob("*.observations.jsonl")):
        text = file.with_name(file.name.replace(".observations.jsonl", ".txt")).read_bytes().decode("utf-8")
        bounds = {0, *accumulate(map(len, words(text)))}
        for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
            if row["value"] is None:
                continue
            whole += 1
            if not {row["start"], row["end"]} <= bounds:
                cut.append(row["quote"])
    assert len(cut) <= 0.003 * whole, cut
