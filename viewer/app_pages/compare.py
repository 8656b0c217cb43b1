"""逐句对读: two reports side by side, sentence against sentence."""

from viewer import shell
from viewer.choice import Choice
from viewer.data import Published
from viewer.render import compare, frame
from viewer.render.markup import Html, join, tag
from viewer.wording import Words
from warehouse.answers import AlignedRow

# The parts that can be laid side by side; the plan first, for it is what is promised.
PARTS = ("plan", "review", "opening", "closing", "glossary")


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the years and the part that were chosen."""
    address = chosen.address
    if chosen.alone:
        return frame.page(address, _alone(published, chosen, said))
    part = address.part if address.part in PARTS else PARTS[0]
    rows = published.aligned(address.region, address.earlier, address.later, part)
    choices = _choices(rows, said)
    shown = [row for row in rows if compare.FILTERS.get(address.show, compare.FILTERS[""])(row)]
    counted = {name: count or 0 for name, (_, count) in choices.items()}
    sentence = said(
        "compare.heading",
        part=said(f"part.{part}"),
        earlier=address.earlier,
        later=address.later,
        **{name: counted[name] for name in ("reworded", "added", "dropped")},
    )
    parts: dict[str, tuple[str, int | None]] = {
        "" if one == PARTS[0] else one: (said(f"part.{one}"), None) for one in PARTS
    }
    return frame.page(
        address,
        frame.heading(sentence, said, fictional=chosen.government.fictional),
        frame.share(compare.shares(rows)),
        tag(
            "div",
            frame.chips(address, "part", parts),
            frame.chips(address, "show", choices, frame.keys(said), swatches=compare.LOOKS),
            cls="tb-filters",
        ),
        compare.columns(shown, address, said)
        if shown
        else tag("p", said("empty.no_rows" if rows else "compare.no_part"), cls="lead"),
    )


def _choices(rows: list[AlignedRow], said: Words) -> dict[str, tuple[str, int | None]]:
    return {
        name: (said(f"compare.{name or 'all'}"), sum(map(passes, rows))) for name, passes in compare.FILTERS.items()
    }


def _alone(published: Published, chosen: Choice, said: Words) -> Html:
    """Kindly: why there is nothing to lay side by side, and what would change that."""
    head = published.report_head(chosen.government.region, chosen.address.earlier)
    more = said("compare.alone_more", region=head.region, earlier=head.session, later=head.year + 1)
    return join(
        frame.heading(said("page.compare"), said, fictional=head.fictional),
        frame.notice(said("compare.alone"), more),
    )


if __name__ == "__main__":
    shell.run("compare", body)
