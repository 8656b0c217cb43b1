"""Targets and what became of them: the table of the ledger and of the overview, and the evidence beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from viewer.address import Address
from viewer.choice import Years
from viewer.render import openable, overrule, searched
from viewer.render.figures import figure, next_target
from viewer.render.markup import Html, join, tag
from viewer.render.overrule import Command
from viewer.render.quotes import gathered, quoted
from viewer.render.standing import LOOKS, Judged, Standing, counts, standing
from viewer.wording import Words
from warehouse.answers import Evidence, LedgerRow

IN_UNITS = ("at_least", "at_most", "approx", "approx_most", "near", "range", "straddles")
"""The rules whose parameters are numbers in the target's unit."""


def pill(name: Standing, words: Words) -> Html:
    """The word for where a target stands, in its shape and colour."""
    return tag("span", words(f"standing.{name}"), cls=f"tb-v {LOOKS[name]}", title=_why(name, words))


def shares(rows: Sequence[LedgerRow]) -> list[tuple[str, int]]:
    """The parts of the bar."""
    return [(LOOKS[name], count) for name, count in counts(rows).items()]


def labels(rows: Sequence[LedgerRow], words: Words) -> list[tuple[Html, int]]:
    """The parts of the legend."""
    return [(pill(name, words), count) for name, count in counts(rows).items()]


def table(rows: Iterable[LedgerRow], years: Years, address: Address, words: Words, *, banded: bool = True) -> Html:
    """One row a target, under a band for each tier; its name's link opens the row by naming it in the address."""
    columns = _columns(years, words)
    body: list[Html] = []
    for tier, members in groupby(rows, key=lambda row: row.tier):
        if banded:
            body.append(tag("tr", tag("td", words(f"tier.{tier}"), colspan=str(len(columns))), cls="band"))
        body.extend(_row(row, years, address, words) for row in members)
    numbers = [place for place, (_, look) in enumerate(columns) if look]
    look = "" if years.later is not None else "narrow"
    return openable.table([label for label, _ in columns], body, look, numbers=numbers)


def _columns(years: Years, words: Words) -> list[tuple[str, str]]:
    told = [
        (words("ledger.indicator"), ""),
        (words("ledger.baseline", year=years.earlier - 1), "num"),
        (words("ledger.target", year=years.earlier), "num"),
    ]
    if years.later is not None:
        told += [
            (words("ledger.outcome", year=years.earlier), "num"),
            (words("ledger.verdict"), ""),
            (words("ledger.next", year=years.later), "num"),
        ]
    return told


def _row(row: LedgerRow, years: Years, address: Address, words: Words) -> Html:
    captions = [caption for caption, _ in _columns(years, words)]
    cells = [
        tag("td", figure(row.baseline, words), cls="num dim", data_label=captions[1]),
        tag(
            "td",
            figure(row.target, words, modal=True),
            _below(row, words),
            _stretch(row, words),
            _known(row, words),
            cls="num",
            data_label=captions[2],
        ),
    ]
    if years.later is not None:
        cells += [
            tag("td", _results(row, years, words), cls="num", data_label=captions[3]),
            tag("td", pill(standing(row), words), _due(row, words), cls="verdict"),
            tag("td", next_target(row, words), cls="num", data_label=captions[5]),
        ]
    return openable.row(row.id, row.indicator, cells, address, beside=_horizon(row, words))


def _results(row: LedgerRow, years: Years | None, words: Words) -> Html:
    """The outcomes; where another report than the next one states them, which."""
    shown = join(*(figure(one, words) for one in row.outcomes)) or figure(None, words)
    if row.horizon != "multi_year" or not row.outcomes or years is None:
        return shown
    return join(shown, tag("small", words("evidence.of", session=row.outcome_session), cls="block"))


def _due(row: LedgerRow, words: Words) -> Html:
    """When a target that is not due will be, as far as the text says."""
    if standing(row) != "not_due" or not row.due or row.target.period == str(row.due):
        return Html()
    return tag("small", words("ledger.due", year=row.due), cls="block")


def _known(row: LedgerRow, words: Words) -> Html:
    """What the report that sets a target states itself of the first months of its year."""
    if not row.known:
        return Html()
    figures = (figure(one, words) for one in row.known)
    return tag("div", words("ledger.known", period=_period(row.known[0].period, words)), *figures, cls="tb-known")


def _period(period: str, words: Words) -> str:
    """A part of a year as one says it; as it is written in the warehouse where there is no word for it."""
    year, part = period[:4], period[4:]
    return words(f"period.{part}", year=year) if words.has(f"period.{part}") else period


def long_table(rows: Sequence[LedgerRow], address: Address, words: Words) -> Html:
    """Targets of several years that one report answers for: when each was set, what it was, what is stated now."""
    labels = [words(f"ledger.{name}") for name in ("indicator", "set_in", "long_target", "long_outcome", "verdict")]
    return openable.table(labels, (_long_row(row, labels, address, words) for row in rows), numbers=(2, 3))


def _long_row(row: LedgerRow, labels: Sequence[str], address: Address, words: Words) -> Html:
    cells = [
        tag("td", words("evidence.of", session=row.session), cls="dim", data_label=labels[1]),
        tag("td", figure(row.target, words, modal=True), _stretch(row, words), cls="num", data_label=labels[2]),
        tag("td", _results(row, None, words), cls="num", data_label=labels[3]),
        tag("td", pill(standing(row), words), cls="verdict"),
    ]
    return openable.row(row.id, row.indicator, cells, address, beside=_horizon(row, words))


def _horizon(row: LedgerRow, words: Words) -> Html:
    if row.horizon == "annual":
        return Html()
    return tag("span", f" {row.target.period or words(f'ledger.{row.horizon}')}", cls="tb-fig u dim")


def _stretch(row: LedgerRow, words: Words) -> Html:
    if row.stretch is None:
        return Html()
    modality = row.stretch.modality or words("ledger.stretch")
    reached = tag("span", words("ledger.stretch_reached"), cls="tb-delta up") if row.stretch_reached else Html()
    return tag("div", figure(replace(row.stretch, modality=modality), words, modal=True), reached, cls="dim")


def _below(row: LedgerRow, words: Words) -> Html:
    """That less is asked for than was reached the year before; an easy target is seen as such."""
    if not row.below_baseline:
        return Html()
    return tag("div", words("ledger.below_baseline"), cls="tb-delta below", title=words("why.below_baseline"))


def _why(name: Standing, words: Words) -> str:
    return words(f"why.{name}") if words.has(f"why.{name}") else ""


def reason(row: LedgerRow, words: Words) -> list[str]:
    """The rule that gave the verdict and what qualifies it, in words. A reason is `key:parameter:parameter`."""
    marked = [one for one in ("below_baseline", "stretch_reached") if getattr(row, one)]
    told = why(row, row.target.unit, words, marked)
    told += [words.filled("why.decided", [one.decided_by, str(one.decided_on), one.why]) for one in row.decided]
    return told


def why(row: Judged, unit: str, words: Words, marked: Sequence[str] = ()) -> list[str]:
    """The rule that gave a verdict in words, numbers in `unit`, and what qualifies it; `marked` are further notes."""
    key, *parameters = row.reason.split(":")
    told = []
    if words.has(f"rule.{key}"):
        told.append(words.filled(f"rule.{key}", [_parameter(key, one, unit, words) for one in parameters]))
    name = standing(row)
    notes = [note for note in row.note.split(",") if note != name]
    notes += [one for one in marked if one not in notes]
    return told + [words(f"why.{one}") for one in (name, *notes) if words.has(f"why.{one}")]


def _parameter(key: str, parameter: str, unit: str, words: Words) -> str:
    """A parameter of a reason as one reads it: numbers are in the target's unit, measures have a word."""
    if key == "measure":
        return words(f"measure.{parameter}")
    return parameter + unit if key in IN_UNITS else parameter.replace("-", "–") or words("rule.unnamed")


def evidence(
    row: LedgerRow,
    quotes: Sequence[tuple[str, Evidence]],
    named: Mapping[str, str],
    commands: Sequence[Command],
    address: Address,
    words: Words,
) -> Html:
    """The panel beside the rows: the rule in words, what was searched, how to overrule it, the figures in their places.

    A quote has its label first; `named` are the indicators of the other targets by id.
    """
    below = [
        pill(standing(row), words),
        *(tag("p", sentence, cls="rule") for sentence in reason(row, words)),
        searched.section(row, named, words),
        overrule.section(commands, words),
        *(quoted(quote, address, words) for quote in gathered(quotes)),
    ]
    return openable.panel(row.indicator, below, address, words)
