"""Which reports are compared with which: the next session of the same territory, and nothing across a gap."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal

from tongbi.errors import BadVocabulary

GapReason = Literal["years_missing", "territory_changed"]


@dataclass(frozen=True, slots=True, order=True)
class ReportKey:
    """A report's place in its government's series. `session` is the year, or `2021-10` for a second session."""

    region: str
    session: str
    year: int
    delivered: date | None = None


@dataclass(frozen=True, slots=True)
class Territory:
    """What a region's name stood for, from `since` on (None: as far back as reports go)."""

    since: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Region:
    """A government: its name, administrative code, level, the region above it, and its territories by date."""

    name: str
    code: str
    level: str
    parent: str
    territories: tuple[Territory, ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """The governments that are known. A region that is not listed has one territory for all time."""

    by_name: dict[str, Region]

    def territory(self, key: ReportKey) -> int:
        """Which of its region's territories a report speaks of: an index, 0 for the oldest."""
        region = self.by_name.get(key.region)
        day = key.delivered or date(key.year, 1, 31)
        return sum(1 for one in region.territories[1:] if one.since and one.since <= day) if region else 0


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
    try:
        tables = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as fault:
        raise BadVocabulary("not_toml", "regions.toml", "", str(fault)) from fault
    regions = {}
    for position, row in enumerate(tables.get("regions", ()), start=1):
        region = _region(row, f"regions[{position}]")
        regions[region.name] = region
    return Regions(regions)


def _region(row: dict[str, Any], place: str) -> Region:
    for name in ("name", "code", "level", "parent"):
        if not isinstance(row.get(name), str):
            raise BadVocabulary("bad_field", "regions.toml", place, f"{name}: {row.get(name)!r}")
    territories = []
    for territory in row.get("territories", ()):
        since = territory.get("since")
        if since is not None and not isinstance(since, date):
            raise BadVocabulary("bad_field", "regions.toml", place, f"since: {since!r}")
        territories.append(Territory(since, territory.get("note", "")))
    return Region(row["name"], row["code"], row["level"], row["parent"], tuple(territories))


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
