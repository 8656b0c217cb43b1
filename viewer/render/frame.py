"""What every page is made of: its root, its heading, the bar, the chips, notices and quotes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from tongbi.model import HeadFact
from viewer.address import PAGES, Address
from viewer.render.markup import Content, Html, tag, text
from viewer.wording import Words

NO_SWATCHES: Mapping[str, str] = MappingProxyType({})


def page(address: Address, *contents: Content) -> Html:
    """The root of a page. It carries the address that it shows, so that the script can tell when it has arrived."""
    return tag("div", *contents, cls="tb", data_address=address.href)


def bar(address: Address, words: Words) -> Html:
    """The bar at the top: name, pages, the other language. What is chosen stays chosen from page to page."""
    kept = replace(address, show="", part="", key="", kind="", row="", at="")
    links = [
        tag("a", words(f"page.{name}"), cls="on" if name == address.page else "", href=replace(kept, page=name).href)
        for name in PAGES
    ]
    other = replace(address, lang=words("site.other_language"))
    return tag(
        "nav",
        tag("a", words("site.name"), cls="brand", href=replace(kept, page="").href),
        *links,
        tag("span", cls="grow"),
        tag("a", words("site.language"), cls="lang", href=other.href),
        cls="tb-bar",
    )


def heading(sentence: str, words: Words, *, fictional: bool) -> Html:
    """A page's heading; an invented report says so beside it."""
    return tag("h1", sentence, invented(words) if fictional else None)


def invented(words: Words) -> Html:
    """The badge of what was written for show."""
    return tag("span", words("site.invented"), cls="tb-invented", title=words("site.invented_why"))


def notice(strong: str, words: str = "") -> Html:
    """One clear line: what is the matter, and what to do."""
    return tag("div", tag("b", strong), text(f" {words}"), cls="tb-notice")


def share(parts: Iterable[tuple[str, int]]) -> Html:
    """One bar: each part with its look and its weight."""
    pieces = [tag("i", cls=look, style=f"flex:{weight}") for look, weight in parts if weight]
    return tag("div", *pieces, cls="tb-share", aria_hidden="true") if pieces else Html()


def facts(found: Iterable[HeadFact], words: Words) -> Html:
    """What the heads of two reports have otherwise: another term, another head of government."""
    told = [tag("span", words(f"head.{fact.kind}", before=fact.before, after=fact.after)) for fact in found]
    return tag("p", *told, cls="tb-head") if told else Html()


def legend(parts: Iterable[tuple[Html, int]]) -> Html:
    """What the colours of the bar stand for, with the counts."""
    return tag("div", *(tag("span", label, text(f" {count}")) for label, count in parts), cls="tb-legend")


def chips(
    address: Address,
    field: str,
    choices: Mapping[str, tuple[str, int | None]],
    *extra: Content,
    swatches: Mapping[str, str] = NO_SWATCHES,
) -> Html:
    """Filters: for each value of `field` its label and count, and its look in the bar (`swatches`).

    One that lets nothing through is left out unless it is chosen.
    """
    chosen = getattr(address, field)
    links = [
        tag(
            "a",
            tag("i", cls=swatches[value], aria_hidden="true") if value in swatches else None,
            label,
            tag("b", str(count)) if count is not None else None,
            cls="on" if value == chosen else "",
            href=address.with_parameter(field, value).href,
            aria_current="true" if value == chosen else None,
        )
        for value, (label, count) in choices.items()
        if count is None or count or value in ("", chosen)
    ]
    return tag("div", *links, *extra, cls="tb-chips")


def beside(rows: Html, panel: Html) -> Html:
    """The rows, and the evidence beside them where a row is open."""
    return tag("div", tag("div", rows, cls="tb-rows"), panel, cls="tb-split open" if panel else "tb-split")


def keys(words: Words) -> Html:
    """How to step through the rows by key."""
    return tag("span", text(words("site.keys")), tag("kbd", "j"), text(" "), tag("kbd", "k"), cls="hint")


def read_link(address: Address, session: str, start: int, end: int, words: Words) -> Html:
    """The link to a place in the report."""
    target = Address(
        "text", address.region, address.earlier, address.later, session, at=f"{start}-{end}", lang=address.lang
    )
    return tag("a", words("evidence.read"), cls="link", href=target.href)
