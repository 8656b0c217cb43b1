"""Figures as they are read: the bound before, the number in tabular digits, the unit small behind it."""

from decimal import Decimal
from typing import Literal

from viewer.render.markup import Html, join, tag, text
from viewer.wording import Words
from warehouse.answers import Figure, LedgerRow

BOUNDS = {"ge": "≥", "le": "≤", "approx": "≈"}
TURNED = {"ge": "le", "le": "ge"}
SIGNED = ("change_pct", "change_abs")
Direction = Literal["up", "down", "same", "mixed", ""]


def number(value: Decimal, *, signed: bool = False) -> str:
    """The number without exponent and idle zeros, with a true minus; `signed` puts a plus before a rise."""
    written = format(abs(value), "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    return sign + written


def figure(one: Figure | None, words: Words, *, modal: bool = False) -> Html:
    """A figure; a dash where there is none, the words of the report where it states no number."""
    if one is None:
        return tag("span", "—", cls="tb-fig dim")
    firmness = tag("span", one.modality, cls="tb-modal") if modal and one.modality else Html()
    if one.low is None or one.high is None:
        return join(firmness, tag("span", one.quote, cls="tb-fig words"))
    return join(firmness, tag("span", _bound(one), *_number(one, one.low, one.high, words), cls="tb-fig"))


def _bound(one: Figure) -> Html:
    # 下降2.5%以上 bounds how far it falls; before the number −2.5 the sign turns round.
    is_fall = one.measure in SIGNED and one.high is not None and one.high < 0
    sign = BOUNDS.get(TURNED.get(one.bound, one.bound) if is_fall else one.bound)
    return tag("span", sign, cls="b") if sign else Html()


def _number(one: Figure, low: Decimal, high: Decimal, words: Words) -> tuple[Html, ...]:
    if one.measure == "rank":
        return (text(words("figure.rank", place=_range(low, high))),)
    if one.measure == "streak":
        return (text(words("figure.streak", times=_range(low, high), unit=one.unit)),)
    return text(_range(low, high, signed=one.measure in SIGNED)), tag("span", one.unit, cls="u")


def _range(low: Decimal, high: Decimal, *, signed: bool = False) -> str:
    if low == high:
        return number(low, signed=signed)
    # A second sign is needed only where a fall is on one side.
    return f"{number(low, signed=signed)}–{number(high, signed=signed and low < 0)}"


def direction(row: LedgerRow) -> Direction:
    """Which way the next target went: by value, or `mixed` where value and bound disagree."""
    if row.next_kind == "target_mixed":
        return "mixed"
    if row.next_change is None:
        # Of a range the kind of change says which way it went.
        return WAYS.get(row.next_kind, "")
    return "up" if row.next_change > 0 else "down" if row.next_change < 0 else "same"


WAYS: dict[str, Direction] = {"target_raised": "up", "target_lowered": "down"}
ARROWS: dict[Direction, str] = {"up": "▲", "down": "▼", "same": "＝", "mixed": "◆"}


def next_target(row: LedgerRow, words: Words) -> Html:
    """The target that the next report sets, with how far it went and whether it hardened or softened."""
    way = direction(row)
    told = words(f"turn.{row.next_kind}") if words.has(f"turn.{row.next_kind}") else ""
    if row.next is None:
        return tag("span", told or "—", cls="dim")
    moved = ""
    if way in ("up", "down", "mixed") and row.next_change:
        moved = number(abs(row.next_change))
    elif row.next_ends and any(row.next_ends):
        low, high = (number(end, signed=True) for end in row.next_ends)
        moved = words("turn.ends", low=low, high=high)
    pieces = " ".join(piece for piece in (ARROWS.get(way, ""), moved, told) if piece)
    return join(figure(row.next, words, modal=True), tag("span", pieces, cls=f"tb-delta {way}") if pieces else Html())
