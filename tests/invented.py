"""Two small invented reports, made value by value, with a comparison: what the tests of the warehouse put into it."""

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal

from tongbi.ledger import ledger
from tongbi.model import (
    Change,
    Comparison,
    Edit,
    Ledger,
    Link,
    Mark,
    Match,
    Observation,
    Part,
    PartKind,
    Phrase,
    PhraseUse,
    Report,
    Section,
    Sentence,
    Span,
    TargetState,
    Term,
)
from warehouse.store import Source

REGION = "云溪县"

# Part, level of the heading (0: a sentence) and words; every line is a paragraph.
Line = tuple[PartKind, int, str]

EARLIER: tuple[Line, ...] = (
    ("opening", 0, "现在，我代表县人民政府报告工作。"),
    ("review", 1, "一、2023年工作回顾"),
    ("review", 0, "地区生产总值320亿元、增长5.1%。"),
    ("plan", 1, "二、2024年工作安排"),
    ("plan", 0, "主要预期目标是：地区生产总值增长6%左右，力争6.5%。"),
    ("plan", 2, "（一）兴产业"),
    ("plan", 0, "新增规上工业企业20家，建设云溪港码头，整治河道30公里。"),
    ("plan", 0, "办好油菜花节。"),
    ("plan", 0, "到2030年森林覆盖率达到70%。"),
    ("glossary", 1, "名词解释"),
    ("glossary", 0, "一港两园：云溪港、东园和西园。"),
)
LATER: tuple[Line, ...] = (
    ("opening", 0, "现在，我代表县人民政府报告工作，请予审议。"),
    ("review", 1, "一、2024年工作回顾"),
    ("review", 0, "预计地区生产总值增长5.8%。"),
    ("review", 0, "新增规上工业企业17家。"),
    ("plan", 1, "二、2025年工作安排"),
    ("plan", 0, "主要预期目标是：地区生产总值增长5.5%以上。"),
    ("plan", 0, "抓好粮食生产。"),
    ("plan", 2, "（一）强产业"),
    ("plan", 0, "新增规上工业企业18家。"),
    ("plan", 0, "推进云溪港码头建设。"),
    ("plan", 2, "（二）美环境"),
    ("plan", 0, "用好绿色金融。"),
    ("plan", 0, "种好每一片林。"),
    ("plan", 0, "继续整治河道。"),
)


@dataclass(frozen=True)
class Figures:
    """The observations of the two reports, by what they are."""

    gdp_result: Observation
    gdp_growth: Observation
    gdp_target: Observation
    gdp_stretch: Observation
    firms_target: Observation
    river_target: Observation
    forest_target: Observation
    gdp_outcome: Observation
    firms_outcome: Observation
    gdp_next: Observation
    firms_next: Observation


def lay_out(lines: tuple[Line, ...], region: str = REGION, year: int = 2024) -> Report:
    """A report of these lines, without observations."""
    text, parts, sections, sentences = "", [], [], []
    for paragraph, (part, level, words) in enumerate(lines):
        start = len(text)
        text += words + "\n"
        if not parts or parts[-1].kind != part:
            parts.append(Part(part, Span(start, start)))
        parts[-1] = Part(part, Span(parts[-1].span.start, len(text)))
        if level:
            number, _, heading = words.partition("、") if level == 1 else words.partition("）")
            sections.append(Section(number + "）" * (level == 2), heading, level, part, Span(start, start)))
        for place, section in enumerate(sections):
            inner = sections[place + 1 :]
            if section.part == part and not any(one.level <= section.level for one in inner):
                sections[place] = replace(section, span=Span(section.span.start, len(text)))
        section_index = len(sections) - 1 if sections and sections[-1].part == part else -1
        sentences.append(Sentence(Span(start, start + len(words)), part, section_index, paragraph, level > 0))
    terms = tuple(
        Term(words.split("：")[0], sentence.span, Span(sentence.span.start + words.index("：") + 1, sentence.span.end))
        for sentence, (part, _, words) in zip(sentences, lines, strict=True)
        if part == "glossary" and "：" in words
    )
    return Report(
        region=region,
        session=str(year),
        year=year,
        title=f"{region}{year}年政府工作报告",
        delivered=None,
        speaker="沈青禾",
        meeting=f"{region}第九届人民代表大会第{'三四五'[year % 3]}次会议",
        text=text,
        sha256=hashlib.sha256(f"{region}{text}".encode()).hexdigest(),
        fictional=True,
        abridged=False,
        parts=tuple(parts),
        sections=tuple(sections),
        sentences=tuple(sentences),
        terms=terms,
        observations=(),
    )


def observe(report: Report, within: str, quote: str, **told: object) -> Observation:
    """The observation of a quote in the sentence that begins with `within`."""
    start = report.text.index(quote, report.text.index(within))
    unit = quote.lstrip("0123456789.")
    section = next(one.section for one in report.sentences if one.span.start <= start < one.span.end)
    plain = Observation(
        id=f"{report.sha256[:12]}:{start}:{start + len(quote)}:0",
        start=start,
        end=start + len(quote),
        quote=quote,
        indicator="地区生产总值",
        value=Decimal(quote.removesuffix(unit)),
        unit=unit,
        measure="level",
        bound="eq",
        role="actual",
        period=str(report.year - 1),
        modality="",
        section=section,
        indicator_id="",
        tier="task",
        horizon="annual",
        certainty="final",
        basis="",
        group="",
    )
    return replace(plain, **told)  # type: ignore[arg-type]


def sentence(report: Report, begins: str) -> Span:
    """The span of the sentence that begins so."""
    return next(one.span for one in report.sentences if one.span.of(report.text).startswith(begins))


def match(earlier: Report, later: Report, before: str, after: str, **told: object) -> Match:
    """A match of the sentences that begin so."""
    plain = Match(sentence(earlier, before), sentence(later, after), "reworded", False, 0.7, "bigrams")
    return replace(plain, **told)  # type: ignore[arg-type]


def edit(earlier: Report, later: Report, one: Match) -> tuple[Edit, ...]:
    """What two sentences share at their start is equal, the rest deleted and inserted."""
    before, after = one.earlier.of(earlier.text), one.later.of(later.text)
    shared = next((place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
    shared = min(len(before), len(after)) if shared is None else shared
    middle = one.earlier.start + shared, one.later.start + shared
    runs = [
        Edit("equal", Span(one.earlier.start, middle[0]), Span(one.later.start, middle[1])),
        Edit("delete", Span(middle[0], one.earlier.end), None),
        Edit("insert", None, Span(middle[1], one.later.end)),
    ]
    return tuple(run for run in runs if any(side and side.end > side.start for side in (run.earlier, run.later)))


def reports() -> tuple[Report, Report, Figures]:
    """The two reports with their observations."""
    earlier, later = lay_out(EARLIER, year=2024), lay_out(LATER, year=2025)
    growth = {"measure": "change_pct", "indicator_id": "gdp"}
    headline = {"tier": "headline", **growth}
    target = {"role": "target", "period": "2024"}
    following = {"role": "target", "period": "2025"}
    firms = {"indicator": "新增规上工业企业"}
    gdp_target = observe(
        earlier, "主要预期", "6%", bound="approx", modality="预期", tier="headline", **growth, **target
    )
    figures = Figures(
        gdp_result=observe(earlier, "地区生产", "320亿元", indicator_id="gdp"),
        gdp_growth=observe(earlier, "地区生产", "5.1%", **growth),
        gdp_target=gdp_target,
        gdp_stretch=observe(
            earlier, "主要预期", "6.5%", modality="力争", group=gdp_target.id, **headline, **target
        ),
        firms_target=observe(earlier, "新增规上", "20家", **firms, **target),
        river_target=observe(earlier, "新增规上", "30公里", indicator="整治河道", **target),
        forest_target=observe(
            earlier, "到2030", "70%", indicator="森林覆盖率", measure="ratio", horizon="multi_year",
            role="target", period="2030",
        ),
        gdp_outcome=observe(later, "预计", "5.8%", certainty="estimated", **growth),
        firms_outcome=observe(later, "新增规上", "17家", **firms),
        gdp_next=observe(later, "主要预期", "5.5%", bound="ge", modality="预期", **headline, **following),
        firms_next=observe(later, "新增规上工业企业18", "18家", **firms, **following),
    )  # fmt: skip
    every = [getattr(figures, name) for name in Figures.__dataclass_fields__]
    return (
        replace(earlier, observations=tuple(one for one in every if one.id.startswith(earlier.sha256[:12]))),
        replace(later, observations=tuple(one for one in every if one.id.startswith(later.sha256[:12]))),
        figures,
    )


def baselines(figures: Figures) -> tuple[Link, ...]:
    """The links inside the earlier report: growth and amount lead to the target, growth can be compared with it."""
    target = figures.gdp_target.id
    return (
        Link("baseline", figures.gdp_result.id, target, False, None, "", "", 0.9, "name"),
        Link("baseline", figures.gdp_growth.id, target, True, Decimal("0.9"), "", "", 0.8, "name"),
    )


def compare(earlier: Report, later: Report, figures: Figures) -> Comparison:
    """The two reports laid against each other.

    One sentence is reworded, one split to two places near each other and one far away, one dropped, the rest added.
    """
    pairs = (
        ("现在", "现在", {}),
        ("二、", "二、", {}),
        ("主要预期", "主要预期", {}),
        ("（一）", "（一）", {}),
        ("新增规上", "新增规上工业企业18", {"relation": "split"}),
        ("新增规上", "推进云溪港", {"relation": "split"}),
        ("新增规上", "继续整治", {"relation": "split", "moved": True}),
    )
    matches = tuple(match(earlier, later, before, after, **told) for before, after, told in pairs)
    edits = tuple(edit(earlier, later, one) for one in matches)
    headline_before, headline_after = sentence(earlier, "主要预期"), sentence(later, "主要预期")
    change = Change(
        "target_lowered", "地区生产总值", "6%左右", "5.5%以上", headline_before, headline_after,
        figures.gdp_target.id, figures.gdp_next.id, 0.9, "value tier=headline",
    )  # fmt: skip
    festival = sentence(earlier, "办好油菜花节")
    dropped = Change("task_dropped", "油菜花节", "办好油菜花节", "", festival, None, "", "", 0.2, "unmatched")
    return Comparison(
        earlier=earlier,
        later=later,
        matches=matches,
        edits=edits,
        marks=(
            Mark("earlier", headline_before, Span(figures.gdp_target.start, figures.gdp_target.end)),
            Mark("later", headline_after, Span(figures.gdp_next.start, figures.gdp_next.end + 2)),
        ),
        links=(
            Link("outcome", figures.gdp_target.id, figures.gdp_outcome.id, True, Decimal("-0.2"), "met",
                 "within_tolerance,estimated", 0.95, "approx:6:5.8"),
            Link("outcome", figures.firms_target.id, figures.firms_outcome.id, True, Decimal(-3), "missed",
                 "", 0.9, "at_least:20:17"),
            Link("revision", figures.gdp_target.id, figures.gdp_next.id, True, Decimal("-0.5"), "", "", 0.95, "name"),
            Link("revision", figures.firms_target.id, figures.firms_next.id, True, Decimal(-2), "", "", 0.9, "name"),
            Link("series", figures.gdp_growth.id, figures.gdp_outcome.id, True, Decimal("0.7"), "", "", 0.9, "name"),
        ),
        states=(
            TargetState(figures.river_target.id, "not_found", "2025"),
            TargetState(figures.forest_target.id, "not_due", "2030"),
        ),
        changes=(change, dropped),
    )  # fmt: skip


def over_years(earlier: Report, later: Report, figures: Figures) -> Ledger:
    """The ledger of the two reports: what Tongbi itself draws up from the links between them."""
    found = compare(earlier, later, figures)
    return ledger((earlier, later), found.links, found.states)


def festival(*given: Report) -> Phrase:
    """油菜花节 as the set phrase of reports that say it once each, but for the last, which says it no more."""
    *saying, last = given
    uses = [
        PhraseUse(one.session, one.sha256, 1, 2.5, "steady" if place else "held", *[sentence(one, "办好油菜花节")] * 2)
        for place, one in enumerate(saying)
    ]
    gone = PhraseUse(last.session, last.sha256, 0, -5.0, "gone", None, None)
    return Phrase("油菜花节", False, 16.0, saying[0].session, saying[-1].session, (*uses, gone))


def sources(*given: Report) -> dict[tuple[str, str], Source]:
    """Where the reports came from."""
    return {
        (report.region, report.session): Source(f"{report.region}/{report.session}.txt", report.sha256[:8])
        for report in given
    }
