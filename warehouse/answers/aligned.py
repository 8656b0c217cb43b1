"""Two reports side by side, sentence by sentence."""

from dataclasses import dataclass

from tongbi.model import Span


@dataclass(frozen=True, slots=True)
class AlignedSentence:
    """A sentence as the compare page shows it; `marks` are spans of the report's text that no match kept.

    `again` is true for an earlier sentence that stands in a row further up as well (it was split to distant places).
    """

    span: Span
    text: str
    heading: bool
    section: str
    marks: tuple[Span, ...]
    again: bool


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """What belongs together in two reports, in the reading order of the later one.

    `relation` is `kept reworded split merged added dropped`; a dropped sentence follows its neighbour in the earlier
    report. `kept_share` (0..1) is the part of all characters of the row that no mark strikes or underlines; below about
    a third, marks only make noise. `number_changed`: a mark touches an observation. Sections are those of the first
    sentence of either side, as a path. `routine`: a routine change is told of the row, and it did not move.
    """

    relation: str
    moved: bool
    kept_share: float
    number_changed: bool
    earlier: tuple[AlignedSentence, ...]
    later: tuple[AlignedSentence, ...]
    earlier_section: str
    later_section: str
    routine: bool = False
