"""披露与核对: what a report does not say or says less of, and where reports contradict each other."""

from dataclasses import replace

from viewer import choice, shell
from viewer.address import Address
from viewer.choice import Choice
from viewer.data import Published
from viewer.evidence import disagreement_panel, silence_panel
from viewer.render import frame, silences
from viewer.render.markup import Html, join, tag, text
from viewer.shell import Take
from viewer.wording import Words
from warehouse.answers import DisagreementRow, SilenceRow

ALL = "all"
"""The value of `part` that shows the contradictions of all years."""


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the report that is looked at: the later of the two, or the one that stands alone."""
    address = chosen.address
    rows = silences.in_order(published.silences(address.region, *_asked(address)))
    told = published.disagreements(address.region)
    mine = [row for row in told if row.later == _looked_at(address)]
    shown = [row for row in rows if silences.passes(address.show)(row)]
    listed = told if address.part == ALL else mine
    counted = silences.counts(rows)
    head = published.report_head(address.region, _looked_at(address))
    name = "silence.heading_alone" if chosen.alone and rows else "silence.heading"
    sentence = said("silence.heading_none" if chosen.alone and not rows else name, later=head.session, **counted)
    main = join(
        frame.heading(sentence, said, fictional=chosen.government.fictional),
        tag("p", said("silence.lead"), cls="lead"),
        frame.notice(said("text.abridged")) if head.abridged else None,
        frame.chips(address, "show", _families(rows, said), frame.keys(said)),
        _kinds(rows, address, said),
        _before(chosen, said),
        silences.table(shown, address, said) if shown else tag("p", said("silence.none"), cls="lead"),
        _contradictions(listed, len(told), chosen, said),
    )
    return frame.beside(main, _panel(published, rows, told, chosen, said))


def _before(chosen: Choice, said: Words) -> Html:
    """The way to what this report does not say of what the one before it did, where it is shown by itself."""
    pair = next((pair for pair in chosen.pairs if chosen.alone and pair.later == chosen.address.earlier), None)
    if pair is None:
        return Html()
    there = choice.with_years(chosen.address, pair)
    return tag("p", tag("a", said("silence.against", earlier=pair.earlier), cls="link", href=there.href), cls="lead")


def _looked_at(address: Address) -> str:
    return address.later or address.earlier


def _asked(address: Address) -> tuple[str, str]:
    """The report, and the one it is held against: itself, where it is shown without a next one; else any."""
    return _looked_at(address), "" if address.later else address.earlier


def _families(rows: list[SilenceRow], said: Words) -> dict[str, tuple[str, int | None]]:
    """The filters: all, and each family."""
    counted: dict[str, tuple[str, int | None]] = {"": (said("filter.all"), len(rows))}
    for family, count in silences.counts(rows).items():
        counted[family] = (said(f"silence_family.{family}"), count)
    return counted


def _kinds(rows: list[SilenceRow], address: Address, said: Words) -> Html:
    """The kinds of the family that is shown, as a second row of filters."""
    family = address.show if address.show in silences.FAMILIES else silences.family_of(address.show)
    if not family:
        return Html()
    kinds = silences.FAMILIES[family]
    counted = {kind: (said(f"silence_kind.{kind}"), sum(1 for row in rows if row.kind == kind)) for kind in kinds}
    return frame.chips(address, "show", {kind: told for kind, told in counted.items() if told[1]})


def _contradictions(rows: list[DisagreementRow], of_all: int, chosen: Choice, said: Words) -> Html:
    address = chosen.address
    later = _looked_at(address)
    every = address.part == ALL
    count = tag("small", said("disagreement.all" if every else "disagreement.here", count=len(rows), later=later))
    other = replace(address, part="" if every else ALL, row="")
    label = said("disagreement.only", later=later) if every else said("disagreement.more", count=of_all)
    more = tag("p", tag("a", label, cls="link", href=other.href), cls="more") if of_all else None
    none = tag("p", said("disagreement.none" if of_all else "disagreement.never"), cls="lead")
    return join(
        tag("h2", said("disagreement.heading"), text(" "), count if rows else None),
        silences.contradictions(rows, address, said) if rows else none,
        more,
    )


def _panel(
    published: Published, rows: list[SilenceRow], told: list[DisagreementRow], chosen: Choice, said: Words
) -> Html:
    address = chosen.address
    silence = next((row for row in rows if silences.name_of(row) == address.row), None)
    other = next((row for row in told if silences.contradiction_name(row) == address.row), None)
    return silence_panel(published, silence, address, said) or disagreement_panel(published, other, address, said)


def takes(address: Address) -> list[Take]:
    """Both lists as tables."""
    later, earlier = _asked(address)
    return [Take("silences", "silences", {"later": later, "earlier": earlier}), Take("disagreements", "disagreements")]


if __name__ == "__main__":
    shell.run("silences", body, takes)
