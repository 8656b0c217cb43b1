"""The value that section matching gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """Two sections that continue each other; `earlier` and `later` are indexes into the reports' `sections`.

    `renamed`: the headings differ in more than marks, numbering and year. `moved`: it stands under another section than
    its counterpart, or crosses its siblings' order; what lies in a section that moved has not moved for that alone.
    `score`, 0..1, joins how alike the headings are and what share of the sentences continue each other.
    """

    earlier: int
    later: int
    renamed: bool
    moved: bool
    score: float
