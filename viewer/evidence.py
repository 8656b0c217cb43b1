"""Gathers what the panel beside a row shows: each of its figures in its paragraph."""

from viewer.address import Address
from viewer.data import Published
from viewer.render import series, targets
from viewer.render.markup import Html
from viewer.wording import Words
from warehouse.answers import LedgerRow, SeriesRow


def ledger_panel(published: Published, row: LedgerRow | None, address: Address, said: Words) -> Html:
    """The panel of the open row; nothing where none is open."""
    if row is None:
        return Html()
    figures = [("target", row.target), *(("outcome", one) for one in row.outcomes)]
    figures += [(label, one) for label, one in (("baseline", row.baseline), ("next", row.next)) if one]
    quotes = [(label, published.evidence(one.id)) for label, one in figures]
    return targets.evidence(row, quotes, address, said)


def series_panel(published: Published, row: SeriesRow | None, address: Address, said: Words) -> Html:
    """The panel of the open year; nothing where none is open."""
    if row is None:
        return Html()
    quotes = [(label, published.evidence(one.id)) for label, one in series.figures(row)]
    return series.evidence(row, quotes, address, said)
