"""What a report does not say or says less of, and where reports contradict each other: the lists and the evidence.

It is told what was said, where, and what was looked for; why, nobody can tell from the texts, and no word here does.
"""

from collections.abc import Callable, Iterable, Sequence

from viewer.address import Address
from viewer.render import openable, overrule, searched
from viewer.render.frame import read_link
from viewer.render.markup import Html, tag
from viewer.render.overrule import Command
from viewer.render.quotes import gathered, quoted
from viewer.render.reasons import because
from viewer.wording import Words
from warehouse.answers import DisagreementRow, Evidence, SilenceRow

FAMILIES: dict[str, tuple[str, ...]] = {
    "less": (
        "result_stopped",
        "growth_withheld",
        "growth_not_stated",
        "number_withheld",
        "told_in_words",
        "streak_not_found",
    ),
    "targets": ("target_not_found", "target_dropped"),
    "words": ("task_dropped", "problem_dropped", "aim_dropped", "section_dropped", "term_retired", "slogan_retired"),
}
"""The kinds of silence by what is not said (more of a result, a target, a task or phrase), as the page has them."""

KINDS = tuple(kind for kinds in FAMILIES.values() for kind in kinds)


def name_of(row: SilenceRow) -> str:
    """A row's name in the address."""
    place = row.observation or (f"{row.earlier}-{row.span.start}" if row.span else row.subject)
    return f"{row.kind}.{place}"


def in_order(rows: Iterable[SilenceRow]) -> list[SilenceRow]:
    """Rows by kind as the page has them; a kind that it does not know comes last."""
    places = {kind: place for place, kind in enumerate(KINDS)}
    return sorted(rows, key=lambda row: places.get(row.kind, len(places)))


def family_of(kind: str) -> str:
    """What is not said, in one of the few words of `FAMILIES`; "" for a kind that is in none."""
    return next((name for name, kinds in FAMILIES.items() if kind in kinds), "")


def table(rows: Sequence[SilenceRow], address: Address, words: Words) -> Html:
    """One row a silence, under a band for each kind with how many there are and what it means."""
    answered = any(told(row, words) for row in rows)
    labels = [words(f"silence.{name}") for name in ("subject", "said", "found")[: 3 if answered else 2]]
    body: list[Html] = []
    kind = ""
    for row in rows:
        if row.kind != kind:
            kind = row.kind
            count = sum(1 for one in rows if one.kind == kind)
            band = (tag("b", words(f"silence_kind.{kind}")), f" {count}", tag("span", words(f"silence_why.{kind}")))
            body.append(tag("tr", tag("td", *band, colspan=str(len(labels))), cls="band told"))
        body.append(_row(row, labels, address, words))
    return openable.table(labels, body, "silences")


def _row(row: SilenceRow, labels: Sequence[str], address: Address, words: Words) -> Html:
    said = row.quote if row.quote != row.subject else ""
    cells = [
        tag("td", said, tag("small", words("evidence.of", session=row.earlier)), cls="said", data_label=labels[1]),
        tag("td", told(row, words), cls="remark", data_label=labels[2]) if len(labels) > 2 else None,
    ]
    return openable.row(name_of(row), row.subject, cells, address)


def told(row: SilenceRow, words: Words) -> str:
    """What was found in its place, and why that is not it, in a line."""
    if row.kind == "target_not_found":
        return _searched(row, words)
    if row.kind == "result_stopped":
        years, *named = row.reason.removeprefix("years:").split(";")
        return words("silence.years", count=years) + (words("silence.named") if named else "")
    instead = words("silence.instead", quote=row.instead) if row.instead else ""
    return words("reason.joiner").join(filter(None, (instead, because(row.reason, words))))


def _searched(row: SilenceRow, words: Words) -> str:
    where = words("silence.compared", session=row.later, count=row.searched_results or 0)
    if not row.nearest_quote:
        return where + searched.why(row.refused, {}, row.observation, words)
    near = words("searched.near", indicator=row.nearest_indicator, quote=row.nearest_quote)
    return where + words("silence.nearest", near=near) + searched.why(row.refused, {}, row.observation, words)


def evidence(
    row: SilenceRow,
    quotes: Sequence[tuple[str, Evidence]],
    commands: Sequence[Command],
    address: Address,
    words: Words,
) -> Html:
    """The panel beside a silence: what it means, what was said in its place, and how to overrule it."""
    where = tuple(quoted(quote, address, words) for quote in gathered(quotes)) or _cited(row, address, words)
    return _panel(
        row.subject,
        [words(f"silence_kind.{row.kind}")],
        [words(f"silence_why.{row.kind}"), told(row, words)],
        (*where, overrule.section(commands, words) if quotes else None),
        address,
        words,
    )


def _cited(row: SilenceRow, address: Address, words: Words) -> tuple[Html, ...]:
    place = read_link(address, row.earlier, row.span.start, row.span.end, words) if row.span else None
    return (
        tag("blockquote", tag("cite", tag("b", words("evidence.of", session=row.earlier))), row.quote),
        tag("p", row.citation, cls="citation"),
        tag("div", place, cls="tb-actions"),
    )


def _panel(
    heading: str,
    labels: Sequence[str],
    sentences: Iterable[str],
    below: Iterable[Html | None],
    address: Address,
    words: Words,
) -> Html:
    said = [tag("span", label, cls="tb-v silent") for label in labels]
    said += [tag("p", sentence, cls="rule") for sentence in sentences if sentence]
    return openable.panel(heading, [*said, *below], address, words)


# Where two places contradict each other


def contradiction_name(row: DisagreementRow) -> str:
    """A row's name in the address."""
    return f"{row.kind}.{row.later_observation or row.later}.{row.earlier_observation or row.earlier}"


def why(row: DisagreementRow, words: Words) -> str:
    """What of the two does not agree, in a line."""
    if row.kind == "part_exceeds_whole":
        return words("disagreement.whole", whole=row.reason.removeprefix("whole:"))
    if row.kind == "figure_restated":
        estimated = words("disagreement.estimated") if "estimated" in row.reason else ""
        return words("disagreement.of_year", year=row.period) + estimated
    return because(row.reason, words)


def contradictions(rows: Sequence[DisagreementRow], address: Address, words: Words) -> Html:
    """One row two places that do not agree, both as they are written."""
    labels = [words(f"disagreement.{name}") for name in ("subject", "first", "then", "why")]
    return openable.table(labels, (_contradiction(row, labels, address, words) for row in rows), "silences")


def _contradiction(row: DisagreementRow, labels: Sequence[str], address: Address, words: Words) -> Html:
    said = ((row.earlier_quote, row.earlier), (row.later_quote, row.later))
    cells = [
        tag("td", quote, tag("small", words("evidence.of", session=session)), cls="said", data_label=label)
        for (quote, session), label in zip(said, labels[1:3], strict=True)
    ]
    kind = tag("small", words(f"disagreement_kind.{row.kind}"), cls="dim block")
    cells.append(tag("td", why(row, words), cls="remark", data_label=labels[3]))
    return openable.row(contradiction_name(row), row.subject, cells, address, beside=kind)


def contradiction(
    row: DisagreementRow,
    quotes: Sequence[tuple[str, Evidence]],
    commands: Sequence[Command],
    address: Address,
    words: Words,
) -> Html:
    """The panel beside a contradiction: both places, and that neither is corrected."""
    return _panel(
        row.subject,
        [words(f"disagreement_kind.{row.kind}")],
        [why(row, words), words("disagreement.neither")],
        (*(quoted(quote, address, words) for quote in gathered(quotes)), overrule.section(commands, words)),
        address,
        words,
    )


def counts(rows: Iterable[SilenceRow]) -> dict[str, int]:
    """How many silences of each family."""
    families = [family_of(row.kind) for row in rows]
    return {name: families.count(name) for name in FAMILIES}


def passes(show: str) -> Callable[[SilenceRow], bool]:
    """Whether a filter of the address lets a row through: a family, a kind, or all."""
    if show in FAMILIES:
        return lambda row: family_of(row.kind) == show
    return lambda row: show not in KINDS or row.kind == show
