"""Which section of the later report continues which of the earlier, by heading and by content."""

from dataclasses import dataclass

from tongbi.model import Report


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """Two sections that continue each other; indexes into `Report.sections` of either report."""

    earlier: int
    later: int
    renamed: bool
    moved: bool
    score: float


def match_sections(earlier: Report, later: Report) -> tuple[SectionMatch, ...]:
    """Sections of the same part, matched by heading; sorted by the later one."""
    places: dict[tuple[str, str], int] = {}
    for index, section in enumerate(earlier.sections):
        places.setdefault((section.part, section.heading), index)
    found = []
    for index, section in enumerate(later.sections):
        place = places.pop((section.part, section.heading), None)
        if place is not None:
            found.append(SectionMatch(place, index, renamed=False, moved=False, score=1.0))
    return tuple(found)
