"""One indicator by year: the picture of targets and results, the table with what is missing, and the evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from viewer.address import Address
from viewer.render import openable, overrule, plot
from viewer.render.figures import figure
from viewer.render.markup import Html, join, tag, text
from viewer.render.overrule import Command
from viewer.render.quotes import gathered, quoted
from viewer.render.standing import LOOKS, Standing, standing
from viewer.render.targets import pill, why
from viewer.wording import Words
from warehouse.answers import Evidence, Figure, SeriesRow

LABELS = 14
"""About how many years are written below a picture."""


def name_of(row: SeriesRow) -> str:
    """A row's name in the address: its year, with the territory where it is not the first."""
    return f"{row.year}-{row.territory}" if row.territory else str(row.year)


def where(row: SeriesRow) -> Standing | None:
    """Where the target of a year stands; None where there is none, or its result is not due to be told yet."""
    if row.target is None or row.outcome_gap == "not_yet" or not (row.verdict or row.state):
        return None
    return standing(row)


def kind(row: SeriesRow, words: Words) -> str:
    """What of the indicator is shown: growth, amount … and the unit it is counted in."""
    return words("series.kind", measure=words(f"measure.{row.measure}"), unit=row.base_unit or "—")


def chart(rows: Sequence[SeriesRow], address: Address, words: Words) -> Html:
    """The picture: a bar for each target, a dot for each result, years without one hatched; a mark opens its year."""
    shown = plot.scale(rows)
    if shown is None:
        return Html()
    every = -(-len(rows) // LABELS)
    grid = [
        tag("i", tag("b", shown.label(tick)), cls="grid", style=f"bottom:{_percent(shown.place(tick))}")
        for tick in shown.ticks
    ]
    columns = [_column(row, shown, address, words) for row in rows]
    years = [tag("span", str(row.year) if place % every == 0 else "") for place, row in enumerate(rows)]
    drawn = [_line(place, len(rows), start, end) for place, start, end in plot.lines(rows, shown)]
    return tag(
        "figure",
        tag("div", shown.unit, cls="unit"),
        tag("div", *grid, *drawn, tag("div", *columns, cls="columns"), cls="plot"),
        tag("div", *years, cls="years", aria_hidden="true"),
        _legend(words),
        cls="tb-chart",
    )


def _percent(share: float) -> str:
    return f"{share * 100:.2f}%"


def _line(place: int, count: int, start: float, end: float) -> Html:
    # Only boxes can be drawn here: a line is a box cut to a thin slanted band.
    first, last = _percent(1 - start), _percent(1 - end)
    band = f"polygon(0 calc({first} - 1px), 100% calc({last} - 1px), 100% calc({last} + 1px), 0 calc({first} + 1px))"
    left, width = _percent((place + 0.5) / count), _percent(1 / count)
    return tag("i", cls="line", style=f"left:{left};width:{width};clip-path:{band}")


def _column(row: SeriesRow, shown: plot.Scale, address: Address, words: Words) -> Html:
    name = name_of(row)
    marks: list[Html] = []
    if row.target_ends:
        low, high = (shown.place(end) for end in row.target_ends)
        bound = row.target.bound if row.target else ""
        marks.append(tag("i", cls=f"aim {bound}", style=f"bottom:{_percent(low)};height:{_percent(high - low)}"))
    if row.outcome_ends:
        stands = where(row)
        look = LOOKS[stands] if stands else "plain"
        marks.append(tag("i", cls=f"dot {look}", style=f"bottom:{_percent(shown.place(row.outcome_ends[1]))}"))
    gaps = "gap" if not (row.target and row.outcome) and row.outcome_gap != "not_yet" else ""
    both = "both" if not row.target and not row.outcome else ""
    return tag(
        "a",
        *marks,
        cls=f"{gaps} {both} {'cut' if row.break_note else ''} {'on' if address.row == name else ''}",
        href=replace(address, row="" if address.row == name else name).href,
        title=f"{row.year}: {words('site.joiner').join(told(row, words))}",
    )


def _legend(words: Words) -> Html:
    looks = (("aim", "target"), ("dot plain", "outcome"), ("dot met", "met"), ("dot missed", "missed"))
    marks = [tag("span", tag("i", cls=look), words(f"series.legend_{name}")) for look, name in looks]
    more = [
        tag("span", tag("i", cls=look), words(f"series.legend_{name}"))
        for look, name in (("gap", "gap"), ("cut", "break"))
    ]
    return tag("figcaption", *marks, *more, cls="key-line")


def told(row: SeriesRow, words: Words) -> list[str]:
    """Target and result of a year in a line: the numbers as written, or why there is none."""
    target = row.target.quote if row.target else words(f"target_gap.{row.target_gap}")
    outcome = row.outcome.quote if row.outcome else words(f"outcome_gap.{row.outcome_gap}")
    both = [f"{words('evidence.target')} {target}", f"{words('evidence.outcome')} {outcome}"]
    return [*both, row.break_note] if row.break_note else both


def missing(rows: Sequence[SeriesRow], words: Words) -> list[str]:
    """The years without a target and those without a result, each with why, and where a definition changed."""
    told = []
    for side in ("target", "outcome"):
        gaps: dict[str, list[int]] = {}
        for row in rows:
            if gap := getattr(row, f"{side}_gap"):
                gaps.setdefault(gap, []).append(row.year)
        of_side = [
            words("series.missing", years=_years(years, words), why=words(f"{side}_gap.{gap}"))
            for gap, years in gaps.items()
            if gap != "not_yet"
        ]
        if of_side:
            told.append(words(f"series.no_{side}", told=words("series.semicolon").join(of_side)))
    told += [words("series.break", year=row.year, note=row.break_note) for row in rows if row.break_note]
    return told


def _years(years: Iterable[int], words: Words) -> str:
    """Years, those that follow each other as a run."""
    runs = []
    for _, run in groupby(enumerate(sorted(set(years))), key=lambda one: one[1] - one[0]):
        members = [year for _, year in run]
        runs.append(str(members[0]) if len(members) == 1 else f"{members[0]}–{members[-1]}")
    return words("series.comma").join(runs)


def table(rows: Sequence[SeriesRow], address: Address, words: Words) -> Html:
    """A row a year, the newest first; its year opens it."""
    names = ("year", "target", "outcome", "verdict", "remark")
    labels = [words(f"series.{one}") for one in names]
    return openable.table(labels, (_row(row, address, words) for row in reversed(rows)), "series", numbers=(1, 2))


def _row(row: SeriesRow, address: Address, words: Words) -> Html:
    stands = where(row)
    cells = [
        tag("td", _cell(row.target, row.target_gap, "target", words), cls="num", data_label=words("series.target")),
        tag("td", _cell(row.outcome, row.outcome_gap, "outcome", words), cls="num", data_label=words("series.outcome")),
        tag("td", pill(stands, words) if stands else "", cls="verdict"),
        tag("td", *_remarks(row, words), cls="remark"),
    ]
    return openable.row(name_of(row), str(row.year), cells, address)


def _cell(one: Figure | None, gap: str, side: str, words: Words) -> Html:
    if one:
        return figure(one, words, modal=side == "target")
    return tag("span", words(f"{side}_gap.{gap}"), cls="tb-gap")


def _remarks(row: SeriesRow, words: Words) -> list[Html]:
    told: list[Html] = []
    for side in ("target", "outcome"):
        if instead := getattr(row, f"{side}_instead"):
            words_of_it = join(f"{words(f'series.{side}_instead')} ", figure(instead, words))
            period = text(words("series.of_period", period=instead.period)) if "-" in instead.period else Html()
            told.append(tag("div", words_of_it, period))
        if others := getattr(row, f"{side}_others"):
            told.append(tag("div", f"{words(f'series.{side}_others')} ", *(figure(one, words) for one in others)))
    if row.break_note:
        told.append(tag("div", words("series.break", year=row.year, note=row.break_note), cls="cut"))
    return told


def figures(row: SeriesRow) -> list[tuple[str, Figure]]:
    """The figures of a year that its evidence shows, each with its label."""
    named = [("target", row.target), ("outcome", row.outcome)]
    named += [(f"{side}_instead", getattr(row, f"{side}_instead")) for side in ("target", "outcome")]
    others = [(f"{side}_others", one) for side in ("target", "outcome") for one in getattr(row, f"{side}_others")]
    return [(label, one) for label, one in named if one] + others


def evidence(
    row: SeriesRow,
    quotes: Sequence[tuple[str, Evidence]],
    commands: Sequence[Command],
    address: Address,
    words: Words,
) -> Html:
    """The panel beside the rows: the rule in words, how to overrule what was read, each figure in its paragraph."""
    stands = where(row)
    told = why(row, row.target.unit, words) if stands and row.target else []
    if row.break_note:
        told.append(words("series.break", year=row.year, note=row.break_note))
    below = [
        pill(stands, words) if stands else None,
        *(tag("p", sentence, cls="rule") for sentence in told),
        *(tag("p", sentence, cls="rule") for sentence in _gaps(row, words)),
        overrule.section(commands, words) if quotes else None,
        *(quoted(quote, address, words) for quote in gathered(quotes)),
    ]
    heading = words("series.of_year", indicator=row.name, year=row.year)
    return openable.panel(heading, below, address, words, label=row.name)


def _gaps(row: SeriesRow, words: Words) -> list[str]:
    sides = ("target", "outcome")
    return [
        f"{words(f'evidence.{side}')}{words('series.colon')}{words(f'{side}_gap.{gap}')}"
        for side in sides
        if (gap := getattr(row, f"{side}_gap"))
    ]
