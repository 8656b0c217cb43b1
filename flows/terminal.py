"""A report and a comparison as a person reads them in a terminal. Nothing is told by colour alone."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from flows.laid import Laid, Line, laid
from flows.messages import label, say
from flows.reasons import because
from flows.rows import section_name
from tongbi.model import Change, Comparison, Observation, Report, Section, Span
from tongbi.text import flat

INSERT, DELETE, MOVED = "underline cyan", "strike red", "italic blue"
BEFORE_NUMBER = {"ge": "≥", "le": "≤", "approx": "≈"}
WORSE = {"target_missed", "target_lowered", "target_softened", "target_dropped", "target_not_found", "growth_withheld"}


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


def _change(change: Change) -> Text:
    style = "red" if change.kind in WORSE else "cyan"
    told = Text.assemble((label("change", change.kind), f"bold {style}"), "  ", (change.subject, "bold"))
    before, after = _one_line(change.before), _one_line(change.after)
    if before or after:
        told.append("  ")
        told.append(before, style=DELETE if not after else "")
        told.append(" → " if before and after else "")
        told.append(after, style=INSERT if not before else "")
    return told


def _changes(comparison: Comparison) -> Iterator[RenderableType]:
    if not comparison.changes:
        yield Text(say("diff.no_changes"))
        return
    yield Text(say("diff.changes", count=len(comparison.changes)), style="bold")
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for rank, change in enumerate(comparison.changes, start=1):
        table.add_row(str(rank), _change(change))
        if why := because(change.reason):
            table.add_row("", Text(why, style="dim italic"))
        for report, span in ((comparison.earlier, change.earlier), (comparison.later, change.later)):
            if span:
                table.add_row("", Text(f"{report.session}：{flat(report.text, span)}", style="dim"))
    yield table


def _sentence(line: Line, style: str) -> Text:
    """A sentence with the words that no match kept in `style`."""
    text = Text(style="dim" if line.again else "")
    for piece in line.pieces:
        text.append(piece.text, style=style if piece.marked else "")
    return text


def _row(row: Laid) -> Text:
    """One row: its mark, then the earlier side after a minus, the later after a plus."""
    kind = "rewritten" if row.rewritten else {"added": "new"}.get(row.relation, row.relation)
    told = Text(say(f"diff.{kind}"), style="dim")
    if row.moved:
        told.append(" ")
        told.append("↕ " + say("diff.moved"), style=MOVED)
    for line in row.earlier:
        told.append("\n− ", style="red")
        told.append_text(_sentence(line, "" if row.rewritten else DELETE))
    for line in row.later:
        told.append("\n+ ", style="cyan")
        told.append_text(_sentence(line, "" if row.rewritten else INSERT))
    return told


def _counts(rows: list[Laid]) -> str:
    relations = [row.relation for row in rows]
    return say(
        "diff.counts",
        kept=relations.count("kept"),
        reworded=len(relations) - sum(relations.count(one) for one in ("kept", "added", "dropped")),
        added=relations.count("added"),
        dropped=relations.count("dropped"),
        moved=sum(1 for row in rows if row.moved),
    )


def section_of(comparison: Comparison, row: Laid) -> tuple[str, str]:
    """The side and the heading under which a row stands: the later report's, for what was dropped the earlier's."""
    side, report = ("later", comparison.later) if row.later else ("earlier", comparison.earlier)
    return side, section_name(report, (row.later or row.earlier)[0].sentence.section)


def _wording(comparison: Comparison) -> Iterator[RenderableType]:
    """The sentences of the plan, then of the review, that did not stay as they were, under their headings."""
    for part in ("plan", "review"):
        rows = laid(comparison, "plan" if part == "plan" else "review")
        yield Text("\n" + say(f"diff.{part}"), style="bold")
        yield Text(_counts(rows), style="dim")
        heading = ("", "")
        for row in rows:
            if row.relation == "kept" and not row.moved:
                continue
            if (now := section_of(comparison, row)) != heading:
                heading = now
                yield Text(f"\n{now[1] or say('show.opening_section')}", style="bold cyan")
            yield Padding(_row(row), (0, 0, 1, 2))


def comparison_view(comparison: Comparison) -> Group:
    """What is worth telling first, then every sentence that changed."""
    earlier, later = comparison.earlier, comparison.later
    title = say("diff.title", region=later.region or "—", earlier=earlier.session, later=later.session)
    head: list[RenderableType] = [Text(title, style="bold")]
    if earlier.fictional or later.fictional:
        head.append(Text(say("show.fictional"), style="bold magenta"))
    if later.abridged:
        head.append(Text(say("show.abridged"), style="yellow"))
    legend = Text.assemble(
        (say("diff.legend_insert"), INSERT), "  ", (say("diff.legend_delete"), DELETE), "  ↕ ", say("diff.moved")
    )
    return Group(*head, legend, "", *_changes(comparison), *_wording(comparison))
