"""How the numbers of two compared reports changed, as a reader is told of it: what was, what is, and the difference.

The difference is that of the link; nothing is computed from text here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Literal

from flows.laid import Laid
from flows.messages import label, say
from flows.reasons import told
from flows.rows import Row, number, section_name
from tongbi.change.amounts import steps_of_ends
from tongbi.change.commitment import firmness, joined, phrase
from tongbi.change.reading import Reading
from tongbi.model import Comparison, Link, Observation, Report

Sign = Literal[-1, 0, 1]
POINTS = {"%": "points", "百分点": "points", "个百分点": "points", "‰": "mille"}
"""Units whose differences are told in another: 5.5% and 6% are half a 百分点 apart."""
DIGITS = Context(prec=10)


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Two linked numbers, or one without a counterpart: `link` is None, and one of the observations.

    `before` and `after` quote them with their verb, bound and modal word. `bound` and `modal` are +1 where a target
    hardened, -1 where it softened.
    """

    link: Link | None
    earlier: Observation | None
    later: Observation | None
    before: str
    after: str
    bound: Sign
    modal: Sign

    @property
    def changed(self) -> bool:
        """Whether the value, its bound, its modal word or the way it is told changed."""
        if self.link is None or self.bound or self.modal:
            return True
        if self.link.comparable and self.link.change is not None:
            return bool(self.link.change)
        return self.before != self.after


def _phrase(reading: Reading, one: Observation) -> str:
    return phrase(reading, one) if one.role == "target" else joined(reading, [one])


class Numbers:
    """The number changes of a comparison, to be asked for by row."""

    def __init__(self, comparison: Comparison) -> None:
        self._before, self._after = Reading(comparison.earlier), Reading(comparison.later)
        self._linked = {side for link in comparison.links for side in (link.earlier, link.later)}
        self._continued = {link.earlier for link in comparison.links if link.kind != "outcome"}
        self._by_later: dict[str, list[NumberChange]] = defaultdict(list)
        for link in _telling(comparison.links):
            self._by_later[link.later].append(self._linked_change(link))

    def _linked_change(self, link: Link) -> NumberChange:
        old, new = self._before.observations[link.earlier], self._after.observations[link.later]
        # A number that gives way to words is not the firmer for having no 力争 before it.
        alike = link.comparable or old.value is new.value is None
        bound, modal = firmness(old, new) if link.kind == "revision" and alike else (0, 0)
        return NumberChange(link, old, new, _phrase(self._before, old), _phrase(self._after, new), bound, modal)

    def all(self) -> list[NumberChange]:
        """Every pair of linked numbers that says something, changed or not, in reading order of the later report."""
        in_order = sorted(self._after.report.observations, key=lambda one: (one.start, one.end))
        return [change for one in in_order for change in self._by_later.get(one.id, ())]

    def of(self, row: Laid) -> list[NumberChange]:
        """What changed of the numbers that stand in a row, wherever their counterparts stand.

        A number without a counterpart is told only where the sentence stayed: in one that is new, gone or rewritten as
        a whole it is no news.
        """
        found: list[NumberChange] = []
        stayed = bool(row.earlier and row.later) and not row.rewritten
        if stayed:
            found += [
                NumberChange(None, one, None, _phrase(self._before, one), "", 0, 0)
                for one in _standing(self._before.report, row, "earlier")
                if one.id not in self._continued
            ]
        for one in _standing(self._after.report, row, "later"):
            found += [change for change in self._by_later.get(one.id, ()) if change.changed]
            if stayed and one.id not in self._linked:
                found.append(NumberChange(None, None, one, "", _phrase(self._after, one), 0, 0))
        return found


def _standing(report: Report, row: Laid, side: Literal["earlier", "later"]) -> list[Observation]:
    """Give the observations of a row's side in reading order; what stands in a row further up is told there."""
    lines = row.earlier if side == "earlier" else row.later
    spans = [line.sentence.span for line in lines if not line.again]
    found = [one for one in report.observations if any(span.covers(one.span) for span in spans)]
    return sorted(found, key=lambda one: (one.start, one.end))


def _telling(links: Iterable[Link]) -> Iterator[Link]:
    """Leave out what cannot be subtracted where one of the two can be from another number of the lane."""
    held = list(links)
    served = {(link.kind, side) for link in held if link.comparable for side in (link.earlier, link.later)}
    for link in held:
        if link.comparable or not served & {(link.kind, link.earlier), (link.kind, link.later)}:
            yield link


def written(change: Decimal) -> str:
    """Write a difference with its sign, without exponent or trailing zeros: `+48.2`, `-5`."""
    digits = format(DIGITS.plus(change), "+f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def difference(change: NumberChange) -> str:
    """Tell how far apart the two numbers are, in the earlier one's unit; "" where that cannot be said."""
    link, old = change.link, change.earlier
    if link is None or old is None:
        return ""
    if link.change is None:
        return _ends(change)
    if not link.change:
        return say("diff.same_number")
    if old.measure == "rank":
        # The first place is the lowest number.
        places = written(abs(link.change)).removeprefix("+")
        return say("diff.places_up", count=places) if link.change < 0 else say("diff.places_down", count=places)
    if old.measure == "streak":
        return written(link.change)
    return written(link.change) + _unit_of_steps(old)


def _unit_of_steps(old: Observation) -> str:
    return say(f"diff.{POINTS[old.unit]}") if old.unit in POINTS else old.unit


def ends_moved(change: NumberChange) -> tuple[Decimal, Decimal] | None:
    """Give how far the lower and the upper end went, where one of two comparable numbers is a range."""
    if change.link is None or not change.link.comparable or change.earlier is None or change.later is None:
        return None
    return steps_of_ends(change.earlier, change.later)


def _ends(change: NumberChange) -> str:
    """Tell how far the two ends of a range went; an end that stayed says so."""
    moved, old = ends_moved(change), change.earlier
    if moved is None or old is None:
        return ""
    if not any(moved):
        return say("diff.same_number")
    told = [written(step) + _unit_of_steps(old) if step else say("diff.same_end") for step in moved]
    return say("diff.ends", low=told[0], high=told[1])


def _firmness(change: NumberChange) -> Iterator[str]:
    old, new = change.earlier, change.later
    for sign, key, before, after in (
        (change.bound, "bound", old and old.bound, new and new.bound),
        (change.modal, "modal", old and (old.modality or "plain"), new and (new.modality or "plain")),
    ):
        if sign:
            yield say("diff.firmer" if sign > 0 else "diff.softer", how=told(f"{key}:{before}:{after}"))


def lane(change: NumberChange) -> str:
    """Say what is laid beside what: two targets, two results, a target and its result, or one number alone."""
    if change.link is None:
        return say("diff.number_gone" if change.earlier else "diff.number_new")
    return label("lane", change.link.kind)


def verdict(change: NumberChange) -> str:
    """Say how a target ended, and how firm that is; "" for other lanes and where there is no verdict."""
    link = change.link
    if link is None or link.verdict not in ("met", "missed"):
        return ""
    notes = [note for note in map(told, link.note.split(",")) if note]
    return label("result", link.verdict) + (say("diff.notes", notes=say("reason.joiner").join(notes)) if notes else "")


def _hindrance(change: NumberChange) -> str:
    """Say why two numbers cannot be subtracted; two wordings are no numbers."""
    link, old, new = change.link, change.earlier, change.later
    in_words = old is not None and new is not None and old.value is None and new.value is None
    return "" if link is None or link.comparable or in_words else told(link.reason)


def remarks(change: NumberChange) -> list[str]:
    """Say what there is to say of a change beside the two quotes: difference, firmness, verdict, what hinders."""
    said = [difference(change), *_firmness(change), verdict(change), _hindrance(change)]
    return [one for one in said if one]


def from_elsewhere(comparison: Comparison, row: Laid, change: NumberChange) -> str:
    """The heading of the earlier report where the first number stands, if that is in no sentence of the row."""
    old = change.earlier
    if old is None or any(line.sentence.span.covers(old.span) for line in row.earlier):
        return ""
    return section_name(comparison.earlier, old.section) or say("show.opening_section")


def number_rows(comparison: Comparison) -> list[Row]:
    """The linked numbers as data: both ids, how they are quoted, the difference with its unit, the firmness.

    `ends` are the differences of the lower and the upper end where either is a range, for which there is no `change`.
    """
    return [
        {
            "kind": change.link.kind,
            "earlier": change.link.earlier,
            "later": change.link.later,
            "before": change.before,
            "after": change.after,
            "change": None if change.link.change is None else number(change.link.change),
            "ends": [number(step) for step in moved] if (moved := ends_moved(change)) else None,
            "unit": change.earlier.unit,
            "bound": change.bound,
            "modal": change.modal,
            "changed": change.changed,
        }
        for change in Numbers(comparison).all()
        if change.link and change.earlier
    ]
