"""The changes worth telling: what changed, from what to what, and the sentences in which one reads it."""

from collections.abc import Iterable
from dataclasses import replace

from tongbi.model import Span
from viewer.address import Address
from viewer.render.frame import read_link
from viewer.render.markup import Html, tag, text
from viewer.render.quotes import joined, marked
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
    "task_rolled_over": ("↻", "move"),
    "section_moved": ("⇄", "move"),
    "section_renamed": ("✎", "move"),
    "indicator_renamed": ("✎", "move"),
    "term_redefined": ("✎", "move"),
}
"""Sign and look of each kind; what is new or gone has the plus and minus of its ending."""


def listing(rows: Iterable[ChangeRow], address: Address, words: Words) -> Html:
    """The changes, ranked; each can be named in the address by its rank."""
    return tag("ol", *(_item(row, address, words) for row in rows), cls="tb-changes")


def _item(row: ChangeRow, address: Address, words: Words) -> Html:
    chosen = address.row == str(row.rank)
    opened = replace(address, row="" if chosen else str(row.rank))
    sign, look = _sign(row.kind)
    quotes = [
        _quote(row.earlier_text, row.before, row.earlier, address.earlier, row.earlier_section, address, words),
        _quote(row.later_text, row.after, row.later, address.later, row.later_section, address, words),
    ]
    shown = [quote for quote in quotes if quote]
    return tag(
        "li",
        tag("div", tag("i", sign, aria_hidden="true"), text(words(f"change.{row.kind}")), cls=f"tb-kind {look}"),
        tag(
            "div",
            tag("div", tag("a", row.subject, href=opened.href, data_open=True), _turn(row), cls="head"),
            tag("div", *shown, cls="pair" if len(shown) > 1 else "pair one") if shown else None,
        ),
        cls="on" if chosen else "",
        data_step=True,
        id=f"change-{row.rank}",
    )


def _sign(kind: str) -> tuple[str, str]:
    if kind in SIGNS:
        return SIGNS[kind]
    return ("＋", "up") if kind.endswith("_new") else ("－", "down")


def _turn(row: ChangeRow) -> Html:
    """From what to what, where that says more than the subject."""
    before, after = (joined(side) if side != row.subject else "" for side in (row.before, row.after))
    if not (before or after) or max(len(before), len(after)) > 40:
        return Html()
    arrow = tag("span", "→", cls="arrow")
    return tag("span", text(" "), before or None, arrow if before and after else None, after or None, cls="from")


def _quote(
    sentence: str, part: str, span: Span | None, session: str, section: str, address: Address, words: Words
) -> Html:
    if span is None or not sentence:
        return Html()
    place = words("site.joiner").join(piece for piece in (words("evidence.of", session=session), section) if piece)
    return tag(
        "div",
        tag(
            "cite",
            text(place),
            text(words("site.joiner")),
            read_link(address, session, span.start, span.end, words),
        ),
        _in_sentence(joined(sentence), joined(part)),
        cls="tb-quote",
    )


def _in_sentence(sentence: str, part: str) -> Html:
    """The sentence with its part marked, and cut about it where it is long.

    Where the part occurs more than once, which one is meant is not known, and none is marked.
    """
    if not part or sentence == part or sentence.count(part) != 1:
        return text(sentence)
    start = sentence.index(part)
    return marked(sentence, [(start, start + len(part))])
