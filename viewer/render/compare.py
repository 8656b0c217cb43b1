"""Sentence against sentence: what belongs together stands in one row, what no match kept is struck or underlined."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from viewer.address import Address
from viewer.render.frame import read_link
from viewer.render.markup import Html, join, tag, text
from viewer.render.quotes import joined
from viewer.wording import Words
from warehouse.answers import AlignedRow, AlignedSentence

REWRITTEN_BELOW = 1 / 3
"""Where less than this share of a row stayed, word marks only make noise: both sentences stand plain."""


def unchanged(row: AlignedRow) -> bool:
    """Whether nothing of the row changed, its place included, but for years, congresses and the like."""
    if row.routine:
        return True
    marks = any(sentence.marks for sentence in (*row.earlier, *row.later))
    return row.relation == "kept" and not marks and not row.moved


FILTERS: dict[str, Callable[[AlignedRow], bool]] = {
    "": lambda _: True,
    "changed": lambda row: not unchanged(row),
    "reworded": lambda row: (
        not row.routine
        and (row.relation in ("reworded", "split", "merged") or (row.relation == "kept" and not unchanged(row)))
    ),
    "added": lambda row: row.relation == "added",
    "dropped": lambda row: row.relation == "dropped",
    "moved": lambda row: row.moved,
    "numbers": lambda row: row.number_changed,
    "routine": lambda row: row.routine,
    "kept": unchanged,
}
"""The filters of the page, by their name in the address."""
LOOKS = {"kept": "incomparable", "reworded": "pending", "added": "met", "dropped": "missed"}
"""The parts of the bar, with the look of each."""


def key(row: AlignedRow) -> str:
    """The row's name in the address: the place of its first sentence, in the later report where it has one there."""
    side, sentences = ("l", row.later) if row.later else ("e", row.earlier)
    return f"{side}{sentences[0].span.start}"


def shares(rows: Sequence[AlignedRow]) -> list[tuple[str, int]]:
    """The parts of the bar: each row stands in one of them."""
    counted = dict.fromkeys(LOOKS, 0)
    for row in rows:
        name = row.relation if row.relation in ("added", "dropped") else "kept" if unchanged(row) else "reworded"
        counted[name] += 1
    return [(LOOKS[name], count) for name, count in counted.items()]


def columns(rows: Iterable[AlignedRow], address: Address, words: Words) -> Html:
    """The two reports side by side, under their names."""
    sides = [
        tag("div", words("compare.side", session=session), cls="c") for session in (address.earlier, address.later)
    ]
    head = tag("div", sides[0], tag("div", cls="m"), sides[1], cls="tb-cols head")
    return join(head, *(_row(row, address, words) for row in rows))


def _row(row: AlignedRow, address: Address, words: Words) -> Html:
    name = key(row)
    chosen = address.row == name
    plain = row.relation in ("split", "merged", "reworded", "kept") and row.kept_share < REWRITTEN_BELOW
    whole = row.relation in ("added", "dropped")
    left = [_sentence(one, "del", words, whole=whole, plain=plain) for one in row.earlier]
    right = [_sentence(one, "ins", words, whole=whole, plain=plain) for one in row.later]
    if row.moved:
        left.insert(0, _whence("from", row.earlier_section, words))
        right.insert(0, _whence("to", row.later_section, words))
    if chosen:
        left.append(_way(row.earlier, address.earlier, address, words))
        right.append(_way(row.later, address.later, address, words))
    opened = replace(address, row="" if chosen else name)
    label = tag("a", _label(row, words, plain=plain), href=opened.href, data_open=True)
    return tag(
        "div",
        tag("div", *left, cls="c"),
        tag("div", label, _shape(row), cls="m"),
        tag("div", *right, cls="c"),
        cls=f"tb-cols row {'moved' if row.moved else ''} {'on' if chosen else ''}",
        data_step=not unchanged(row),
        id=f"row-{name}",
    )


def _label(row: AlignedRow, words: Words, *, plain: bool) -> str:
    if row.relation in ("added", "dropped"):
        return words(f"mark.{row.relation}")
    told = words("mark.rewritten") if plain else words("mark.kept") if not _marked(row) else words("mark.reworded")
    if row.moved:
        return words("mark.moved") if not _marked(row) else f"{words('mark.moved')}{words('site.joiner')}{told}"
    return told


def _marked(row: AlignedRow) -> bool:
    return any(sentence.marks for sentence in (*row.earlier, *row.later))


def _shape(row: AlignedRow) -> Html:
    """How many sentences became how many, where it is not one for one."""
    if not row.earlier or not row.later or len(row.earlier) == len(row.later) == 1:
        return Html()
    return tag("div", f"{len(row.earlier)}→{len(row.later)}")


def _sentence(one: AlignedSentence, name: str, words: Words, *, whole: bool, plain: bool) -> Html:
    look = "heading" if one.heading else ""
    again = tag("span", f" {words('compare.again')}", cls="tb-fig u dim") if one.again else None
    if whole:
        return tag("p", tag(name, joined(one.text), cls="all"), again, cls=look)
    if plain:
        return tag("p", joined(one.text), again, cls=look)
    return tag("p", *_runs(one, name), again, cls=look)


def _runs(one: AlignedSentence, name: str) -> list[Html]:
    pieces: list[Html] = []
    at = 0
    for mark in one.marks:
        start, end = mark.start - one.span.start, mark.end - one.span.start
        pieces += [text(joined(one.text[at:start])), tag(name, joined(one.text[start:end]))]
        at = end
    pieces.append(text(joined(one.text[at:])))
    return pieces


def _whence(name: str, section: str, words: Words) -> Html:
    return tag("div", words(f"compare.{name}", section=section), cls="dim whence") if section else Html()


def _way(sentences: Sequence[AlignedSentence], session: str, address: Address, words: Words) -> Html:
    if not sentences:
        return Html()
    first, last = sentences[0].span, sentences[-1].span
    end = last.end if last.end > first.start else first.end
    return tag("div", read_link(address, session, first.start, end, words), cls="tb-actions")
