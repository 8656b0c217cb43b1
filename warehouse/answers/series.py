"""Targets and results of one indicator, year by year."""

from dataclasses import dataclass

from warehouse.answers.figures import Figure


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """Target and result of one indicator for one year, in one measure and base unit; whole years only.

    `session` names the report that set the target, `outcome_session` the one that states the result; `*_ends` are low
    and high in the base unit, for drawing only. A gap says why there is none (`no_report not_yet in_words other
    multi_year abridged not_stated`), `*_instead` what the report states in its place, `*_others` what else it states
    that differs from what is shown. `verdict note reason state` are those of the ledger. `break_note` tells that from
    this year on it is counted otherwise, or is of another territory.
    """

    key: str
    name: str
    territory: int
    measure: str
    base_unit: str
    year: int
    session: str
    outcome_session: str
    target: Figure | None
    outcome: Figure | None
    target_ends: tuple[float, float] | None
    outcome_ends: tuple[float, float] | None
    target_gap: str
    outcome_gap: str
    target_instead: Figure | None
    outcome_instead: Figure | None
    target_others: tuple[Figure, ...]
    outcome_others: tuple[Figure, ...]
    verdict: str
    note: str
    reason: str
    state: str
    break_note: str
