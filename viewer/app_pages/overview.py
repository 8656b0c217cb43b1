"""概览: the main expected targets first, then the changes worth telling."""

from dataclasses import replace

from viewer import shell
from viewer.address import Address
from viewer.choice import Choice, Years
from viewer.data import Published
from viewer.evidence import ledger_panel
from viewer.render import changes, frame, targets
from viewer.render.markup import Html, join, tag, text
from viewer.wording import Words
from warehouse.answers import ChangeRow, LedgerRow

SHOWN = 20  # changes, before the rest is asked for
ROUTINE = "routine"  # the kind of change that is no news, and the filter that shows it


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the years that were chosen."""
    address = chosen.address
    held = published.ledger(address.region, address.earlier, address.later)
    rows = [row for row in held if row.session == address.earlier]
    headline = [row for row in rows if row.tier == "headline"]
    years = chosen.years
    open_row = next((row for row in rows if row.id == address.row), None)
    main = join(
        frame.heading(
            _sentence(headline or rows, bool(headline), years, said), said, fictional=chosen.government.fictional
        ),
        frame.facts(published.head_facts(address.region, address.earlier, address.later), said),
        _waiting(chosen, years, said),
        _headline(headline or rows[:SHOWN], bool(headline), years, address, said),
        tag("p", _all_targets(len(rows), address, said), cls="more"),
        _based(rows, years, address, said) if chosen.alone else _changes(published, address, said),
    )
    return frame.beside(main, ledger_panel(published, open_row, rows, address, said))


def _sentence(rows: list[LedgerRow], headline: bool, years: Years, said: Words) -> str:
    told = "overview" if headline else "ledger"
    name = f"{told}.heading_open" if years.later is None else f"{told}.heading"
    return said(name, earlier=years.earlier, later=years.later, count=len(rows))


def _waiting(chosen: Choice, years: Years, said: Words) -> Html:
    if not chosen.alone:
        return Html()
    return tag("p", said("overview.waiting", region=chosen.government.region, later=years.earlier + 1), cls="lead")


def _headline(rows: list[LedgerRow], found: bool, years: Years, address: Address, said: Words) -> Html:
    """The main targets; where the report has no list of them, that, and the first of all its targets."""
    none = Html() if found else tag("p", said("overview.none_headline"), cls="lead")
    if not rows:
        return none
    bar = join(frame.share(targets.shares(rows)), frame.legend(targets.labels(rows, said))) if years.later else Html()
    return join(none, bar, targets.table(rows, years, address, said, banded=False))


def _all_targets(count: int, address: Address, said: Words) -> Html:
    ledger = replace(address, page="ledger", row="", show="")
    return tag("a", said("overview.to_ledger", count=count), cls="link", href=ledger.href)


def _based(rows: list[LedgerRow], years: Years, address: Address, said: Words) -> Html:
    """Without a next report: the other targets whose start is known."""
    based = [row for row in rows if row.baseline and row.tier != "headline"]
    if not based:
        return Html()
    count = tag("small", said("overview.based_count", count=len(based)))
    return join(tag("h2", said("overview.based"), text(" "), count), targets.table(based, years, address, said))


def _changes(published: Published, address: Address, said: Words) -> Html:
    """The changes worth telling, the weightiest first; routine ones below, where the address asks for them."""
    found = published.changes(address.region, address.earlier, address.later)
    rows = [row for row in found if row.kind != ROUTINE]
    routine = [row for row in found if row.kind == ROUTINE]
    shown = rows if address.show == "all" else _first(rows, address.row)
    count = tag("small", said("overview.changes_count", count=len(rows)))
    head = tag("h2", said("overview.changes"), text(" "), count)
    none = tag("p", said("overview.no_changes"), cls="lead")
    return join(
        join(head, changes.listing(shown, address, said)) if rows else none,
        _rest(len(rows) - SHOWN, address, said),
        _routine(routine, address, said),
    )


def _routine(rows: list[ChangeRow], address: Address, said: Words) -> Html:
    """How many routine changes there are; they themselves where the address asks for them, or names one."""
    if not rows:
        return Html()
    asked = address.show == ROUTINE or any(str(row.rank) == address.row for row in rows)
    other = replace(address, show="" if asked else ROUTINE, row="")
    label = said("overview.routine_less" if asked else "overview.routine_more", count=len(rows))
    link = tag("p", tag("a", label, cls="link", href=other.href), cls="more")
    return join(link, changes.listing(rows, address, said)) if asked else link


def _first(rows: list[ChangeRow], chosen: str) -> list[ChangeRow]:
    """The weightiest, and the one that the address names wherever it ranks."""
    return [row for row in rows if row.rank <= SHOWN or str(row.rank) == chosen]


def _rest(count: int, address: Address, said: Words) -> Html:
    if count <= 0:
        return Html()
    label = (
        said("overview.changes_less", count=SHOWN)
        if address.show == "all"
        else said("overview.changes_more", count=count)
    )
    other = replace(address, show="" if address.show == "all" else "all")
    return tag("p", tag("a", label, cls="link", href=other.href), cls="more")


if __name__ == "__main__":
    shell.run("", body)
