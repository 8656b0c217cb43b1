"""What stands where in a report: title block, parts, sections, sentences, glossary terms."""

import re
from dataclasses import dataclass
from datetime import date

from tongbi.errors import NotAReport
from tongbi.model import Part, PartKind, Section, Sentence, Span, Term
from tongbi.text import flat, fold, paragraphs, sentences


@dataclass(frozen=True, slots=True)
class Outline:
    """A report without its numbers. `region` is "" where the text does not name it; fields as in `model.Report`."""

    region: str
    year: int
    title: str
    delivered: date | None
    speaker: str
    meeting: str
    abridged: bool
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[Term, ...]


_NUMBERED = re.compile(r"(?:([一二三四五六七八九十]+)、|\(([一二三四五六七八九十]+)\)|(\d{1,2})[.、](?!\d))")
_MEETING = re.compile(
    r"(\d{4})年(\d{1,2})月(\d{1,2})日[^\n]{0,4}在?([^\n]{2,12}?)(第[一二三四五六七八九十]+届人民代表大会第[一二三四五六七八九十]+次会议)"
)
_REVIEW = re.compile(r"回顾|总结|工作情况|成绩|过去")
_PLAN = re.compile(r"目标|安排|任务|打算|部署|总体要求|今后五年|建议|工作")
_PLAN_YEAR = re.compile(r"(\d{4})年(?:工作|政府工作)?回顾")
_TERM = re.compile(r"(?:\d+[.、])?(.{1,40}?)(?:[::]\s*(?:即|指|是指)?|即|是指)")


def _part_of(heading: str, current: PartKind) -> PartKind:
    if current in ("opening", "review") and _REVIEW.search(heading):
        return "review"
    return "plan" if current != "opening" and _PLAN.search(heading) else current


def outline(text: str, region: str | None = None, year: int | None = None) -> Outline:
    """Read the outline of one report; `region` and `year` override what the text says.

    Raises `NotAReport` where the text is no whole work report (`empty`, `no_plan`, `no_year`, ...).
    """
    folded = fold(text)
    blocks = paragraphs(text)
    if not blocks:
        raise NotAReport("empty")
    current: PartKind = "opening"
    starts: list[tuple[PartKind, int]] = [("opening", 0)]
    headed: list[tuple[str, int, PartKind, Span]] = []
    units: list[Sentence] = []
    terms: list[Term] = []
    for index, block in enumerate(blocks):
        words = flat(folded, block)
        if re.match(r"名词(?:解释|注释)|附件", words):
            current = "glossary"
        elif (
            current == "plan" and re.match(r"各位代表[!,::]", words) and index > len(blocks) // 2 and "!" in words[-2:]
        ):
            current = "closing"
        numbered = _NUMBERED.match(words) if current != "glossary" else None
        if numbered and numbered[1]:
            current = _part_of(words[:40], current)
        if current != starts[-1][0]:
            starts.append((current, block.start))
        for place, span in enumerate(sentences(text, block)):
            heading = bool(numbered) and place == 0
            if heading and numbered:
                level = 1 if numbered[1] else 2 if numbered[2] else 3
                headed.append((numbered[1] or numbered[2] or numbered[3], level, current, span))
            units.append(Sentence(span, current, len(headed) - 1, index, heading))
        if current == "glossary" and (term := _TERM.match(words)):
            terms.append(Term(term[1].strip("“”"), block, Span(block.start + term.end(), block.end)))
    if "plan" not in {kind for kind, _ in starts}:
        raise NotAReport("no_plan")
    ends = [start for _, start in starts[1:]] + [len(text)]
    parts = tuple(Part(kind, Span(start, end)) for (kind, start), end in zip(starts, ends, strict=True))
    part_end = {part.kind: part.span.end for part in parts}
    sections = []
    for place, (number, level, part, span) in enumerate(headed):
        later = [other.start for _, other_level, _, other in headed[place + 1 :] if other_level <= level]
        end = min([*later[:1], part_end[part]])
        heading_text = _NUMBERED.sub("", flat(folded, span), count=1).rstrip("。")
        sections.append(Section(number, heading_text, level, part, Span(span.start, end)))
    meeting = _MEETING.search(folded[:2000])
    reviewed = _PLAN_YEAR.search(folded)
    said = int(meeting[1]) if meeting else int(reviewed[1]) + 1 if reviewed else None
    if year is None and said is None:
        raise NotAReport("no_year", detail="--year")
    return Outline(
        region=region or (meeting[4] if meeting else ""),
        year=year or said or 0,
        title="政府工作报告",
        delivered=date(int(meeting[1]), int(meeting[2]), int(meeting[3])) if meeting else None,
        speaker="",
        meeting=meeting[4] + meeting[5] if meeting else "",
        abridged="摘要" in folded[:200],
        parts=parts,
        sections=tuple(sections),
        sentences=tuple(units),
        terms=tuple(terms),
    )
