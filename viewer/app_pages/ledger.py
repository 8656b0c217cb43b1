"""目标与结果: every target of a report, what the next one says of it, and the evidence beside the row."""

from viewer import shell
from viewer.choice import Choice
from viewer.data import Published
from viewer.evidence import ledger_panel
from viewer.render import frame, targets
from viewer.render.markup import Html, join, tag
from viewer.render.standing import FILTERS, LOOKS
from viewer.wording import Words
from warehouse.answers import LedgerRow


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the years that were chosen."""
    address = chosen.address
    rows = published.ledger(address.region, address.earlier)
    years = chosen.years
    shown = [row for row in rows if FILTERS.get(address.show, FILTERS[""])(row)]
    open_row = next((row for row in rows if row.id == address.row), None)
    name = "ledger.heading_open" if chosen.alone else "ledger.heading"
    sentence = said(name, earlier=years.earlier, later=years.later, count=len(rows))
    bar = join(frame.share(targets.shares(rows)), frame.legend(targets.labels(rows, said)))
    main = join(
        frame.heading(sentence, said, fictional=chosen.government.fictional),
        Html() if chosen.alone else bar,
        frame.chips(address, "show", _choices(rows, said) if not chosen.alone else {}, frame.keys(said)),
        targets.table(shown, years, address, said) if shown else tag("p", said("empty.no_rows"), cls="lead"),
    )
    return frame.beside(main, ledger_panel(published, open_row, address, said))


def _choices(rows: list[LedgerRow], said: Words) -> dict[str, tuple[str, int | None]]:
    def label(name: str) -> str:
        return said("filter.all") if not name else said(f"{'standing' if name in LOOKS else 'filter'}.{name}")

    return {name: (label(name), sum(map(passes, rows))) for name, passes in FILTERS.items()}


if __name__ == "__main__":
    shell.run("ledger", body)
