"""逐句对读: two reports side by side, sentence against sentence."""

from dataclasses import replace
from typing import TypeAlias

from viewer import shell
from viewer.address import Address, PageName
from viewer.choice import Choice
from viewer.data import Published
from viewer.render import compare, frame, phrases
from viewer.render.markup import Html, join, tag
from viewer.wording import Words
from warehouse.answers import AlignedRow

Choices: TypeAlias = dict[str, tuple[str, int | None]]

# The parts that can be laid side by side; the plan first, for it is what is promised.
PARTS = ("plan", "review", "opening", "closing", "glossary")


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the years and the part that were chosen."""
    address = chosen.address
    if chosen.alone:
        return _alone(published, chosen, said)
    part = address.part if address.part in PARTS else PARTS[0]
    rows = {one: published.aligned(address.region, address.earlier, address.later, one) for one in PARTS}
    choices = _choices(rows[part], said)
    shown = [row for row in rows[part] if compare.FILTERS.get(address.show, compare.FILTERS[""])(row)]
    none = tag("p", said("empty.no_rows" if rows[part] else "compare.no_part"), cls="lead")
    return join(
        frame.heading(_sentence(part, choices, address, said), said, fictional=chosen.government.fictional),
        frame.facts(published.head_facts(address.region, address.earlier, address.later), said),
        phrases.section(published.phrases(address.region, address.later), address, said),
        frame.share(compare.shares(rows[part])),
        frame.chips(address, "part", _parts(rows, said)),
        frame.chips(address, "show", choices, frame.keys(said), swatches=compare.LOOKS),
        compare.columns(shown, address, said) if shown else none,
    )


def _sentence(part: str, choices: Choices, address: Address, said: Words) -> str:
    counted = {name: choices[name][1] for name in ("reworded", "added", "dropped")}
    return said("compare.heading", part=said(f"part.{part}"), earlier=address.earlier, later=address.later, **counted)


def _parts(rows: dict[str, list[AlignedRow]], said: Words) -> Choices:
    return {"" if one == PARTS[0] else one: (said(f"part.{one}"), len(found)) for one, found in rows.items()}


def _choices(rows: list[AlignedRow], said: Words) -> Choices:
    return {
        name: (said(f"compare.{name or 'all'}"), sum(map(passes, rows))) for name, passes in compare.FILTERS.items()
    }


def _alone(published: Published, chosen: Choice, said: Words) -> Html:
    """Kindly: why there is nothing to lay side by side, and what would change that."""
    head = published.report_head(chosen.government.region, chosen.address.earlier)
    more = said("compare.alone_more", region=head.region, earlier=head.session, later=head.year + 1)
    address = chosen.address
    others: tuple[tuple[PageName, str], ...] = (("", "compare.to_baseline"), ("text", "compare.to_text"))
    links = [
        tag("a", said(label, earlier=head.session), cls="link", href=replace(address, page=page).href)
        for page, label in others
    ]
    return join(
        frame.heading(said("page.compare"), said, fictional=head.fictional),
        frame.notice(said("compare.alone"), more),
        tag("p", *links, cls="tb-actions"),
    )


if __name__ == "__main__":
    shell.run("compare", body)
