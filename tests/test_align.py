import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import lay_out

from tongbi import read
from tongbi.align import SectionMatch, align, match_sections
from tongbi.align.features import similarity, units
from tongbi.model import Match, PartKind, Report, Span

RELATIONS = {"原样": "kept", "改写": "reworded", "拆开": "split", "合并": "merged"}
MARKER = "#"


@dataclass(frozen=True)
class Later:
    """A sentence of the later report with what is said to have become of which of the earlier."""

    text: str
    numbers: frozenset[str]
    relation: str
    moved: bool


@dataclass(frozen=True)
class Case:
    title: str
    earlier: dict[str, str]
    later: tuple[Later, ...]


def cases() -> list[Case]:
    """The cases of alignment.txt; its first block explains the format."""
    blocks = (ROOT / "tests/golden/alignment.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    return [case(block.strip().splitlines()) for block in blocks]


def case(lines: list[str]) -> Case:
    earlier: dict[str, str] = {}
    later: list[Later] = []
    for line in lines[1:]:
        side, *fields = [field.strip() for field in line.split("|")]
        if side == "旧":
            number, text = fields
            earlier[number] = text
        else:
            numbers, relation, moved, text = fields
            known = frozenset(numbers.split(",")) - {"-"}
            later.append(Later(text, known, RELATIONS.get(relation, ""), moved == "移动"))
    return Case(lines[0].removeprefix("#").strip(), earlier, tuple(later))


def plan(*lines: str, part: PartKind = "plan") -> Report:
    """A report whose plan has these paragraphs; leading `#` make a heading, as many as its level."""
    return lay_out(tuple((part, len(line) - len(line.lstrip(MARKER)), line.lstrip(MARKER).strip()) for line in lines))


def matched(earlier: Report, later: Report) -> list[tuple[str, str, str]]:
    return [(one.earlier.of(earlier.text), one.later.of(later.text), one.relation) for one in align(earlier, later)]


@pytest.mark.parametrize("expected", cases(), ids=lambda one: one.title)
def test_golden_cases(expected: Case) -> None:
    earlier = plan(*expected.earlier.values())
    later = plan(*(one.text for one in expected.later))
    numbers = {sentence.span: number for sentence, number in zip(earlier.sentences, expected.earlier, strict=True)}
    places = {sentence.span: place for place, sentence in enumerate(later.sentences)}
    found = {(numbers[one.earlier], places[one.later]): (one.relation, one.moved) for one in align(earlier, later)}
    assert found == {
        (number, place): (one.relation, one.moved) for place, one in enumerate(expected.later) for number in one.numbers
    }


HARBOUR = (
    "# 一、兴产业",
    "扩建北港集装箱码头，吞吐量达到六十万标箱。",
    "培育智能家电龙头企业三家。",
    "# 二、惠民生",
    "新增普惠托育机构七家。",
    "为高龄老人免费安装呼叫器两千台。",
)


def test_exchanging_the_reports_gives_the_same_pairs() -> None:
    earlier = plan(*HARBOUR)
    later = plan(
        "# 一、优服务",
        "为高龄老人安装呼叫器三千台，新增普惠托育机构九家。",
        "# 二、强产业",
        "北港集装箱码头二期开工，吞吐量达到七十万标箱。",
        "培育智能家电龙头企业五家。",
    )
    forward = {(one.earlier, one.later) for one in align(earlier, later)}
    assert forward
    assert forward == {(one.later, one.earlier) for one in align(later, earlier)}


def test_review_is_matched_with_review_only() -> None:
    sentence = "新增普惠托育机构七家，每千人拥有托位四个。"
    assert align(plan(sentence, part="review"), plan(sentence)) == ()
    assert len(align(plan(sentence, part="review"), plan(sentence, part="review"))) == 1


def test_glossaries_are_not_matched() -> None:
    sentence = "新增普惠托育机构七家，每千人拥有托位四个。"
    assert align(plan(sentence, part="glossary"), plan(sentence, part="glossary")) == ()


def test_address_and_last_appeal_are_matched_with_their_own_kind() -> None:
    address = "现在，我代表县人民政府，向大会报告工作，请予审议。", "现在，我代表县人民政府报告工作，请各位代表审议。"
    appeal = "让我们携手并肩、埋头苦干，为建设幸福新城而努力奋斗！", "让我们锐意进取、埋头苦干，为建成幸福新城而奋斗！"
    parts: tuple[PartKind, ...] = ("opening", "plan", "closing")
    earlier, later = (
        lay_out(tuple(zip(parts, (0, 0, 0), (address[side], "新建公园三处。", appeal[side]), strict=True)))
        for side in (0, 1)
    )
    assert matched(earlier, later) == [
        (address[0], address[1], "reworded"),
        ("新建公园三处。", "新建公园三处。", "kept"),
        (appeal[0], appeal[1], "reworded"),
    ]
    assert align(plan(appeal[0]), plan(appeal[1], part="closing")) == ()


def test_a_sentence_kept_word_for_word_is_certain() -> None:
    [one] = align(plan("实施九年一贯制学校扩建。"), plan("实施九年一贯制学校扩建。"))
    assert (one.relation, one.score, one.reason) == ("kept", 1.0, "exact")


def test_neighbours_that_change_places_have_not_moved() -> None:
    heading, *rest = HARBOUR[:3]
    found = align(plan(heading, *rest), plan(heading, *reversed(rest)))
    assert len(found) == 3
    assert not any(one.moved for one in found)


def test_what_else_was_aligned_makes_no_difference() -> None:
    earlier, later = plan(*HARBOUR), plan(*HARBOUR[3:], *HARBOUR[:3])
    alone = align(earlier, later)
    align(plan("造林三千亩。"), plan("造林五千亩。"))
    assert align(earlier, later) == alone


def test_a_renamed_section_is_matched_by_its_sentences() -> None:
    later = plan("# 一、壮筋骨", *HARBOUR[1:3], "# 二、暖民心", *HARBOUR[4:])
    first, second = match_sections(plan(*HARBOUR), later)
    assert (first.earlier, first.later, first.renamed, first.moved) == (0, 0, True, False)
    assert (second.earlier, second.later, second.renamed, second.moved) == (1, 1, True, False)


def test_sections_that_change_places_are_matched_and_one_moved() -> None:
    found = match_sections(plan(*HARBOUR), plan("# 一、惠民生", *HARBOUR[4:], "# 二、兴产业", *HARBOUR[1:3]))
    assert {(one.earlier, one.later, one.renamed) for one in found} == {(0, 1, False), (1, 0, False)}
    assert sum(one.moved for one in found) == 1


def test_another_year_or_number_does_not_rename_a_section() -> None:
    sentences = HARBOUR[1:3]
    [one] = match_sections(plan("# 二、2023年主要工作", *sentences), plan("# 三、2024年主要工作", *sentences))
    assert not one.renamed


def test_a_section_under_another_heading_has_moved_and_those_within_have_not() -> None:
    group = (
        "## （一）促就业",
        "举办招聘会八十场，帮扶困难人员就业。",
        "## （二）强医疗",
        "建设区域医疗中心，引进医师四十名。",
    )
    earlier = plan("# 一、富民", *group, "# 二、兴业", "建成光电产业园，落户企业二十家。")
    moved = plan("# 一、富民", "提高低保标准。", "# 二、兴业", "建成光电产业园二期，落户企业三十家。", *group)
    by_heading = {moved.sections[one.later].heading: one for one in match_sections(earlier, moved)}
    assert by_heading["促就业"].moved
    assert not by_heading["兴业"].moved
    together = plan("# 一、兴业", "建成光电产业园二期，落户企业三十家。", "# 二、富民", *group)
    assert sum(one.moved for one in match_sections(earlier, together)) == 1


def test_sections_without_a_counterpart_are_left_alone() -> None:
    later = plan("# 一、兴产业", *HARBOUR[1:3], "# 二、治水患", "加固堤防十九公里，新建泵站两座。")
    assert [(one.earlier, one.later) for one in match_sections(plan(*HARBOUR), later)] == [(0, 0)]


def test_glossaries_are_matched_by_heading() -> None:
    earlier, later = (
        plan("# 名词解释", words, part="glossary") for words in ("一港两园：北港和两园。", "双碳：两个目标。")
    )
    assert [(one.earlier, one.later) for one in match_sections(earlier, later)] == [(0, 0)]


def test_matches_that_are_known_are_taken_as_given() -> None:
    earlier = plan(*HARBOUR)
    assert match_sections(earlier, earlier, align(earlier, earlier)) == match_sections(earlier, earlier)
    assert all(isinstance(one, SectionMatch) for one in match_sections(earlier, earlier, ()))


def test_empty_reports_match_nothing() -> None:
    assert align(plan(), plan()) == ()
    assert align(plan(), plan(*HARBOUR)) == ()
    assert match_sections(plan(), plan(*HARBOUR)) == ()


GENRE = st.text("推进建设城乡水利就业新增完成2024%，、“”（）年个亩\n \u3000\U00020bb7a1.", min_size=1, max_size=24)
PARTS: st.SearchStrategy[PartKind] = st.sampled_from(("review", "plan", "closing"))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    lines = draw(st.lists(st.tuples(PARTS, st.integers(0, 3), GENRE), max_size=12))
    return lay_out(tuple(sorted(lines, key=lambda line: line[0], reverse=True)))


@settings(max_examples=60, deadline=None)
@given(reports(), reports())
def test_any_two_reports_can_be_aligned(earlier: Report, later: Report) -> None:
    found = align(earlier, later)
    check(found, earlier, later)
    assert {(one.earlier, one.later) for one in found} == {(one.later, one.earlier) for one in align(later, earlier)}
    sections = match_sections(earlier, later, found)
    assert len({one.earlier for one in sections}) == len({one.later for one in sections}) == len(sections)


def check(found: tuple[Match, ...], earlier: Report, later: Report) -> None:
    """What holds of the matches of any two reports."""
    before = {sentence.span: sentence.part for sentence in earlier.sentences}
    after = {sentence.span: sentence.part for sentence in later.sentences}
    assert [(one.later.start, one.earlier.start) for one in found] == sorted(
        (one.later.start, one.earlier.start) for one in found
    )
    assert len({(one.earlier, one.later) for one in found}) == len(found)
    for one in found:
        assert before[one.earlier] == after[one.later] != "glossary"
        assert 0 < one.score <= 1
        uses = [other for other in found if other.earlier == one.earlier]
        assert one.relation == "kept" or (one.relation == "split") == (len(uses) > 1)


def test_real_reports_shuffled_by_section_keep_their_pairs(shared: Path) -> None:
    """Sections of a real plan in another order: most sentences find themselves, though the order has gone."""
    text = (shared / "gold/guowuyuan-2024.txt").read_bytes().decode("utf-8")
    report = read(text)
    blocks = [one for one in report.sections if one.part == "plan" and one.level == 2]
    start, end = blocks[0].span.start, blocks[-1].span.end
    shuffled = "".join(report.text[one.span.start : one.span.end] for one in reversed(blocks))
    later = read(text[:start] + shuffled + text[end:])
    found = align(report, later)
    same = [one for one in found if one.earlier.of(text) == one.later.of(later.text)]
    inside = [one for one in report.sentences if Span(start, end).covers(one.span)]
    assert len({one.earlier for one in same}) >= 0.97 * len([one for one in report.sentences if one.part == "plan"])
    assert sum(one.moved for one in same) >= 0.5 * len(inside)


def test_what_is_numbered_alike_is_more_alike() -> None:
    first, third, bare, listed = (
        units([said], [False], [kind])
        for said, kind in (("（一）稳岗位", 1), ("（三）稳就业", 1), ("稳就业", 0), ("三是稳就业", 4))
    )
    alike = similarity(first, third)
    assert (alike > similarity(first, bare)).all()
    assert (alike > similarity(first, listed)).all()


def test_numpy_is_not_loaded_before_it_is_needed() -> None:
    heavy = "{'numpy', 'rjieba', 'jieba', 'diff_match_patch'}"
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, tongbi; print(sorted({heavy} & set(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]"
