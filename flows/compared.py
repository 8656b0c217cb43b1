"""A comparison as a person reads it in a terminal, told as `git diff --word-diff` tells of code.

Nothing is told by colour alone: words are struck and underlined, and where there is no colour they stand in
[-brackets-]{+of their own+}.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.choice import Choice
from flows.laid import Laid, Line, headings, laid, moved_from, section_of
from flows.messages import label, say
from flows.numbers import NumberChange, Numbers, from_elsewhere, lane, remarks
from flows.prose import Prose
from flows.reasons import because
from flows.rows import section_name
from tongbi.model import Change, Comparison, PartKind, Sentence
from tongbi.text import flat

INSERT, DELETE, MOVED = "underline cyan", "strike red", "blue"
WORSE = {"target_missed", "target_lowered", "target_softened", "target_dropped", "target_not_found", "growth_withheld"}

WIDE = 120
"""From this many columns on the numbers stand beside their sentence, below it else."""

GLIMPSE = 24
"""Characters that are quoted of a sentence that is shown elsewhere."""

_STYLES = {"equal": "", "delete": DELETE, "insert": INSERT}
_BRACKETS = {"delete": ("[-", "-]"), "insert": ("{+", "+}")}
_KINDS = {"added": "new", "kept": ""}
_NAMED = ("rewritten", "reworded", "split", "merged", "new", "dropped")


@dataclass(frozen=True, slots=True)
class Look:
    """How to print: whether colours and strikes reach the reader, and how many columns there are."""

    coloured: bool
    columns: int

    @property
    def wide(self) -> bool:
        """Whether numbers have room beside the sentences; a line that is never folded has no side."""
        return WIDE <= self.columns < 1000

    def words(self, kind: str, said: str) -> Text:
        """Words that are kept, deleted or inserted."""
        if not self.coloured and kind in _BRACKETS:
            before, after = _BRACKETS[kind]
            return Text(before + said + after)
        return Text(said, style=_STYLES[kind])


def _one_line(text: str) -> str:
    return "".join(text.split("\n")).strip()


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


def head_lines(comparison: Comparison) -> list[str]:
    """Facts of the head in words: another term, another head of government."""
    return [say(f"head.{fact.kind}", before=fact.before, after=fact.after) for fact in comparison.head]


def routine_line(comparison: Comparison, choice: Choice) -> str:
    """How many routine changes are not told, and how to see them; "" where there are none."""
    count = len(comparison.changes) - len(choice.told(comparison))
    return say("diff.routine", count=count) if count else ""


def _changes(comparison: Comparison, choice: Choice) -> Iterator[RenderableType]:
    told = choice.told(comparison)
    hidden = routine_line(comparison, choice)
    if not told:
        yield Text(say("diff.no_changes"))
        if hidden:
            yield Text(hidden, style="dim")
        return
    yield Text(say("diff.changes", count=len(told)), style="bold")
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column()
    for rank, change in enumerate(told, start=1):
        table.add_row(str(rank), Prose(_change(change)))
        if why := because(change.reason):
            table.add_row("", Prose(Text(why, style="dim italic")))
        for report, span in ((comparison.earlier, change.earlier), (comparison.later, change.later)):
            if span:
                table.add_row("", Prose(Text(f"{report.session}：{flat(report.text, span)}", style="dim")))
    yield table
    if hidden:
        yield Text(hidden, style="dim")


def movement(comparison: Comparison, row: Laid) -> str:
    """From which section to which a row moved; "" where it did not."""
    if not row.moved:
        return ""
    to, froms = section_of(comparison, row)[1], moved_from(comparison, row)
    if froms == (to,):
        return say("diff.moved_within", section=to)
    return say("diff.moved_between", before=say("diff.and").join(froms), after=to)


def glimpsed(comparison: Comparison, sentence: Sentence) -> str:
    """Where another sentence that continues the earlier one stands, and how it begins."""
    later = comparison.later
    said = flat(later.text, sentence.span)
    glimpse = said if len(said) <= GLIMPSE else said[:GLIMPSE] + "…"
    where = section_name(later, sentence.section) or say("show.opening_section")
    return say("diff.elsewhere", section=where, glimpse=glimpse)


class _Printed:
    """The sentences of a comparison, made ready to print."""

    def __init__(self, comparison: Comparison, look: Look) -> None:
        self._comparison = comparison
        self._look = look
        self._last_move = ""

    def _line(self, line: Line, sign: str, kind: str) -> Text:
        """A sentence on a line of its own, with the words that no match kept; `kind` "" leaves them unmarked."""
        said = Text(style="dim" if line.again else "")
        said.append(sign + " ", style="red" if sign == "-" else "cyan")
        for piece in line.pieces:
            said.append_text(self._look.words(kind if piece.marked and kind else "equal", piece.text))
        return said

    def _sentences(self, row: Laid) -> Text:
        """The sentences of a row: two that continue each other as one, several below each other."""
        if row.runs and not row.rewritten:
            return Text("").join(self._look.words(run.kind, run.text) for run in row.runs)
        if not row.earlier or not row.later:
            kind = "insert" if row.later else "delete"
            whole = ("".join(piece.text for piece in line.pieces) for line in row.later or row.earlier)
            return Text("\n").join(self._look.words(kind, said) for said in whole)
        earlier = [self._line(line, "-", "" if row.rewritten else "delete") for line in row.earlier]
        later = [self._line(line, "+", "" if row.rewritten else "insert") for line in row.later]
        return Text("\n").join([*earlier, *later])

    def _whereabouts(self, row: Laid) -> Iterator[Text]:
        """From where it moved, and where else the earlier sentence went."""
        move = movement(self._comparison, row)
        # Where a whole section moved, its first sentence says so and the others are only marked.
        if move and move != self._last_move:
            yield Text("↕ " + move, style=MOVED)
        self._last_move = move
        for sentence in row.elsewhere:
            yield Text("↳ " + glimpsed(self._comparison, sentence), style="dim")

    def _number(self, row: Laid, change: NumberChange) -> Text:
        one = change.later or change.earlier
        told = Text.assemble((lane(change), "dim"), " ", (one.indicator if one else "", "bold"), "  ")
        told.append(change.before)
        told.append(" → " if change.before and change.after else "")
        told.append(change.after)
        if said := remarks(change):
            softer = -1 in (change.bound, change.modal) or (change.link and change.link.verdict == "missed")
            told.append(say("diff.remark", said=say("reason.joiner").join(said)), style="red" if softer else "green")
        if place := from_elsewhere(self._comparison, row, change):
            told.append(say("diff.stood", section=place), style="dim")
        return told

    def row(self, row: Laid, numbers: Sequence[NumberChange], *, chosen: bool) -> list[RenderableType]:
        """The cells of a row: its mark, its sentences, and on a wide screen its numbers."""
        told = [self._sentences(row)]
        if not chosen:
            told[0].stylize("dim")
            return [Text(""), Prose(told[0])]
        told += list(self._whereabouts(row))
        figures = [Text("± ", style="dim") + self._number(row, change) for change in numbers]
        if self._look.wide:
            return [self._mark(row), Prose(Text("\n").join(told)), Prose(Text("\n").join(figures))]
        return [self._mark(row), Prose(Text("\n").join([*told, *figures]))]

    def _mark(self, row: Laid) -> Text:
        """What happened to it, as 改写 ↕; below that how many sentences became how many, as 1→2."""
        kind = "rewritten" if row.rewritten else _KINDS.get(row.relation, row.relation)
        mark = " ".join([say(f"diff.{one}") for one in (kind,) if one] + ["↕"] * row.moved)
        several = f"\n{len(row.earlier)}→{len(row.later)}" if max(len(row.earlier), len(row.later)) > 1 else ""
        return Text(mark + several, style="dim")

    def heading(self, side: str, name: str) -> Text:
        """The heading of a hunk."""
        report = self._comparison.later if side == "later" else self._comparison.earlier
        return Text(f"@@ {report.session} {name or say('show.opening_section')} @@", style="cyan")


def _counts(rows: list[Laid], numbers: list[list[NumberChange]]) -> str:
    relations = [row.relation for row in rows]
    return say(
        "diff.counts",
        kept=relations.count("kept"),
        reworded=len(relations) - sum(relations.count(one) for one in ("kept", "added", "dropped")),
        added=relations.count("added"),
        dropped=relations.count("dropped"),
        moved=sum(1 for row in rows if row.moved),
        numbers=sum(1 for found in numbers if found),
    )


def _grid(look: Look) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=look.wide)
    grid.add_column(no_wrap=True, min_width=2 + max(cell_len(say(f"diff.{kind}")) for kind in _NAMED))
    grid.add_column(ratio=5 if look.wide else None)
    if look.wide:
        grid.add_column(ratio=3)
    return grid


def _part(comparison: Comparison, part: PartKind, numbers: Numbers, choice: Choice, look: Look) -> list[RenderableType]:
    """The sentences of a part that the user chose, as hunks under the headings of their sections."""
    rows = laid(comparison, part)
    found = [numbers.of(row) for row in rows]
    taken = [choice.takes(row, changes) for row, changes in zip(rows, found, strict=True)]
    shown = choice.around(taken)
    told: list[RenderableType] = [
        Text("\n" + say(f"diff.{part}"), style="bold"),
        Text(_counts(rows, found), style="dim"),
    ]
    if not any(taken):
        told.append(Text(say("diff.none_chosen")))
    printed = _Printed(comparison, look)
    heading: tuple[str, str] | None = None
    broken = False
    for at, (row, now) in enumerate(zip(rows, headings(comparison, rows), strict=True)):
        if not shown[at]:
            broken = True
            continue
        # With context a gap is shown as one, as git does; without it there are gaps everywhere.
        if now != heading or (broken and choice.context):
            told += ["", printed.heading(*now)]
        heading, broken = now, False
        grid = _grid(look)
        grid.add_row(*printed.row(row, found[at], chosen=taken[at]))
        told.append(grid)
    return told


def comparison_view(comparison: Comparison, choice: Choice, look: Look) -> Group:
    """What is worth telling first, then the sentences that changed; the sentences alone where some were asked for."""
    earlier, later = comparison.earlier, comparison.later
    title = say("diff.title", region=later.region or "—", earlier=earlier.session, later=later.session)
    told: list[RenderableType] = [Text(title, style="bold")]
    told += [Text(line, style="bold") for line in head_lines(comparison)]
    if earlier.fictional or later.fictional:
        told.append(Text(say("show.fictional"), style="bold magenta"))
    if later.abridged:
        told.append(Text(say("show.abridged"), style="yellow"))
    legend = Text("  ").join(
        [
            look.words("insert", say("diff.legend_insert")),
            look.words("delete", say("diff.legend_delete")),
            Text("↕ " + say("diff.moved"), style=MOVED),
            Text("± " + say("diff.numbers")),
        ]
    )
    told.append(legend)
    if not choice.narrow:
        told += ["", *_changes(comparison, choice)]
    numbers = Numbers(comparison)
    for part in choice.parts:
        told += _part(comparison, part, numbers, choice, look)
    return Group(*told)
