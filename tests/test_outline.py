"""The outline against golden reports, its properties on any text, and every annotated report."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongbi.errors import NotAReport
from tongbi.model import Span
from tongbi.outline import Outline, outline

GOLDEN = Path(__file__).parent / "golden" / "outline.txt"
PART = {"opening": "开头", "review": "回顾", "plan": "计划", "closing": "结尾", "glossary": "附录"}
LOOKING_BACK = (
    "在省委、省政府的坚强领导下，在人大、政协的监督支持下，全体干部群众迎难而上，圆满完成了年初确定的各项任务，经济社会发展取得了"
    "明显成效。全年完成固定资产投资，增速比上年提高，城乡居民收入稳步增长，累计建成了一批交通、水利和教育项目，荣获多项省级荣誉，"
    "城乡面貌发生了可喜变化，群众的获得感明显增强，社会大局保持了和谐稳定。过去取得的这些成绩，为今后的发展打下了坚实的基础。"
)
LOOKING_AHEAD = (
    "要坚持稳中求进的工作总基调，加快转变发展方式，着力推动高质量发展，努力保持经济运行在合理区间，确保各项目标任务如期实现。"
    "要深化重点领域改革，加强要素保障，进一步优化营商环境，大力培育经营主体，推动产业向高端化迈进。要健全公共服务体系，强化就业优先"
    "导向，继续办好民生实事，坚决守住安全底线，切实维护社会和谐稳定，让发展成果更好惠及全体人民，推动各项工作再上新台阶。"
)


def golden() -> Iterator[tuple[str, str, list[str]]]:
    """Name, text and expected lines of each group in the golden file."""
    for group in GOLDEN.read_text(encoding="utf-8").split("\n\n"):
        lines = group.strip().split("\n")
        said = [line[2:] for line in lines if line.startswith("> ")]
        if said:
            name = next(line for line in lines if line.startswith("# "))[2:]
            text = "\n".join(said).replace("～回顾", LOOKING_BACK * 4).replace("～计划", LOOKING_AHEAD * 4)
            yield name, text, [line[2:] for line in lines if line.startswith("= ")]


def told(text: str, found: Outline) -> list[str]:
    """Write an outline as the golden file does."""
    front = (found.region, found.year, found.delivered, found.meeting, found.speaker)
    lines = ["报告 " + " ".join(str(value or "-") for value in front)]
    lines += [f"部分 {PART[part.kind]}：{part.span.of(text).strip()}" for part in found.parts]
    lines += [f"标题 {one.level} {one.number or '-'} {one.heading}" for one in found.sections]
    return lines + [f"名词 {term.name}：{term.definition.of(text)}" for term in found.terms]


CASES = list(golden())


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_golden_reports_are_outlined_as_written(text: str, expected: list[str]) -> None:
    lines = told(text, outline(text))
    pairs = zip(lines, expected, strict=False)
    cut = [line[: len(want)] if line.startswith(("部分", "名词")) else line for line, want in pairs]
    assert cut + lines[len(expected) :] == expected


def test_what_the_caller_says_of_region_and_year_counts_more_than_the_text() -> None:
    found = outline(CASES[0][1], region="上浦区", year=2040)
    assert (found.region, found.year) == ("上浦区", 2040)


def test_a_broken_line_does_not_end_a_sentence() -> None:
    text = CASES[0][1].replace("新增规上企业15家以上。", "力争规上工业增加值，按可比价达到\n\n85亿元以上。")
    sentence = next(one for one in outline(text).sentences if "85亿元" in one.span.of(text))
    assert sentence.span.of(text) == "实施强链补链工程，力争规上工业增加值，按可比价达到\n\n85亿元以上。"


def test_a_heading_run_into_its_text_is_a_sentence_of_its_own() -> None:
    text = CASES[0][1]
    found = outline(text)
    headings = [one.span.of(text) for one in found.sentences if one.heading]
    assert "（一）聚力稳增长，经济运行回升向好。" in headings
    assert "壮大主导产业。" in headings
    assert not any("新增规上企业" in words for words in headings)


def test_a_number_is_never_hidden_in_a_heading_run_into_its_text() -> None:
    text = CASES[0][1].replace(
        "（二）聚力惠民生，公共服务持续改善。", "（二）聚力惠民生累计投入36.5亿元，公共服务改善。"
    )
    found = outline(text)
    assert any(one.heading == "聚力惠民生累计投入36.5亿元" for one in found.sections)
    assert not any(one.heading for one in found.sentences if "36.5亿元" in one.span.of(text))


def test_what_the_review_says_of_problems_and_of_this_year_stays_review() -> None:
    text = CASES[0][1]
    parts = {
        one.part for one in outline(text).sentences if "一季度" in one.span.of(text) or "问题" in one.span.of(text)
    }
    assert parts == {"review"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\u3000\n", "empty"),
        ("床前明月光，疑是地上霜。举头望明月，低头思故乡。\n" * 200, "not_a_report"),
        (CASES[0][1][:300], "too_short"),
        (CASES[0][1].partition("二、2032年")[0] + LOOKING_BACK * 8, "no_plan"),
        (CASES[3][1].replace("一九九六年", "今年").replace("一九九五年", "去年"), "no_year"),
        ("总理着重指出，政府工作要加强。总理说，目标已定，人大代表要监督。\n" * 100, "summary"),
    ],
)
def test_what_is_no_whole_report_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(NotAReport) as refused:
        outline(text)
    assert refused.value.code == code
    assert code == "empty" or refused.value.detail


def test_a_missing_year_can_be_given() -> None:
    assert outline(CASES[3][1].replace("一九九六年", "今年").replace("一九九五年", "去年"), year=1996).year == 1996


@pytest.mark.parametrize("said", ["（本文有删减）", "（此件删减公开）"])
def test_a_text_that_says_it_was_cut_is_abridged(said: str) -> None:
    whole, *_ = CASES[1][1:]
    assert not outline(whole).abridged
    assert outline(whole + "\n" + said).abridged


def test_a_report_that_breaks_off_in_the_plan_is_abridged() -> None:
    assert outline(CASES[0][1].partition("各位代表，我们将")[0]).abridged


def test_a_term_defined_in_two_paragraphs_keeps_both() -> None:
    text = CASES[5][1]
    last = outline(text).terms[-1]
    assert last.definition.of(text) == "问题图斑、\n闲置厂房清零。"
    assert last.span.of(text).startswith("[3]")


def assert_sound(text: str, found: Outline) -> None:
    """What holds of every outline: parts cover, sections nest, sentences partition the text and lie within parts."""
    assert found.parts[0].span.start == 0
    assert found.parts[-1].span.end == len(text)
    assert all(before.span.end == after.span.start for before, after in pairwise(found.parts))
    assert len({part.kind for part in found.parts}) == len(found.parts)
    above: list[tuple[int, Span]] = []
    for section in found.sections:
        assert section.span.start < section.span.end
        while above and above[-1][0] >= section.level:
            above.pop()
        assert not above or above[-1][1].covers(section.span)
        above.append((section.level, section.span))
    assert [one.span.start for one in found.sections] == sorted(one.span.start for one in found.sections)
    kinds = {part.kind: part.span for part in found.parts}
    ends = 0
    inside = 0
    for sentence in found.sentences:
        assert sentence.span.start >= ends
        ends = sentence.span.end
        inside += sum(not character.isspace() for character in sentence.span.of(text))
        assert kinds[sentence.part].covers(sentence.span)
        if sentence.section >= 0:
            assert (
                found.sections[sentence.section].span.start
                <= sentence.span.start
                < found.sections[sentence.section].span.end
            )
    assert inside == sum(not character.isspace() for character in text)
    assert all(term.span.covers(term.definition) for term in found.terms)


@pytest.mark.parametrize("text", [case[1] for case in CASES])
def test_outlines_of_golden_reports_are_sound(text: str) -> None:
    assert_sound(text, outline(text))


# Pieces of reports, one after a bar or a line; ¶ stands for a line end.
PIECES = f"""
{LOOKING_BACK}|{LOOKING_AHEAD}|¶|　　| |。|：|；|“|”|九|十|??|①|[1]|——|（一）|1.|第一，
政府工作报告¶|——2031年2月3日在南浦区第九届人民代表大会第一次会议上¶
各位代表：|各位代表！让我们努力奋斗！¶|现在，我代表区人民政府报告工作，请予审议。¶
一、2030年工作回顾|二、2031年工作安排|过去一年完成了投资12.5亿元，|要确保增长5%以上|抓好落实。
名词解释¶|“八大行动”：即八项行动。|今年的主要预期目标是|一、二、三产业|在肯定成绩的同时
"""
PIECE = st.sampled_from([piece.replace("¶", "\n") for piece in PIECES.replace("\n", "|").strip("|").split("|")])


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECE, max_size=60).map("".join) | st.text(max_size=300))
def test_any_text_is_outlined_soundly_or_refused(text: str) -> None:
    try:
        found = outline(text, year=2031)
    except NotAReport as refused:
        assert refused.code
    else:
        assert_sound(text, found)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECE, max_size=25).map("".join), st.integers(0, 10_000))
def test_a_report_with_anything_put_into_it_is_outlined_soundly(noise: str, place: int) -> None:
    text = CASES[0][1][: place % len(CASES[0][1])] + noise + CASES[0][1][place % len(CASES[0][1]) :] + LOOKING_AHEAD * 4
    try:
        assert_sound(text, outline(text, year=2032))
    except NotAReport as refused:
        assert refused.code in {"no_plan", "no_year"}


def test_parts_of_every_annotated_report(shared: Path) -> None:
    for path in sorted((shared / "gold").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        found = outline(text)
        assert_sound(text, found)
        assert found.year == int(path.stem.rpartition("-")[2])
        kinds = [part.kind for part in found.parts]
        assert {"review", "plan"} <= set(kinds), path.stem
        assert any(one.span.start == found.parts[kinds.index("plan")].span.start for one in found.sections), path.stem
        assert not found.abridged, path.stem


def test_sentences_of_annotated_reports_are_the_annotators_units(shared: Path) -> None:
    for path in sorted((shared / "gold").glob("*.units.jsonl")):
        text = path.with_name(path.name.replace(".units.jsonl", ".txt")).read_bytes().decode("utf-8")
        units = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        wanted = {(unit["start"], unit["end"]) for unit in units}
        found = {(one.span.start, one.span.end) for one in outline(text).sentences}
        assert len(wanted & found) >= 0.98 * max(len(wanted), len(found)), path.stem


def test_the_first_report_defines_the_eight_actions_twice(shared: Path) -> None:
    text = (shared / "gold" / "shangcheng-2025.txt").read_bytes().decode("utf-8")
    named = [term for term in outline(text).terms if "八大行动" in term.name]
    assert len(named) == 2
    assert named[0].span.end <= named[1].span.start


def test_years_of_real_reports(shared: Path) -> None:
    """Every ninth report: its year is the folder's, and it is refused only where it holds no plan."""
    paths = sorted((shared / "reports").glob("*/*/*.txt"))[::9]
    wrong = []
    for path in paths:
        try:
            if outline(path.read_bytes().decode("utf-8")).year != int(path.stem[:4]):
                wrong.append(path.name)
        except NotAReport:
            wrong.append(path.name)
    assert len(wrong) <= len(paths) // 50
