"""The changes worth telling: what changed, from what to what, and the sentences in which one reads it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tongbi.model import Span
from viewer.address import Address
from viewer.render.frame import read_link
from viewer.render.markup import Html, tag, text
from viewer.render.quotes import joined, marked
from viewer.render.reasons import because
from viewer.wording import Words
from warehouse.answers import ChangeRow

SIGNS: dict[str, tuple[str, str]] = {
    "target_raised": ("▲", "up"),
    "target_lowered": ("▼", "down"),
    "target_mixed": ("◆", "move"),
    "target_hardened": ("▸", "up"),
    "target_softened": ("▹", "down"),
    "target_missed": ("○", "down"),
    "target_within_tolerance": ("◐", "up"),
    "target_not_found": ("◌", ""),
    "stance_changed": ("⇄", "move"),
    "routine": ("·", ""),
    "task_rolled_over": ("↻", "move"),
    "section_moved": ("⇄", "move"),
    "section_renamed": ("✎", "move"),
    "indicator_renamed": ("✎", "move"),
    "term_redefined": ("✎", "move"),
}
"""Sign and look of each kind; what is new or gone has the plus and minus of its ending."""


LONG = 40
"""Characters up to which what changed stands in the headline too."""


@dataclass(frozen=True, slots=True)
class Where:
    """The report and the section that a sentence stands in."""

    session: str
    section: str


def listing(rows: Iterable[ChangeRow], address: Address, words: Words) -> Html:
    """The changes, ranked; each can be named in the address by its rank."""
    return tag("ol", *(_item(row, address, words) for row in rows), cls="tb-changes")


def _item(row: ChangeRow, address: Address, words: Words) -> Html:
    chosen = address.row == str(row.rank)
    opened = replace(address, row="" if chosen else str(row.rank))
    sign, look = _sign(row.kind)
    before, after = Where(address.earlier, row.earlier_section), Where(address.later, row.later_section)
    quotes = [
        _quote(row.earlier_text, row.before, row.earlier, row.earlier_observation, before, address, words),
        _quote(row.later_text, row.after, row.later, row.later_observation, after, address, words),
    ]
    shown = [quote for quote in quotes if quote]
    return tag(
        "li",
        tag("div", tag("i", sign, aria_hidden="true"), text(words(f"change.{row.kind}")), cls=f"tb-kind {look}"),
        tag(
            "div",
            tag("div", tag("a", row.subject, href=opened.href, data_open=True), _turn(row), cls="head"),
            _why(row, words),
            tag("div", *shown, cls="pair" if len(shown) > 1 else "pair one") if shown else None,
        ),
        cls="on" if chosen else "",
        data_step=True,
        id=f"change-{row.rank}",
    )


def _why(row: ChangeRow, words: Words) -> Html:
    told = because(row.reason, words)
    return tag("div", told, cls="why") if told else Html()


def _sign(kind: str) -> tuple[str, str]:
    if kind in SIGNS:
        return SIGNS[kind]
    return ("＋", "up") if kind.endswith("_new") else ("－", "down")


def _turn(row: ChangeRow) -> Html:
    """From what to what, where that says more than the subject."""
    before, after = joined(row.before), joined(row.after)
    if row.subject in (before + after, "") or max(len(before), len(after)) > LONG:
        return Html()
    arrow = tag("span", "→", cls="arrow")
    return tag("span", " ", before, arrow if before and after else None, after, cls="from")


def _quote(
    sentence: str, part: str, span: Span | None, observation: str, where: Where, address: Address, words: Words
) -> Html:
    if span is None or not sentence:
        return Html()
    place = words("site.joiner").join(
        piece for piece in (words("evidence.of", session=where.session), where.section) if piece
    )
    return tag(
        "div",
        tag("cite", place, words("site.joiner"), read_link(address, where.session, span.start, span.end, words)),
        _in_sentence(sentence, part, _number_at(observation, span)),
        cls="tb-quote",
    )


def _number_at(observation: str, sentence: Span) -> int | None:
    """Where in its sentence the number stands that a change speaks of: an observation's id tells its place."""
    start = observation.split(":")[1] if observation.count(":") == 3 else ""
    return int(start) - sentence.start if start.isdecimal() else None


def _in_sentence(sentence: str, part: str, number: int | None) -> Html:
    """The sentence with its part marked, and cut about it where it is long.

    A part that occurs more than once is the one about the number; where that is not known, none is marked.
    """
    starts = [found.start() for found in re.finditer(re.escape(part), sentence)] if part else []
    if number is not None and len(starts) > 1:
        starts = [start for start in starts if start <= number < start + len(part)]
    if len(starts) != 1 or part == sentence:
        return text(joined(sentence))
    return marked(sentence, [(starts[0], starts[0] + len(part))])
