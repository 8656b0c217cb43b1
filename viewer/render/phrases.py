"""提法: set phrases whose state the later report changed, with how often every report says them."""

from collections.abc import Sequence

from viewer.address import Address
from viewer.render.frame import read_link
from viewer.render.markup import Html, join, tag
from viewer.wording import Words
from warehouse.answers import PhraseRow, SaidAt

LOOKS = {
    "new": ("＋", "up"),
    "returned": ("↻", "move"),
    "spreading": ("▲", "up"),
    "fading": ("▼", "down"),
    "gone": ("－", "down"),
}
"""Sign and look of each state, in the order in which they stand."""
SHOWN = 12
"""Phrases of one state that are listed, the most telling of them; `tongbi export phrases` has all."""


def section(rows: Sequence[PhraseRow], address: Address, words: Words) -> Html:
    """The phrases by state, folded away under how many there are; nothing where there is none."""
    by_state = {state: [row for row in rows if row.state == state] for state in LOOKS}
    found = {state: of_state for state, of_state in by_state.items() if of_state}
    if not found:
        return Html()
    counted = words("site.joiner").join(words(f"phrase.{state}_count", count=len(of)) for state, of in found.items())
    items = [_item(row, address, words) for of_state in found.values() for row in of_state[:SHOWN]]
    more = sum(max(0, len(of_state) - SHOWN) for of_state in found.values())
    rest = tag("p", words("phrase.more", count=more), cls="dim") if more else None
    head = tag("summary", words("phrase.heading", later=address.later), tag("span", counted, cls="dim"))
    return tag("details", head, tag("ul", *items), rest, cls="tb-phrases")


def _item(row: PhraseRow, address: Address, words: Words) -> Html:
    sign, look = LOOKS[row.state]
    label = join(tag("i", sign, aria_hidden="true"), words(f"phrase.{row.state}"))
    return tag(
        "li",
        tag("span", label, cls=f"tb-kind {look}"),
        tag("b", words("phrase.quoted", phrase=row.phrase) if row.quoted else row.phrase),
        _bars(row, words),
        tag("span", words("phrase.first"), _said(row.first, address, words), cls="dim"),
        tag("span", words("phrase.last"), _said(row.last, address, words), cls="dim"),
    )


def _bars(row: PhraseRow, words: Words) -> Html:
    """A bar for each report, as high as the phrase is frequent; the figures are its title and its text for a reader."""
    most = max(count for _, count in row.counts)
    told = words("phrase.joiner").join(words("phrase.times", session=session, count=n) for session, n in row.counts)
    bars = [tag("i", style=f"height:{round(100 * count / most)}%") for _, count in row.counts]
    return tag("span", *bars, cls="bars", role="img", title=told, aria_label=told)


def _said(place: SaidAt, address: Address, words: Words) -> Html:
    return join(f" {place.session} ", read_link(address, place.session, place.span.start, place.span.end, words))
