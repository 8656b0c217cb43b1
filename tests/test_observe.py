"""Observations: golden sentences, the invariants that hold on any text, ids, groups, standing."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tongbi.model import Measure, Observation, Part, PartKind, Section, Sentence, Span
from tongbi.observe import observe
from tongbi.outline import Outline
from tongbi.text import paragraphs, sentences

GOLDEN = Path(__file__).parent / "golden" / "observations.txt"
STANDING = Path(__file__).parent / "golden" / "standing.txt"
SHA = "0123456789abcdef" * 4
_CASE = re.compile(r"\[(?P<part>\w+) (?P<year>\d{4})(?: / (?P<heading>[^\]]+))?\] (?P<text>.+)")


def frame_of(text: str, part: PartKind, year: int, heading: str = "") -> Outline:
    """Outline a text that is all of one part, under one heading of the first level where there is one."""
    whole = Span(0, len(text))
    sections = (Section("一", heading, 1, part, whole),) if heading else ()
    units = tuple(
        Sentence(span, part, 0 if heading else -1, place, heading=False)
        for place, block in enumerate(paragraphs(text))
        for span in sentences(text, block)
    )
    return Outline("", year, "", None, "", "", False, (Part(part, whole),), sections, units, ())


def observed(text: str, part: PartKind = "review", year: int = 2031, heading: str = "") -> tuple[Observation, ...]:
    return observe(text, SHA, frame_of(text, part, year, heading))


def row(one: Observation) -> str:
    """Write an observation as a line of the golden file."""
    value = one.value
    written = f"{value[0]}~{value[1]}" if isinstance(value, tuple) else "" if value is None else str(value)
    fields = (one.quote, one.indicator, written, one.unit, one.measure, one.bound, one.role, one.period, one.modality)
    return " | ".join(fields).rstrip()


def golden_cases(path: Path) -> Iterator[tuple[PartKind, int, str, str, list[str]]]:
    """Give the cases of a golden file: part, year, text, heading, and the lines expected."""
    title, expected = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "[end]"]:
        if line.startswith("["):
            if title:
                case = _CASE.fullmatch(title)
                assert case, f"not a case: {title}"
                yield case["part"], int(case["year"]), case["text"], case["heading"] or "", expected  # type: ignore[misc]
            title, expected = line, []
        elif line.startswith("    ") and line.strip() != "none":
            expected.append(line.strip())


@pytest.mark.parametrize(("part", "year", "text", "heading", "expected"), list(golden_cases(GOLDEN)))
def test_golden(part: PartKind, year: int, text: str, heading: str, expected: list[str]) -> None:
    assert [row(one) for one in observed(text, part, year, heading)] == expected


def check(text: str, found: tuple[Observation, ...]) -> None:
    """What must hold of the observations of any text."""
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.quote == text[one.start : one.end] != ""
        assert one.id.startswith(f"{SHA[:12]}:{one.start}:{one.end}:")
        assert one.indicator and one.measure in get_args(Measure)
        assert (one.value is None) == (one.measure == "qualitative")
        assert (one.bound == "range") == isinstance(one.value, tuple)
        assert one.role == "target" or not one.modality
    told = [(one.start, one.end, one.indicator, one.measure, one.role, one.period) for one in found]
    assert len(set(told)) == len(told)
    for earlier, later in pairwise(found):
        assert earlier.start <= later.start
        # No number is read twice, but for one that speaks of several indicators: the same span, another name.
        assert (earlier.start, earlier.end) == (later.start, later.end) or earlier.end <= later.start


WORDS = st.sampled_from(
    [
        "全年",
        "实现",
        "地区生产总值",
        "增长",
        "5.2%",
        "、",
        "，",
        "。",
        "；",
        "分别",
        "和",
        "新增",
        "企业",
        "12家",
        "改造",
        "老旧小区",
        "30个",
        "以上",
        "左右",
        "力争",
        "“",
        "”",
        "（",
        "）",
        "第3",
        "居全省",
        "连续",
        "五年",
        "翻一番",
        "2025年",
        "到",
        "从",
        "由",
        "的",
        "至",
        "8%至10%",
        "亿元",
        "1.2亿元",
        "其中",
        "占",
        "比重",
        "达到",
        "比上年",
        "降低",
        "\n",
        "［3］",
        "①",
        "十二五",
        "“十六五”",
        "时期",
        "一季度",
        "1/4",
        "同步",
        "与",
        "万",
        "余",
        "多",
        "%",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from(get_args(PartKind)))
def test_text_of_the_genre_gives_what_must_hold(text: str, part: PartKind) -> None:
    check(text, observed(text, part))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
@example("1" * 60 + "亿元")
@example("“" * 30 + "5个" + "”" * 30)
@example("\ud800 12家")
def test_any_text_gives_what_must_hold(text: str) -> None:
    check(text, observed(text))


def test_a_broken_line_is_one_number_with_its_line_end_outside_the_quote() -> None:
    text = "过去一年，实现社会消费品零售总额\n\n87.5亿元，初次信访化解率达\n91.2%。"
    found = observed(text)
    assert [(one.indicator, one.quote) for one in found] == [
        ("社会消费品零售总额", "87.5亿元"),
        ("初次信访化解率", "91.2%"),
    ]
    check(text, found)


def test_observations_that_share_a_number_are_told_apart_by_the_last_part_of_their_id() -> None:
    first, second = observed("面商率、办结率均达100%。")
    assert (first.start, first.end) == (second.start, second.end)
    assert [one.id.rsplit(":", 1)[1] for one in (first, second)] == ["0", "1"]


def standing(one: Observation, found: tuple[Observation, ...]) -> list[str]:
    """Give the fields of a line of the golden file: how an observation stands."""
    floor = next((other.quote for other in found if other.id == one.group), "")
    return [one.quote, one.tier, one.horizon, one.certainty, one.basis, floor]


@pytest.mark.parametrize(("part", "year", "text", "heading", "expected"), list(golden_cases(STANDING)))
def test_standing(part: PartKind, year: int, text: str, heading: str, expected: list[str]) -> None:
    found = observed(text.replace("⏎", "\n"), part, year, heading)
    fields = [[field.strip() for field in line.split("|")] for line in expected]
    assert [standing(one, found) for one in found] == [[*line, "", ""][:6] for line in fields]


def test_values_are_decimals_as_written() -> None:
    (one,) = observed("城镇登记失业率4.10%。")
    assert isinstance(one.value, Decimal)
    assert str(one.value) == "4.10"


def test_annotated_reports_keep_what_must_hold(shared: Path) -> None:
    from tongbi.outline import outline

    for path in sorted((shared / "gold").glob("*.txt"))[:6]:
        text = path.read_text(encoding="utf-8")
        check(text, observe(text, SHA, outline(text, None, int(path.stem[-4:]))))


def test_reading_is_the_same_every_time() -> None:
    text = "新增省级平台7家、市级平台23家，办结率、满意率均达100%。"
    assert Counter(observed(text)) == Counter(observed(text))


def test_a_report_that_writes_in_chinese_counts_in_chinese() -> None:
    """What one sentence cannot tell, the report can: two dozen schools are a result where all numbers are Chinese."""
    amounts = "产值增长百分之九，利润增长百分之六，税收增长百分之三。"
    count = "新建学校二十四所。"
    alone = [one.quote for one in observed(count)]
    within = [one.quote for one in observed(amounts + count)]
    assert alone == []
    assert within == ["百分之九", "百分之六", "百分之三", "二十四所"]
