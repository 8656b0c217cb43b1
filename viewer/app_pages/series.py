"""指标: one indicator of a government over the years, target against result, with what is missing and why."""

from viewer import shell
from viewer.address import Address
from viewer.choice import Choice, Indicator, indicators
from viewer.data import Published
from viewer.evidence import series_panel
from viewer.render import frame, series
from viewer.render.markup import Html, join, tag
from viewer.shell import Take
from viewer.wording import Words
from warehouse.answers import SeriesRow


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the indicator that was chosen."""
    address = chosen.address
    known = indicators(published.series(address.region))
    fictional = chosen.government.fictional
    if not known:
        return join(frame.heading(said("page.series"), said, fictional=fictional), frame.notice(said("series.none")))
    if address.key not in known:
        return frame.notice(said("empty.no_indicator", region=address.region, indicator=address.key))
    indicator = known[address.key]
    rows = indicator.kinds[address.kind]
    open_row = next((row for row in rows if series.name_of(row) == address.row), None)
    missing = series.missing(rows, said)
    main = join(
        frame.heading(_sentence(indicator, rows, said), said, fictional=fictional),
        frame.chips(address, "kind", _kinds(indicator, said), frame.keys(said)),
        series.chart(rows, address, said),
        tag("ul", *(tag("li", one) for one in missing), cls="tb-missing") if missing else None,
        series.table(rows, address, said),
    )
    return frame.beside(main, series_panel(published, open_row, address, said))


def _sentence(indicator: Indicator, rows: tuple[SeriesRow, ...], said: Words) -> str:
    return said(
        "series.heading",
        indicator=indicator.name,
        first=rows[0].year,
        last=rows[-1].year,
        targets=sum(1 for row in rows if row.target),
        outcomes=sum(1 for row in rows if row.outcome),
    )


def _kinds(indicator: Indicator, said: Words) -> dict[str, tuple[str, int | None]]:
    return {
        kind: (series.kind(rows[0], said), len({row.year for row in rows if row.target or row.outcome}))
        for kind, rows in indicator.kinds.items()
    }


def takes(address: Address) -> list[Take]:
    """The years of the indicator as a table."""
    return [Take("series", "series", {"key": address.key})] if address.key else []


if __name__ == "__main__":
    shell.run("series", body, takes)
