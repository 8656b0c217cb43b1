"""Where a target stands, in the few words that the pages count, colour and filter by.

Nothing is judged here: verdict, note and state are the warehouse's, and each combination has one name.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

from warehouse.answers import LedgerRow, SeriesRow

Standing = Literal[
    "met",
    "within_tolerance",
    "estimated",
    "missed",
    "not_comparable",
    "conflicting",
    "not_found",
    "not_due",
    "no_report",
    "abridged",
]
LOOKS: dict[Standing, str] = {
    "met": "met",
    "within_tolerance": "tolerance",
    "estimated": "pending",
    "missed": "missed",
    "not_comparable": "incomparable",
    "conflicting": "incomparable",
    "not_found": "silent",
    "not_due": "waiting",
    "no_report": "waiting",
    "abridged": "waiting",
}
"""The class of each standing in style.css, in the order of the bar."""


Judged: TypeAlias = LedgerRow | SeriesRow
"""What has a verdict, or a state that says why it has none."""


def standing(row: Judged) -> Standing:
    """The one word for a target: how firm its verdict is, or why it has none."""
    notes = row.note.split(",")
    if "conflicting" in notes:
        return "conflicting"
    if not row.verdict:
        return next((one for one in LOOKS if one == row.state), "not_found")
    if row.verdict == "not_comparable":
        return "not_comparable"
    # The report itself calls the result provisional, so that neither verdict is final.
    if "estimated" in notes:
        return "estimated"
    if row.verdict == "missed":
        return "missed"
    return "within_tolerance" if "within_tolerance" in notes else "met"


def counts(rows: Iterable[LedgerRow]) -> dict[Standing, int]:
    """How many targets stand where, in the order of the bar, without the empty ones."""
    counted = Counter(standing(row) for row in rows)
    return {one: counted[one] for one in LOOKS if counted[one]}


def _stands(name: Standing) -> Callable[[LedgerRow], bool]:
    return lambda row: standing(row) == name


def _turns(kind: str) -> Callable[[LedgerRow], bool]:
    return lambda row: row.next_kind == kind


FILTERS: dict[str, Callable[[LedgerRow], bool]] = {
    "": lambda _: True,
    **{name: _stands(name) for name in LOOKS},
    **{kind: _turns(f"target_{kind}") for kind in ("raised", "lowered", "hardened", "softened", "mixed", "dropped")},
}
"""The filters of the ledger, by their name in the address; "" lets every row through."""
