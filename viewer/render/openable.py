"""Rows that open: a table, a row that its own link opens and closes, and the panel of the one that is open."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from viewer.address import Address
from viewer.render.markup import Content, Html, tag
from viewer.wording import Words


def table(labels: Sequence[str], rows: Iterable[Html], look: str = "", *, numbers: Collection[int] = ()) -> Html:
    """A table under a head of labels; `numbers` are the places of the columns that hold some."""
    head = (tag("th", label, cls="num" if place in numbers else "") for place, label in enumerate(labels))
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), cls=f"tb-table {look}")


def row(name: str, subject: Content, cells: Iterable[Content], address: Address, *, beside: Content = None) -> Html:
    """A row known in the address by `name`; its first cell has the link, and what stands `beside` it."""
    is_open = name == address.row
    link = tag("a", subject, href=replace(address, row="" if is_open else name).href, data_open=True)
    first = tag("td", link, beside, cls="name")
    return tag("tr", first, *cells, cls="on" if is_open else "", data_step=True, id=f"row-{name}")


def panel(heading: str, below: Iterable[Content], address: Address, words: Words, *, label: str = "") -> Html:
    """The panel of the open row, which closes it; `label` is what it is about, where the heading says more."""
    return tag(
        "aside",
        tag("a", "×", cls="close", href=replace(address, row="").href, aria_label=words("evidence.close")),
        tag("h2", heading),
        *below,
        cls="tb-aside",
        aria_label=label or heading,
    )
