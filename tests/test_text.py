"""Folding, paragraphs, sentences: places in the text as it came, nothing moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongbi.model import Span
from tongbi.text import flat, fold, paragraphs, sentences

REPORT_LIKE = st.text(alphabet="报告一、（）(“”‘’。！？；，：\n\r\u3000 ０1２3%％.—①亿元\u2028😀", max_size=200)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def test_full_width_letters_digits_and_marks_fold_one_for_one() -> None:
    assert fold("ＧＤＰ增长８．５％，（预计）\u3000稳中有进。") == "GDP增长8.5%,(预计) 稳中有进。"


def test_folding_leaves_signs_alone_that_compatibility_forms_would_expand() -> None:
    assert fold("①㎡Ⅲ½") == "①㎡Ⅲ½"


@given(REPORT_LIKE | st.text(max_size=100))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_a_sentence_broken_before_its_number_is_one_paragraph() -> None:
    text = "全县粮食总产量达到，按可比口径计算\n\n38.6万吨、增长2.1%。\n新建粮库4座。"
    assert [flat(text, span) for span in paragraphs(text)] == [
        "全县粮食总产量达到，按可比口径计算38.6万吨、增长2.1%。",
        "新建粮库4座。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "一、2031年工作回顾\n2031年，全县经济平稳运行。",  # a heading and a year
        "主要做了以下工作，\n1.修路20公里。",  # a numbered item
        "粮食产量稳定在40万吨。\n2031年，又获丰收。",  # a final mark
        "教育方面；\n6所学校建成。",  # a list
        "过去五年工作回顾\n5年来，我们砥砺前行。",  # a line that is no running text
    ],
)
def test_a_line_that_starts_with_a_digit_for_another_reason_stays_apart(text: str) -> None:
    assert len(paragraphs(text)) == 2


def test_paragraphs_are_trimmed_and_blank_lines_hold_none() -> None:
    text = " \u3000各位代表：\r\n\r\n\u3000\u3000现在报告工作。 \n \n"
    assert words(text, paragraphs(text)) == [
        "各位代表：",
        "现在报告工作。",
    ]


def test_sentences_end_at_final_marks_with_their_closing_quotes() -> None:
    text = "坚持“一张蓝图绘到底！”抓项目、促开放；稳增长。怎么办？干！"
    assert words(text, sentences(text, Span(0, len(text)))) == [
        "坚持“一张蓝图绘到底！”",
        "抓项目、促开放；稳增长。",
        "怎么办？",
        "干！",
    ]


def test_what_has_no_final_mark_ends_with_its_paragraph() -> None:
    text = "新建公园3个；\n新增绿地20公顷"
    assert [words(text, sentences(text, span)) for span in paragraphs(text)] == [["新建公园3个；"], ["新增绿地20公顷"]]


def test_flat_writes_a_broken_line_as_one() -> None:
    text = "实现产值\n\n  12.5亿元、增长  8%"
    assert flat(text, Span(0, len(text))) == "实现产值12.5亿元、增长 8%"


@given(REPORT_LIKE)
def test_every_character_lies_in_exactly_one_sentence(text: str) -> None:
    cut = [sentence for paragraph in paragraphs(text) for sentence in sentences(text, paragraph)]
    places = [place for span in cut for place in range(span.start, span.end)]
    assert places == sorted(set(places))
    inside = set(places)
    assert all(place in inside for place, character in enumerate(text) if not character.isspace())
    assert all(span.of(text) == span.of(text).strip() != "" for span in cut)
