"""Where sections lie within each other, and whether two places of two reports belong together."""

from collections.abc import Sequence

from tongbi.align.model import SectionMatch
from tongbi.model import Report, Section

Lineage = tuple[int, ...]

# Of a report's text. Within a larger section (a whole review, say) a sentence can still be moved.
_WHOLE = 1 / 3


def lineages(sections: Sequence[Section]) -> list[Lineage]:
    """Give for each section its own index, then those of the sections around it, the nearest first."""
    found: list[Lineage] = []
    for place, section in enumerate(sections):
        shallower = (other for other in range(place - 1, -1, -1) if sections[other].level < section.level)
        around = next((other for other in shallower if sections[other].span.covers(section.span)), None)
        found.append((place, *(() if around is None else found[around])))
    return found


class Places:
    """Sections of two reports and their counterparts; a place is the index of the innermost section, -1 for none."""

    def __init__(self, earlier: Report, later: Report, matches: Sequence[SectionMatch]) -> None:
        self._lines = (lineages(earlier.sections), lineages(later.sections))
        self._partners = (
            {match.earlier: match.later for match in matches},
            {match.later: match.earlier for match in matches},
        )
        moved = {match.earlier for match in matches if match.moved}
        self._close = {
            match.earlier
            for match in matches
            if moved.isdisjoint(self._lines[0][match.earlier])
            and _small(earlier, match.earlier)
            and _small(later, match.later)
        }

    def apart(self, earlier: int, later: int) -> bool:
        """Tell whether the places lie in sections that are not each other's counterparts.

        They belong together where the nearest matched section around one of them has its counterpart around, or within,
        the other's section: a new heading in the middle of a section moves nothing. Where there is no section, or none
        is matched, nothing can be said: they are not apart.
        """
        return self._strange(earlier, later, 0) and self._strange(later, earlier, 1)

    def together(self, earlier: int, later: int) -> bool:
        """Tell whether both lie in one small section that stays where it was: order inside it says nothing."""
        around = next((one for one in self._around(earlier, 0) if one in self._partners[0]), None)
        return around in self._close and around is not None and self._partners[0][around] in self._around(later, 1)

    def _around(self, place: int, side: int) -> Lineage:
        return self._lines[side][place] if place >= 0 else ()

    def _strange(self, place: int, other: int, side: int) -> bool:
        """Tell whether the nearest counterpart of what is around `place`, on `side`, has nothing to do with `other`."""
        known = next((one for one in self._around(place, side) if one in self._partners[side]), None)
        if known is None or other < 0:
            return False
        partner = self._partners[side][known]
        return partner not in self._around(other, 1 - side) and other not in self._around(partner, 1 - side)


def _small(report: Report, section: int) -> bool:
    span = report.sections[section].span
    return span.end - span.start < _WHOLE * len(report.text)
