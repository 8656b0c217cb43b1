from itertools import accumulate, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tongbi.diff import edits, kept_share, marks
from tongbi.model import Edit, Match, Span
from tongbi.words import words

SIGNS = {"equal": "", "delete": "-", "insert": "+"}


def whole(earlier: str, later: str) -> Match:
    """A match of two texts that are one sentence each."""
    return Match(Span(0, len(earlier)), Span(0, len(later)), "reworded", False, 1.0, "near")


def shown(earlier: str, later: str) -> list[str]:
    """The runs as text, with their signs."""
    found = edits(earlier, later, whole(earlier, later))
    return [SIGNS[one.kind] + (one.earlier.of(earlier) if one.earlier else one.later.of(later)) for one in found]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("出口额增长5%左右。", "出口额增长5%以上。", ["出口额增长5%", "-左右", "+以上", "。"]),
        ("新建绿道12.5公里。", "新建绿道12公里。", ["新建绿道", "-12.5公里", "+12公里", "。"]),
        ("推进水库除险加固。", "推进水库除险加固。", ["推进水库除险加固。"]),
        ("推进水库除险加固。", "继续推进水库除险加固。", ["+继续", "推进水库除险加固。"]),
        ("办好茶博会", "", ["-办好茶博会"]),
        ("", "办好茶博会", ["+办好茶博会"]),
        ("", "", []),
        ("办好茶博会", "严控举债", ["-办好茶博会", "+严控举债"]),
    ],
)
def test_runs(earlier: str, later: str, expected: list[str]) -> None:
    assert shown(earlier, later) == expected


def test_a_changed_number_is_never_cut() -> None:
    assert shown("完成投资1,250.5亿元，增长8.5%。", "完成投资1,350.5亿元，增长8.8%。") == [
        "完成投资", "-1,250.5亿元", "+1,350.5亿元", "，增长", "-8.5%", "+8.8%", "。",
    ]  # fmt: skip


def test_spans_are_offsets_into_the_reports() -> None:
    earlier, later = "一、民生。新增托位800个。完。", "开篇。新增托位950个。"
    match = Match(Span(5, 14), Span(3, 12), "reworded", False, 1.0, "near")
    equal, gone, new, end = edits(earlier, later, match)
    assert equal == Edit("equal", Span(5, 9), Span(3, 7))
    assert gone == Edit("delete", Span(9, 13), None)
    assert new == Edit("insert", None, Span(7, 11))
    assert (end.earlier, end.later) == (Span(13, 14), Span(11, 12))


GENRE = st.text("推进新增就业水利，。、2.5%亿元\n 个\U00020bb7", max_size=30)


@settings(deadline=None)
@given(GENRE, GENRE)
@example("总值\n\n28.5亿元", "总值28.5亿元")
def test_runs_rebuild_both_texts_and_cut_no_word(earlier: str, later: str) -> None:
    found = edits(earlier, later, whole(earlier, later))
    assert "".join(one.earlier.of(earlier) for one in found if one.earlier) == earlier
    assert "".join(one.later.of(later) for one in found if one.later) == later
    for text, spans in (
        (earlier, [one.earlier for one in found if one.earlier]),
        (later, [one.later for one in found if one.later]),
    ):
        assert {place for span in spans for place in (span.start, span.end)} <= {0, *accumulate(map(len, words(text)))}
    for one in found:
        assert (one.earlier is not None, one.later is not None) == (one.kind != "insert", one.kind != "delete")
        if one.earlier and one.later:
            assert one.earlier.of(earlier) == one.later.of(later)
    for one, following in pairwise(found):
        assert one.kind != following.kind
        assert (one.kind, following.kind) != ("insert", "delete")
    assert 0 <= kept_share(found) <= 1


def test_kept_share() -> None:
    assert kept_share(edits("加固堤防三处", "加固堤防三处", whole("加固堤防三处", "加固堤防三处"))) == 1
    assert kept_share([]) == 1
    assert kept_share(edits("办好茶博会", "严控举债", whole("办好茶博会", "严控举债"))) == 0
    halves = (Edit("equal", Span(0, 2), Span(0, 2)), Edit("delete", Span(2, 3), None), Edit("insert", None, Span(2, 4)))
    assert kept_share(halves) == 0.5


def marked(earlier: str, later: str, pairs: list[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Side, sentence and words of the marks where these sentences are matched."""
    matches = [
        Match(
            Span(earlier.index(one), earlier.index(one) + len(one)),
            Span(later.index(other), later.index(other) + len(other)),
            "split", False, 1.0, "near",
        )
        for one, other in pairs
    ]  # fmt: skip
    found = marks(matches, [edits(earlier, later, match) for match in matches], (earlier, later))
    texts = {"earlier": earlier, "later": later}
    return [(one.side, one.sentence.of(texts[one.side]), one.span.of(texts[one.side])) for one in found]


def test_words_that_one_half_of_a_split_kept_are_not_lost() -> None:
    one, first, second = "改造菜场六个，新建球场两片。", "改造菜场六个。", "另建球场两片。"
    assert marked(one, first + second, [(one, first), (one, second)]) == [
        ("earlier", one, "，新建"),
        ("later", second, "另建"),
    ]


def test_words_that_one_part_of_a_merge_gave_are_not_new() -> None:
    first, second, one = "改造菜场六个。", "新建球场两片。", "改造菜场六个、新建球场四片。"
    assert [mark[2] for mark in marked(first + second, one, [(first, one), (second, one)]) if mark[0] == "later"] == [
        "、",
        "四片",
    ]


def test_a_lost_line_end_is_an_edit_and_no_mark() -> None:
    earlier, later = "完成投资\n\n28.5亿元。", "完成投资28.5亿元。"
    assert shown(earlier, later) == ["完成投资", "-\n\n", "28.5亿元。"]
    assert marked(earlier, later, [(earlier, later)]) == []
    match = whole(earlier, later)
    assert len(marks([match], [edits(earlier, later, match)])) == 1


def test_nothing_matched_nothing_marked() -> None:
    assert marks([], []) == ()
