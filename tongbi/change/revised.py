"""Figures of a past year that a later report of the same government states otherwise than an earlier one did.

A census, another definition, or a preliminary number that became final revises a figure; the text seldom says which.
So both are shown, and neither is corrected.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from tongbi.identity import normal_name
from tongbi.model import Observation, Report, Revised
from tongbi.rounding import agree, ends_of
from tongbi.units import base_unit

_YEAR = re.compile(r"\d{4}")
_MEASURES = ("level", "ratio", "change_pct")


def _key(one: Observation) -> tuple[str, str, str, str]:
    return one.indicator_id or normal_name(one.indicator), one.period, one.measure, base_unit(one.unit)[0]


def _figures(report: Report) -> dict[tuple[str, str, str, str], Observation]:
    """Results of whole years before the report's own, the first mention of each."""
    found: dict[tuple[str, str, str, str], Observation] = {}
    for one in report.observations:
        whole = one.role == "actual" and one.horizon == "annual" and _YEAR.fullmatch(one.period)
        # A growth at other prices or over another scope is another number, not a revised one.
        if not whole or int(one.period) >= report.year or one.measure not in _MEASURES or one.basis:
            continue
        if ends_of(one, one.unit):
            found.setdefault(_key(one), one)
    return found


def _wider(ends: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    return ends[0], ends[1] + (ends[1] - ends[0]) / 2


def revised(reports: Iterable[Report]) -> tuple[Revised, ...]:
    """Find figures stated again otherwise, beyond rounding; `reports` of one territory, in order of session.

    Each is laid against the last statement before it. In order of the later report and of its reading.
    """
    last: dict[tuple[str, str, str, str], tuple[Report, Observation]] = {}
    found = []
    for report in reports:
        for key, one in _figures(report).items():
            if known := last.get(key):
                before, other = known
                mine, theirs = ends_of(one, one.unit), ends_of(other, one.unit)
                # Digits are cut off as often as rounded (384.8 told as 384), so each may be a step from the other.
                if mine and theirs and not agree(_wider(mine), _wider(theirs)):
                    found.append(Revised(before.session, other.id, report.session, one.id))
            last[key] = (report, one)
    return tuple(found)
