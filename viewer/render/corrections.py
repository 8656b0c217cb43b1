"""What people decided and what they are asked: corrections in force, those without effect, names that may be one."""

from collections.abc import Mapping, Sequence

from tongbi.anchors import Place, locate
from tongbi.errors import Unanchored
from viewer.address import Address
from viewer.render import openable, overrule
from viewer.render.frame import read_link
from viewer.render.markup import Html, join, tag, text
from viewer.render.overrule import Command
from viewer.render.quotes import Quote, quoted
from viewer.wording import Words
from warehouse.answers import CorrectionRow, Evidence, QueuedRow, ReadingRow

HELD = "applied"


def of_names(row: QueuedRow) -> str:
    """A queued row's name in the address."""
    return f"names.{row.one_id}.{row.other_id}"


def decisions(rows: Sequence[CorrectionRow], address: Address, words: Words) -> Html:
    """One row a correction: what it is about, the words it quotes, what was decided, by whom and why, its state."""
    labels = [words(f"correction.{name}") for name in ("what", "quote", "decision", "who", "state")]
    return openable.table(labels, (_decision(row, labels, address, words) for row in rows), "silences")


def _decision(row: CorrectionRow, labels: Sequence[str], address: Address, words: Words) -> Html:
    quotes = [(row.earlier, row.earlier_quote), (row.later, row.later_quote)]
    said = [tag("div", quote, tag("small", words("evidence.of", session=of))) for of, quote in quotes if quote]
    who = join(tag("div", row.why), tag("small", f"{row.decided_by}{words('site.joiner')}{row.decided_on}"))
    cells = [
        tag("td", *said, cls="said", data_label=labels[1]),
        tag("td", decided(row, words), data_label=labels[2]),
        tag("td", who, cls="said", data_label=labels[3]),
        tag("td", _state(row, words), cls="remark", data_label=labels[4]),
    ]
    return openable.row(row.id, _what(row, words), cells, address)


def _what(row: CorrectionRow, words: Words) -> str:
    lane = f"{words('site.joiner')}{words(f'lane.{row.lane}')}" if row.lane else ""
    return words(f"correction_what.{row.what}") + lane


def decided(row: CorrectionRow, words: Words) -> str:
    """What was decided, in words."""
    return words(f"correction_decision.{row.decision}")


def state(row: CorrectionRow, words: Words) -> str:
    """What became of a correction, in words: in force, or why it has no effect."""
    name = f"orphan.{row.state}"
    return words(name, detail=row.detail) if words.has(name) else f"{row.state} {row.detail}".strip()


def _state(row: CorrectionRow, words: Words) -> Html:
    look = "met" if row.state == HELD else "pending"
    pill = tag("span", words("correction.held" if row.state == HELD else "correction.adrift"), cls=f"tb-v {look}")
    return pill if row.state == HELD else join(pill, tag("div", state(row, words)))


def decision(row: CorrectionRow, texts: Mapping[str, str], address: Address, words: Words) -> Html:
    """The panel of a correction: its quotes, the way to each that still stands, and how to take it back."""
    ends = [(row.earlier, row.earlier_quote, row.earlier_number), (row.later, row.later_quote, row.later_number)]
    return openable.panel(
        _what(row, words),
        [
            tag("p", words("correction.is_decided", decision=decided(row, words), why=row.why), cls="rule"),
            tag("p", words("correction.by", who=row.decided_by, when=row.decided_on, id=row.id), cls="rule"),
            tag("p", state(row, words), cls="rule"),
            *(_quoted(end, texts, address, words) for end in ends if end[1]),
            tag("p", words("correction.take_back", id=row.id), cls="rule"),
        ],
        address,
        words,
    )


def _quoted(end: tuple[str, str, str], texts: Mapping[str, str], address: Address, words: Words) -> Html:
    session, quote, number = end
    try:
        span = locate(texts[session], Place(session=session, quote=quote, number=number))
    except (Unanchored, KeyError):
        link = None
    else:
        link = tag("div", read_link(address, session, span.start, span.end, words), cls="tb-actions")
    before, mark, behind = quote.partition(number) if number else (quote, "", "")
    cite = tag("cite", tag("b", words("evidence.of", session=session)))
    return join(tag("blockquote", cite, before, tag("mark", mark) if mark else None, behind), link)


# Names that may be one


def queue(rows: Sequence[QueuedRow], address: Address, words: Words) -> Html:
    """One row two names: the last number told under each, what speaks for one indicator, and what is missing."""
    labels = [words(f"queue.{name}") for name in ("names", "last", "evidence", "missing")]
    return openable.table(labels, (_names(row, labels, address, words) for row in rows), "silences")


def _names(row: QueuedRow, labels: Sequence[str], address: Address, words: Words) -> Html:
    told = [(row.one_quote, row.one_session), (row.other_quote, row.other_session)]
    last = [tag("div", quote, tag("small", words("evidence.of", session=session))) for quote, session in told]
    both = join(row.one_name, tag("span", words("queue.or"), cls="dim"), row.other_name)
    cells = [
        tag("td", *last, cls="said", data_label=labels[1]),
        tag("td", words("site.joiner").join(speaks(row, words)), cls="remark", data_label=labels[2]),
        tag("td", missing(row, words), cls="remark", data_label=labels[3]),
    ]
    return openable.row(of_names(row), both, cells, address)


def speaks(row: QueuedRow, words: Words) -> list[str]:
    """What speaks for and against two names being one, each in a few words."""
    told = [
        words("queue.links", count=row.links, score=f"{row.score:.2f}"),
        words("queue.likeness", share=f"{row.likeness:.0%}"),
        words("queue.unit" if row.unit else "queue.other_unit"),
    ]
    if row.section:
        told.append(words("queue.section"))
    if row.size:
        told.append(words("queue.size", factor=f"{row.size:.3g}"))
    told.append(words("queue.neighbours", share=f"{row.neighbours:.0%}"))
    if row.told_apart:
        told.append(words("queue.told_apart", count=row.told_apart))
    return told


def missing(row: QueuedRow, words: Words) -> str:
    """Why the rules did not take two names for one."""
    name = f"queue_missing.{row.reason.partition(':')[0]}"
    return words(name) if words.has(name) else row.reason


def names(
    row: QueuedRow, quotes: Sequence[tuple[str, Evidence]], commands: Sequence[Command], address: Address, words: Words
) -> Html:
    """The panel of two names: the evidence, the last number under each, and the commands that decide."""
    return openable.panel(
        words("queue.which", one=row.one_name, other=row.other_name),
        [
            tag("p", words("site.joiner").join(speaks(row, words)), cls="rule"),
            tag("p", f"{words('queue.missing')}{words('series.colon')}{missing(row, words)}", cls="rule"),
            overrule.section(commands, words, asked=True),
            *(quoted(Quote(label, (one,)), address, words) for label, one in quotes),
        ],
        address,
        words,
    )


# What is read otherwise than before


def readings(rows: Sequence[ReadingRow], address: Address, words: Words) -> Html:
    """One row a thing that is found no more, or is found now, in the same text; its number leads to its place."""
    labels = [words(f"reading.{name}") for name in ("what", "quote", "now", "cause")]
    return openable.table(labels, (_reading(row, labels, address, words) for row in rows), "silences")


def _reading(row: ReadingRow, labels: Sequence[str], address: Address, words: Words) -> Html:
    lane = f"{words('site.joiner')}{words(f'lane.{row.lane}')}" if row.lane else ""
    ends = [(row.indicator, row.quote, row.session), (row.other_indicator, row.other_quote, row.other_session)]
    said = [
        tag("div", f"{indicator} {quote}".strip(), tag("small", words("evidence.of", session=session)))
        for indicator, quote, session in ends
        if quote
    ]
    place = read_link(address, row.session, row.span.start, row.span.end, words) if row.span else None
    return tag(
        "tr",
        tag("td", words(f"reading_what.{row.what}"), lane, cls="name"),
        tag("td", *said, cls="said", data_label=labels[1]),
        tag("td", words(f"reading_kind.{row.kind}"), _judged(row, words), data_label=labels[2]),
        tag("td", words(f"reading_cause.{row.cause}"), text(" "), place, cls="remark", data_label=labels[3]),
    )


def _judged(row: ReadingRow, words: Words) -> Html:
    name = row.verdict or row.state
    return tag("small", words(f"standing.{name}"), cls="block") if words.has(f"standing.{name}") else Html()
