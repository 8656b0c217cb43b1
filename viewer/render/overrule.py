"""How a reader overrules what the rules found: the command that writes his decision, ready to be copied.

A command ends with an empty `--why`, which is refused: what a person decides has a reason.
"""

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tongbi.anchors import Place
from viewer.render.markup import Html, tag, text
from viewer.wording import Words
from warehouse.answers import LedgerRow, QueuedRow

VERDICTS = ("met", "missed", "not_comparable")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a figure can be named in a report: its file below the corpus, and its place in words."""

    file: str
    place: Place

    @property
    def path(self) -> str:
        """The file as it is called in the project's folder."""
        return f"corpus/{self.file}"

    @property
    def told(self) -> str:
        """The place as the command line takes it."""
        return "|".join(piece for piece in (self.place.quote, self.place.number, self.place.indicator) if piece)


Anchored = Callable[[str], Anchor | None]
"""The place of an observation by its id; None where the text has no quote that says which number is meant."""


@dataclass(frozen=True, slots=True)
class Command:
    """A decision that can be taken: the name of its wording in `overrule`, what fills that, and the line to run."""

    name: str
    about: str
    line: str


def _command(name: str, about: str, *words: str) -> Command:
    return Command(name, about, shlex.join(("tongbi", "correct", *words, "--why", "")))


def of_figure(anchor: Anchor, indicator: str) -> list[Command]:
    """A number that is none, or that is another indicator's."""
    at = ("observation", anchor.path, "--at", anchor.told)
    return [
        _command("drop", anchor.place.number, *at, "--drop"),
        _command("rename", anchor.place.number, *at, "--set", f"indicator={indicator}"),
    ]


def of_target(row: LedgerRow, anchored: Anchored) -> list[Command]:
    """What can be decided about a row of the ledger: verdict, outcome, start, next target, the numbers themselves."""
    target = anchored(row.target.id)
    if target is None:
        return []
    result = row.outcomes[0] if row.outcomes else row.searched.nearest if row.searched else None
    end = anchored(result.id) if result else None
    made: list[Command] = []
    if row.outcomes and end:
        verdicts = [one for one in VERDICTS if one != row.verdict]
        pair = ("verdict", target.path, end.path, "--at", target.told)
        made += [_command(f"verdict_{one}", "", *pair, "--verdict", one) for one in verdicts]
    if end:
        way = ("--part",) if row.outcomes else ()
        made.append(_link("part_outcome" if way else "join_outcome", "outcome", target, end, *way))
    if row.baseline and (start := anchored(row.baseline.id)):
        made.append(_link("part_baseline", "baseline", start, target, "--part"))
    if row.next and (following := anchored(row.next.id)):
        made.append(_link("part_revision", "revision", target, following, "--part"))
    made += of_figure(target, row.target.indicator)
    if row.outcomes and end:
        made += of_figure(end, row.outcomes[0].indicator)
    return made


def _link(name: str, lane: str, start: Anchor, end: Anchor, *way: str) -> Command:
    ends = ("--lane", lane, "--from", start.told, "--to", end.told)
    return _command(name, end.place.number, "link", start.path, end.path, *ends, *way)


def of_names(row: QueuedRow, anchor: Anchor) -> list[Command]:
    """Two names that are one indicator, or two."""
    at = ("identity", anchor.path, row.one_name, row.other_name, "--at", f"{anchor.place.quote}|{anchor.place.number}")
    return [_command("same", "", *at), _command("apart", "", *at, "--apart")]


def section(commands: Sequence[Command], words: Words, *, asked: bool = False) -> Html:
    """The commands with a button to copy each, folded unless a decision is `asked` for; where there is none, that."""
    if not commands:
        return tag("p", words("overrule.none"), cls="rule")
    return tag(
        "details",
        tag("summary", words("overrule.asked" if asked else "overrule.heading")),
        tag("p", words("overrule.how"), cls="rule"),
        tag("ul", *_items(commands, words)),
        cls="tb-fix",
        open=asked,
    )


def _items(commands: Iterable[Command], words: Words) -> list[Html]:
    return [
        tag(
            "li",
            tag("span", words(f"overrule.{one.name}", about=one.about)),
            text(" "),
            tag(
                "button",
                words("overrule.copy"),
                cls="link",
                type="button",
                data_copy=one.line,
                data_done=words("evidence.copied"),
            ),
            tag("code", one.line),
        )
        for one in commands
    ]
