"""Gathers what the panel beside a row shows: its figures in their paragraphs, and how to overrule what was found."""

from collections.abc import Iterable, Mapping

from tongbi.quoting import place_of
from viewer.address import Address
from viewer.data import Published
from viewer.render import corrections, overrule, series, silences, targets
from viewer.render.markup import Html
from viewer.render.overrule import Anchor, Anchored
from viewer.wording import Words
from warehouse.answers import (
    CorrectionRow,
    DisagreementRow,
    Evidence,
    Figure,
    LedgerRow,
    QueuedRow,
    SeriesRow,
    SilenceRow,
)

Labelled = list[tuple[str, Evidence]]


def anchored_in(published: Published) -> Anchored:
    """Where the figures of a warehouse can be named for a correction."""

    def anchor(observation: str) -> Anchor | None:
        one = published.evidence(observation)
        source = published.source(one.region, one.session)
        place = place_of(source.text, one.session, one.span, one.figure.indicator)
        return Anchor(source.file, place) if place else None

    return anchor


def quotes_of(published: Published, figures: Iterable[tuple[str, Figure]]) -> Labelled:
    """Each figure, with its label, in its paragraph."""
    return [(label, published.evidence(one.id)) for label, one in figures]


def ledger_panel(
    published: Published, row: LedgerRow | None, rows: Iterable[LedgerRow], address: Address, said: Words
) -> Html:
    """The panel of the open row, which is one of `rows`; nothing where none is open."""
    if row is None:
        return Html()
    figures = [("target", row.target), *(("outcome", one) for one in row.outcomes)]
    if row.searched and row.searched.nearest:
        figures.append(("nearest", row.searched.nearest))
    figures += [("known", one) for one in row.known]
    figures += [(label, one) for label, one in (("baseline", row.baseline), ("next", row.next)) if one]
    named = {one.id: one.indicator for one in rows if one.session == row.session}
    commands = overrule.of_target(row, anchored_in(published))
    return targets.evidence(row, quotes_of(published, figures), named, commands, address, said)


def series_panel(published: Published, row: SeriesRow | None, address: Address, said: Words) -> Html:
    """The panel of the open year; nothing where none is open."""
    if row is None:
        return Html()
    quotes = quotes_of(published, series.figures(row))
    return series.evidence(row, quotes, _of_figures(published, series.figures(row)), address, said)


def _of_figures(published: Published, figures: Iterable[tuple[str, Figure]]) -> list[overrule.Command]:
    anchored = anchored_in(published)
    each = ((anchored(one.id), one.indicator) for _, one in figures)
    return [command for place, name in each if place for command in overrule.of_figure(place, name)]


def figure_commands(published: Published, figure: Figure) -> list[overrule.Command]:
    """What can be decided about one figure."""
    return _of_figures(published, [("", figure)])


def _places(published: Published, ids: Mapping[str, str]) -> tuple[Labelled, list[overrule.Command]]:
    """The figures that have an id, each in its place, and the commands that overrule them."""
    quotes = [(label, published.evidence(one)) for label, one in ids.items() if one]
    return quotes, [command for _, one in quotes for command in figure_commands(published, one.figure)]


def silence_panel(published: Published, row: SilenceRow | None, address: Address, said: Words) -> Html:
    """The panel of an open silence: of a target the row of the ledger, else what was said, in its place."""
    if row is None:
        return Html()
    if row.kind == "target_not_found":
        rows = published.ledger(address.region, row.earlier, row.later)
        mine = next((one for one in rows if one.id == row.observation), None)
        return ledger_panel(published, mine, rows, address, said)
    ids = {"said": row.observation, "instead": row.instead_observation}
    quotes, commands = _places(published, ids)
    return silences.evidence(row, quotes, commands, address, said)


def disagreement_panel(published: Published, row: DisagreementRow | None, address: Address, said: Words) -> Html:
    """The panel of an open disagreement: both places."""
    if row is None:
        return Html()
    ids = {"said_first": row.earlier_observation, "said_then": row.later_observation}
    quotes, commands = _places(published, ids)
    return silences.contradiction(row, quotes, commands, address, said)


def queue_panel(published: Published, row: QueuedRow | None, address: Address, said: Words) -> Html:
    """The panel of two names to decide on: the last number told under each, and the commands."""
    if row is None:
        return Html()
    quotes = [("named", published.evidence(one)) for one in (row.one_id, row.other_id)]
    anchored = anchored_in(published)
    place = anchored(row.one_id) or anchored(row.other_id)
    return corrections.names(row, quotes, overrule.of_names(row, place) if place else [], address, said)


def correction_panel(published: Published, row: CorrectionRow | None, address: Address, said: Words) -> Html:
    """The panel of a correction: what it quotes, where that still stands."""
    if row is None:
        return Html()
    held = next((one.sessions for one in published.governments() if one.region == address.region), ())
    texts = {one: published.source(address.region, one).text for one in {row.earlier, row.later} if one in held}
    return corrections.decision(row, texts, address, said)
