"""An observation as it is shown, and the paragraph that it was read in."""

from dataclasses import dataclass
from decimal import Decimal

from tongbi.model import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation as it is shown: `low` and `high` are equal but for a range, and None where there is no number.

    `quote` is the number as written; `certainty` is `estimated` where the report itself says that it is.
    """

    id: str
    quote: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    measure: str
    bound: str
    modality: str
    period: str
    certainty: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The paragraph that a figure was read in; `start` and `end` are the figure's place in `paragraph`.

    `span` is the figure's place in the report. `sections` is the path of headings, outermost first; `place` their
    numbers, as they are cited (`一（二）`), `citation` the paragraph as a journal wants it cited.
    """

    region: str
    session: str
    year: int
    fictional: bool
    part: str
    figure: Figure
    role: str
    span: Span
    paragraph: str
    start: int
    end: int
    sections: tuple[str, ...]
    place: str
    citation: str
