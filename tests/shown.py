"""Rows made by hand for the tests of what the viewer shows, and what a browser would show of a page."""

from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

from tongbi.model import Part, Section, Span
from viewer.address import Address
from viewer.wording import words
from warehouse.answers import (
    AlignedRow,
    AlignedSentence,
    ChangeRow,
    DocumentView,
    Evidence,
    Figure,
    LedgerRow,
    ObservationRow,
    Paragraph,
    ReportHead,
    SentenceRow,
)

ZH = words("zh")
HERE = Address("ledger", region="云川区", earlier="2023", later="2024")
TEXT = "政府工作报告\n一、回顾\n服务业\n增长5%。\n二、安排\n服务业增长6%左右。"


def a_figure(low: str | None = "6", high: str | None = None, **fields: str) -> Figure:
    told = {
        "id": "t1",
        "quote": "6%",
        "unit": "%",
        "measure": "change_pct",
        "bound": "",
        "modality": "",
        "period": "2023",
        "certainty": "final",
        "indicator": "服务业增加值",
    } | fields
    first = None if low is None else Decimal(low)
    last = Decimal(high) if high is not None else first
    return Figure(low=first, high=last, **told)


def a_row(**fields: object) -> LedgerRow:
    row = LedgerRow(
        id="t1",
        indicator="服务业增加值",
        indicator_id="service",
        tier="headline",
        horizon="annual",
        section="二、主要目标",
        target=a_figure(bound="approx", modality="力争"),
        stretch=None,
        baseline=None,
        outcomes=(a_figure("5.7", id="o1"),),
        verdict="met",
        note="",
        reason="approx:6:5.7",
        state="",
        next=None,
        next_change=None,
        next_kind="",
        comparable=True,
    )
    return replace(row, **fields)


def an_evidence(paragraph: str = "服务业增加值增长6%左右。", **fields: object) -> Evidence:
    start = paragraph.index("6%")
    one = Evidence(
        region="云川区",
        session="2023",
        year=2023,
        fictional=True,
        part="plan",
        figure=a_figure(),
        role="target",
        span=Span(100, 102),
        paragraph=paragraph,
        start=start,
        end=start + 2,
        sections=("二、安排", "（一）产业"),
        place="二（一）",
        citation="林一帆. 政府工作报告[R/OL]. 第五次会议, 2023-01-05. 二（一）第1段.（虚构样例，不可引用）",
    )
    return replace(one, **fields)


def visible(markup: str) -> str:
    """The text that a browser would show."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            found.append(data)

    Reader().feed(markup)
    return "".join(found)


def a_change(**fields: object) -> ChangeRow:
    row = ChangeRow(
        rank=1,
        kind="target_raised",
        subject="社零总额",
        before="6%",
        after="7%",
        earlier=Span(10, 20),
        later=Span(30, 40),
        earlier_observation="a",
        later_observation="b",
        score=1.0,
        reason="",
        earlier_section="二",
        later_section="二、（一）",
        earlier_text="社零总额增长6%。",
        later_text="社零总额增长7%以上。",
    )
    return replace(row, **fields)


def a_sentence(start: int, written: str, *marks: tuple[int, int], heading: bool = False) -> AlignedSentence:
    placed = tuple(Span(start + one, start + other) for one, other in marks)
    return AlignedSentence(Span(start, start + len(written)), written, heading, "二", placed, False)


def a_pair(**fields: object) -> AlignedRow:
    row = AlignedRow(
        relation="reworded",
        moved=False,
        kept_share=0.8,
        number_changed=True,
        earlier=(a_sentence(50, "增长6%左右。", (2, 4)),),
        later=(a_sentence(70, "增长7%左右。", (2, 4)),),
        earlier_section="二",
        later_section="三",
    )
    return replace(row, **fields)


def a_document(written: str = TEXT, observations: tuple[ObservationRow, ...] = ()) -> DocumentView:
    head = ReportHead(
        "云川区",
        "2023",
        2023,
        "政府工作报告",
        None,
        "",
        "",
        len(written),
        "0" * 64,
        "r",
        True,
        False,
        "",
        "",
        2,
        1,
        1,
    )

    def paragraph(start: int, end: int, *, heading: bool = False) -> Paragraph:
        span = Span(start, end)
        return Paragraph(span, (SentenceRow(span, span.of(written), "plan", 0, heading),))

    places = [(0, 6, True), (7, 11, True), (12, 21, False), (22, 26, True), (27, len(written), False)]
    return DocumentView(
        head,
        written,
        (Part("review", Span(0, 22)), Part("plan", Span(22, len(written)))),
        (
            Section("一", "回顾", 1, "review", Span(7, 22)),
            Section("二", "安排", 1, "plan", Span(22, len(written))),
        ),
        tuple(paragraph(start, end, heading=heading) for start, end, heading in places),
        observations,
        (),
    )


def an_observation(start: int, end: int, **fields: str) -> ObservationRow:
    return ObservationRow(Span(start, end), "target", "task", a_figure(**fields))
