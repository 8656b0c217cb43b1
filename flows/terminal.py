"""A report as a person reads it in a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from flows.messages import label, say
from flows.rows import section_name
from tongbi.model import Observation, Report, Section, Span

BEFORE_NUMBER = {"ge": "≥", "le": "≤", "approx": "≈"}


def _within(outer: Span, observations: Iterable[Observation]) -> int:
    return sum(1 for one in observations if outer.covers(one.span))


def _head(report: Report) -> Iterator[RenderableType]:
    name = f"{report.region or '—'} {report.session}"
    yield Text(name, style="bold")
    if report.fictional:
        yield Text(say("show.fictional"), style="bold magenta")
    if report.abridged:
        yield Text(say("show.abridged"), style="yellow")
    facts = {
        "title": report.title,
        "delivered": report.delivered.isoformat() if report.delivered else "",
        "speaker": report.speaker,
        "meeting": report.meeting,
    }
    for key, value in facts.items():
        if value:
            yield Text.assemble((say(f"show.{key}") + "  ", "dim"), value)
    targets = sum(1 for one in report.observations if one.role == "target")
    yield Text(
        say(
            "show.counts",
            sections=len(report.sections),
            observations=len(report.observations),
            actual=len(report.observations) - targets,
            target=targets,
            terms=len(report.terms),
        )
    )


def _outline(report: Report) -> Tree:
    """The parts and, under each, its headings with the count of numbers that stand there."""
    tree = Tree(Text(say("show.outline"), style="bold"), guide_style="dim")
    for part in report.parts:
        count = _within(part.span, report.observations)
        branch = tree.add(Text.assemble((label("part", part.kind), "bold cyan"), (f"  {count or ''}", "dim")))
        open_sections: list[tuple[Section, Tree]] = []
        for index, section in enumerate(report.sections):
            if not part.span.covers(section.span):
                continue
            while open_sections and not open_sections[-1][0].span.covers(section.span):
                open_sections.pop()
            parent = open_sections[-1][1] if open_sections else branch
            count = _within(section.span, report.observations)
            node = parent.add(Text.assemble(section_name(report, index), (f"  {count or ''}", "dim")))
            open_sections.append((section, node))
    return tree


def figure(observation: Observation) -> Text:
    """The number as written, with its bound before it."""
    return Text.assemble((BEFORE_NUMBER.get(observation.bound, ""), "dim"), observation.quote)


def _numbers(report: Report) -> Iterator[RenderableType]:
    """One table a section, in reading order."""
    if not report.observations:
        return
    yield Text("\n" + say("show.observations"), style="bold")
    in_order = sorted(report.observations, key=lambda one: (one.start, one.end))
    for index, group in groupby(in_order, key=lambda one: one.section):
        table = Table(
            title=section_name(report, index) or say("show.opening_section"),
            title_justify="left",
            title_style="cyan",
            box=None,
            pad_edge=False,
            header_style="dim",
        )
        table.add_column(say("show.indicator"), overflow="fold", min_width=36, max_width=56)
        table.add_column(say("show.value"), justify="right", overflow="fold")
        for name in ("measure", "role", "period", "modality"):
            table.add_column(say(f"show.{name}"), no_wrap=True)
        for one in group:
            role = Text(label("role", one.role), style="bold" if one.role == "target" else "")
            table.add_row(one.indicator, figure(one), label("measure", one.measure), role, one.period, one.modality)
        yield Padding(table, (1, 0, 0, 0))


def _terms(report: Report) -> Iterator[RenderableType]:
    if not report.terms:
        return
    yield Text("\n" + say("show.terms"), style="bold")
    for term in report.terms:
        yield Text.assemble((term.name, "cyan"), "  ", _one_line(term.definition.of(report.text)))


def _one_line(text: str) -> str:
    return "".join(text.split("\n")).strip()


def report_view(report: Report) -> Group:
    """Head, outline with counts, the numbers by section, the glossary."""
    return Group(*_head(report), "", _outline(report), *_numbers(report), *_terms(report))
