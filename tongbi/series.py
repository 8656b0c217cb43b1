"""Which reports are compared with which: the next session of the same territory, and nothing across a gap."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal, cast, get_args

from tongbi.declarations import check, parsed, rows
from tongbi.errors import BadVocabulary
from tongbi.model import Report

Level = Literal["national", "province", "city", "district"]
GapReason = Literal["years_missing", "territory_changed"]
_SOURCE = "regions.toml"


@dataclass(frozen=True, slots=True, order=True)
class ReportKey:
    """A report's place in its government's series. `session` is the year, or `2021-10` for a second session."""

    region: str
    session: str
    year: int
    delivered: date | None = None

    @classmethod
    def of(cls, report: Report) -> "ReportKey":
        """Give the key of a report that was read."""
        return cls(report.region, report.session, report.year, report.delivered)


@dataclass(frozen=True, slots=True)
class Territory:
    """What a region's name stood for, from `since` on (None: as far back as reports go)."""

    since: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Region:
    """A government: its name, administrative code, level, the region above it, and its territories, oldest first.

    `kept` are changes of name or rank that left the territory as it was, though the terms of the congress began anew.
    """

    name: str
    code: str
    level: Level
    parent: str
    territories: tuple[Territory, ...]
    kept: tuple[Territory, ...] = ()


@dataclass(frozen=True, slots=True)
class Regions:
    """The governments that are known. A region that is not listed has one territory for all time."""

    by_name: dict[str, Region]

    def territory(self, key: ReportKey) -> int:
        """Give the index of the territory that a report speaks of among its region's, 0 for the oldest.

        A report without a date is taken as delivered at the end of January, when most are.
        """
        region = self.by_name.get(key.region)
        day = key.delivered or date(key.year, 1, 31)
        return sum(1 for one in region.territories if one.since and one.since <= day) if region else 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Two neighbouring reports that are not compared. `detail` names the missing years, or the change of territory."""

    earlier: ReportKey
    later: ReportKey
    reason: GapReason
    detail: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs to compare, and the neighbours that are not; both by region and session."""

    pairs: tuple[tuple[ReportKey, ReportKey], ...]
    gaps: tuple[Gap, ...]


def load_regions(toml_text: str) -> Regions:
    """Read the governments of a regions.toml; raises `BadVocabulary` with the place of the fault."""
    regions: dict[str, Region] = {}
    for row, place in rows(parsed(toml_text, _SOURCE), "regions", _SOURCE):
        region = _region(row, place)
        if region.name in regions:
            raise BadVocabulary("bad_field", _SOURCE, f"{place}.name", region.name)
        regions[region.name] = region
    return Regions(regions)


def _region(row: dict[str, Any], place: str) -> Region:
    row = {"territories": [{"note": ""}], "kept": []} | row
    fields = {"name": str, "code": str, "level": str, "parent": str, "territories": list, "kept": list}
    check(row, fields, _SOURCE, place)
    if row["level"] not in get_args(Level):
        raise BadVocabulary("bad_field", _SOURCE, f"{place}.level", row["level"])
    territories = tuple(
        _territory(one, f"{place}.territories[{position}]", dated=position > 1)
        for position, one in enumerate(row["territories"], start=1)
    )
    kept = tuple(
        _territory(one, f"{place}.kept[{position}]", dated=True) for position, one in enumerate(row["kept"], start=1)
    )
    days = [territory.since for territory in territories[1:] if territory.since]
    if not territories or days != sorted(set(days)):
        raise BadVocabulary("bad_field", _SOURCE, f"{place}.territories", ", ".join(map(str, days)))
    return Region(row["name"], row["code"], cast(Level, row["level"]), row["parent"], territories, kept)


def _territory(table: Any, place: str, *, dated: bool) -> Territory:
    """Read one table of a list: `note`, and `since` where it is dated."""
    if not isinstance(table, dict):
        raise BadVocabulary("bad_field", _SOURCE, place, f"{table!r}"[:80])
    check(table, {"note": str} | ({"since": date} if dated else {}), _SOURCE, place)
    return Territory(table.get("since"), table["note"])


def pairs(keys: Iterable[ReportKey], regions: Regions) -> Pairing:
    """Pair each report with the next of its region, unless years are missing between them or the territory changed."""
    by_region: dict[str, list[ReportKey]] = defaultdict(list)
    for key in set(keys):
        by_region[key.region].append(key)
    found: list[tuple[ReportKey, ReportKey]] = []
    gaps: list[Gap] = []
    for region in sorted(by_region):
        series = sorted(by_region[region], key=lambda key: (key.year, key.session))
        for earlier, later in pairwise(series):
            if regions.territory(earlier) != regions.territory(later):
                note = regions.by_name[region].territories[regions.territory(later)].note
                gaps.append(Gap(earlier, later, "territory_changed", note))
            elif later.year > earlier.year + 1:
                gaps.append(Gap(earlier, later, "years_missing", f"{earlier.year + 1}-{later.year - 1}"))
            else:
                found.append((earlier, later))
    return Pairing(tuple(found), tuple(gaps))
