"""校订: what people decided against the rules, what became of it, and the names that a person is asked about."""

from dataclasses import replace

from viewer import shell
from viewer.choice import Choice
from viewer.data import Published
from viewer.evidence import correction_panel, queue_panel
from viewer.render import corrections, frame
from viewer.render.markup import Html, join, tag, text
from viewer.shell import Take
from viewer.wording import Words
from warehouse.answers import CorrectionRow, QueuedRow, ReadingRow

SHOWN = 20  # rows of a list, before the rest is asked for
ALL = "all"


def body(published: Published, chosen: Choice, said: Words) -> Html:
    """The page, for the government that was chosen."""
    address = chosen.address
    decided = published.corrections(address.region)
    asked = published.queue(address.region)
    adrift = [row for row in decided if row.state != corrections.HELD]
    sentence = said("correction.heading", region=address.region, count=len(decided), queued=len(asked))
    main = join(
        frame.heading(sentence, said, fictional=chosen.government.fictional),
        tag("p", said("correction.lead"), cls="lead"),
        _adrift(len(adrift), said),
        tag("h2", said("correction.decided")),
        corrections.decisions([*adrift, *(row for row in decided if row not in adrift)], address, said)
        if decided
        else tag("p", said("correction.none"), cls="lead"),
        _queue(asked, chosen, said),
        _readings(published.readings(address.region), chosen, said),
    )
    return frame.beside(main, _panel(published, decided, asked, chosen, said))


def _adrift(count: int, said: Words) -> Html:
    if not count:
        return Html()
    return frame.notice(said("correction.some_adrift", count=count), said("correction.adrift_do"))


def _queue(rows: list[QueuedRow], chosen: Choice, said: Words) -> Html:
    if not rows:
        return join(tag("h2", said("queue.heading")), tag("p", said("queue.none"), cls="lead"))
    address = chosen.address
    every = address.show == ALL
    shown = rows if every else [row for place, row in enumerate(rows) if place < SHOWN or _is_open(row, chosen)]
    other = replace(address, show="" if every else ALL, row="")
    label = said("queue.less", count=SHOWN) if every else said("queue.more", count=len(rows) - len(shown))
    return join(
        tag("h2", said("queue.heading"), text(" "), tag("small", said("queue.count", count=len(rows)))),
        tag("p", said("queue.lead"), cls="lead"),
        corrections.queue(shown, address, said),
        tag("p", tag("a", label, cls="link", href=other.href), cls="more") if len(rows) > SHOWN else None,
    )


def _readings(rows: list[ReadingRow], chosen: Choice, said: Words) -> Html:
    """What is read otherwise than before: the first of it, the rest is in the table that can be taken along."""
    if not rows:
        return join(tag("h2", said("reading.heading")), tag("p", said("reading.none"), cls="lead"))
    count = said("reading.count", count=len(rows), before=rows[0].rules_before, now=rows[0].rules)
    rest = len(rows) - SHOWN
    return join(
        tag("h2", said("reading.heading"), text(" "), tag("small", count)),
        tag("p", said("reading.lead"), cls="lead"),
        corrections.readings(rows[:SHOWN], chosen.address, said),
        tag("p", said("reading.more", count=rest), cls="lead more") if rest > 0 else None,
    )


def _is_open(row: QueuedRow, chosen: Choice) -> bool:
    return corrections.of_names(row) == chosen.address.row


def _panel(
    published: Published, decided: list[CorrectionRow], asked: list[QueuedRow], chosen: Choice, said: Words
) -> Html:
    address = chosen.address
    correction = next((row for row in decided if row.id == address.row), None)
    names = next((row for row in asked if _is_open(row, chosen)), None)
    return correction_panel(published, correction, address, said) or queue_panel(published, names, address, said)


TAKES = [Take("corrections", "corrections"), Take("queue", "queue"), Take("readings", "readings")]


if __name__ == "__main__":
    shell.run("corrections", body, lambda _: TAKES)
