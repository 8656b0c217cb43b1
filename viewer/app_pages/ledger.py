"""目标与结果: every target of a report, what the next one says of it, and the evidence beside the row."""

from viewer import shell
from viewer.address import Address
from viewer.choice import Choice
from viewer.data import Published
from viewer.evidence import ledger_panel
from viewer.render import frame, targets
from viewer.render.markup import Html, join, tag, text
from viewer.render.standing import FILTERS, LOOKS
from viewer.shell import Take
from viewer.wording import Words
from warehouse.answers import LedgerRow

DUE = "due"
"""The filter that shows the targets of several years whose last year the later report reviews."""


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the years that were chosen."""
    address = chosen.address
    held = published.ledger(address.region, address.earlier, address.later)
    rows = [row for row in held if row.session == address.earlier]
    due = [row for row in held if row.session != address.earlier]
    years = chosen.years
    shown = [row for row in rows if FILTERS.get(address.show, FILTERS[""])(row)]
    open_row = next((row for row in held if row.id == address.row), None)
    name = "ledger.heading_open" if chosen.alone else "ledger.heading"
    sentence = said(name, earlier=years.earlier, later=years.later, count=len(rows))
    bar = join(frame.share(targets.shares(rows)), frame.legend(targets.labels(rows, said)))
    table = targets.table(shown, years, address, said) if shown else tag("p", said("empty.no_rows"), cls="lead")
    main = join(
        frame.heading(sentence, said, fictional=chosen.government.fictional),
        Html() if chosen.alone else bar,
        frame.chips(address, "show", _choices(rows, due, said) if not chosen.alone else {}, frame.keys(said)),
        None if address.show == DUE else table,
        _long(due, chosen, said) if address.show in ("", DUE) else None,
    )
    return frame.beside(main, ledger_panel(published, open_row, held, address, said))


def _long(rows: list[LedgerRow], chosen: Choice, said: Words) -> Html:
    """The targets of several years that fall due, whichever report set them."""
    if not rows:
        return Html()
    years, address = chosen.years, chosen.address
    heading = said("ledger.long", year=(years.later or years.earlier) - 1)
    count = tag("small", said("ledger.long_count", count=len(rows), later=years.later))
    return join(
        tag("h2", heading, text(" "), count),
        frame.legend(targets.labels(rows, said)),
        targets.long_table(rows, address, said),
    )


def _choices(rows: list[LedgerRow], due: list[LedgerRow], said: Words) -> dict[str, tuple[str, int | None]]:
    def label(name: str) -> str:
        return said("filter.all") if not name else said(f"{'standing' if name in LOOKS else 'filter'}.{name}")

    counted: dict[str, tuple[str, int | None]] = {
        name: (label(name), sum(map(passes, rows))) for name, passes in FILTERS.items()
    }
    return {**counted, DUE: (said("filter.due"), len(due))}


def takes(address: Address) -> list[Take]:
    """The rows of the page as a table."""
    return [Take("ledger", "ledger", {"session": address.earlier, "reviewed": address.later})]


if __name__ == "__main__":
    shell.run("ledger", body, takes)
