"""A report as it is read: outline beside the text, every figure marked in its place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongbi.model import Section, Span
from viewer.address import Address
from viewer.render import openable, overrule
from viewer.render.figures import figure
from viewer.render.markup import Content, Html, join, tag, text
from viewer.render.overrule import Command
from viewer.render.quotes import Quote, joined, quoted
from viewer.wording import Words
from warehouse.answers import DocumentView, Evidence, ObservationRow, Paragraph, SentenceRow

ROLES = {"actual": "outcome", "target": "target"}
"""The label of a quote, by the role of its figure."""


@dataclass(frozen=True, slots=True)
class Group:
    """Observations that stand in one place: one number may be said of several indicators, a range hold its ends."""

    span: Span
    members: tuple[ObservationRow, ...]


def groups(observations: Iterable[ObservationRow]) -> list[Group]:
    """Observations by place, in reading order; one that overlaps another joins the group of the first."""
    found: list[Group] = []
    for one in sorted(observations, key=lambda row: (row.span.start, -row.span.end)):
        if found and one.span.start < found[-1].span.end:
            last = found[-1]
            found[-1] = Group(Span(last.span.start, max(last.span.end, one.span.end)), (*last.members, one))
        else:
            found.append(Group(one.span, (one,)))
    return found


def body(view: DocumentView, address: Address, words: Words) -> Html:
    """The paragraphs of the report; the place that the address names is marked."""
    page = _Page(view, address, words)
    return tag("article", *_anchored(page.paragraph(one) for one in view.paragraphs), cls="tb-report")


def _anchored(paragraphs: Iterable[Html]) -> Iterator[Html]:
    """Only the first piece of the marked place is its anchor."""
    is_open = True
    for paragraph in paragraphs:
        if is_open and "<mark>" in paragraph:
            is_open = False
            yield Html(paragraph.replace("<mark>", '<mark id="at">', 1))
        else:
            yield paragraph


class _Page:
    """What the sentences of one report need to be shown: its text, its figures, what is chosen and open."""

    def __init__(self, view: DocumentView, address: Address, words: Words) -> None:
        self._view = view
        self._address = address
        self._words = words
        self._chosen = Span(*address.place) if address.place else None
        self._groups = groups(view.observations)
        self._starts = [group.span.start for group in self._groups]
        self._levels = {section.span.start: section.level for section in view.sections}

    def paragraph(self, one: Paragraph) -> Html:
        """A heading stands on its own line; one that runs on into its paragraph is only set bold."""
        is_heading = all(sentence.heading for sentence in one.sentences)
        pieces = [self._sentence(sentence.span, bold=sentence.heading and not is_heading) for sentence in one.sentences]
        look = f"heading l{self._levels.get(one.span.start, 3)}" if is_heading else ""
        if joined(one.span.of(self._view.text)) == self._view.head.title:
            look = "title"
        return tag("p", *pieces, cls=look)

    def _sentence(self, span: Span, *, bold: bool) -> Html:
        pieces: list[Html] = []
        at = span.start
        for group in self._groups[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]:
            if group.span.end > span.end:
                continue
            pieces.append(_highlighted(self._view.text, Span(at, group.span.start), self._chosen))
            pieces.append(self._figure(group))
            at = group.span.end
        pieces.append(_highlighted(self._view.text, Span(at, span.end), self._chosen))
        return tag("b", *pieces) if bold else join(*pieces)

    def _figure(self, group: Group) -> Html:
        first = group.members[0]
        is_open = any(one.figure.id == self._address.row for one in group.members)
        place = f"{group.span.start}-{group.span.end}"
        opened = replace(self._address, row="" if is_open else first.figure.id, at=place)
        cards = [_card(one, self._words) for one in group.members]
        return tag(
            "a",
            _highlighted(self._view.text, group.span, self._chosen),
            tag("span", *cards, cls="card", role="tooltip"),
            cls=f"tb-obs {first.role} {'on' if is_open else ''}",
            href=opened.href,
            data_step=True,
        )


def _highlighted(written: str, span: Span, chosen: Span | None) -> Html:
    """The text of a span, with what of the chosen place lies in it marked."""
    if chosen is None or chosen.end <= span.start or chosen.start >= span.end:
        return text(joined(span.of(written)))
    start, end = max(chosen.start, span.start), min(chosen.end, span.end)
    return join(
        joined(written[span.start : start]),
        tag("mark", joined(written[start:end])) if end > start else None,
        joined(written[end : span.end]),
    )


def _card(one: ObservationRow, words: Words) -> Html:
    told = [words(f"text.role_{one.role}"), one.figure.period, words(f"measure.{one.figure.measure}")]
    return tag(
        "span",
        tag("b", one.figure.indicator),
        text(" "),
        figure(one.figure, words, modal=True),
        tag("br"),
        tag("span", words("site.joiner").join(piece for piece in told if piece), cls="dim"),
        tag("br"),
    )


def outline(view: DocumentView, address: Address, words: Words) -> Html:
    """The headings of the report as links to their places."""
    links: list[Content] = []
    part = ""
    sentences = (sentence for paragraph in view.paragraphs for sentence in paragraph.sentences)
    headings = {sentence.span.start: sentence for sentence in sentences if sentence.heading}
    for section in view.sections:
        if section.part != part:
            part = section.part
            links.append(_part_link(part, view, address, words))
        links.append(_section_link(section, headings, address))
    if view.terms:
        first, last = view.terms[0].span, view.terms[-1].span
        links.append(_link(words("text.terms", count=len(view.terms)), Span(first.start, last.end), address, "part"))
    return tag("nav", *links, cls="tb-outline", aria_label=words("text.outline"))


def _part_link(kind: str, view: DocumentView, address: Address, words: Words) -> Html:
    span = next((part.span for part in view.parts if part.kind == kind), Span(0, 1))
    return _link(words(f"part.{kind}"), Span(span.start, span.start + 1), address, "part")


def _section_link(section: Section, headings: Mapping[int, SentenceRow], address: Address) -> Html:
    heading = headings.get(section.span.start)
    if heading is None:
        span = Span(section.span.start, min(section.span.end, section.span.start + len(section.heading)))
        return _link(f"{section.number} {section.heading}".strip(), span, address, f"l{section.level}")
    return _link(joined(heading.text).rstrip("。"), heading.span, address, f"l{section.level}")


def _link(label: str, span: Span, address: Address, look: str) -> Html:
    return tag("a", label, cls=look, href=replace(address, row="", at=f"{span.start}-{span.end}").href)


def fields(
    one: ObservationRow,
    source: Evidence,
    commands: Sequence[Command],
    address: Address,
    words: Words,
    *,
    ledger: Address | None = None,
) -> Html:
    """The panel of a figure: what was read in it, how to cite and to overrule it, and a target's row in the ledger."""
    told = {
        "indicator": text(one.figure.indicator),
        "value": figure(one.figure, words),
        "role": text(words(f"text.role_{one.role}")),
        "period": text(one.figure.period),
        "modality": text(one.figure.modality),
        "measure": text(words(f"measure.{one.figure.measure}")),
        "certainty": text(words("text.estimated") if one.figure.certainty == "estimated" else ""),
    }
    rows = [join(tag("dt", words(f"text.{name}")), tag("dd", value)) for name, value in told.items() if value]
    below = [
        tag("dl", *rows),
        quoted(Quote(ROLES[one.role], (source,)), address, words),
        tag("p", tag("a", words("evidence.to_ledger"), cls="link", href=ledger.href), cls="more")
        if ledger and one.role == "target"
        else None,
        overrule.section(commands, words),
    ]
    return openable.panel(one.figure.indicator, below, address, words)
