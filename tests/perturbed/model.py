"""What becomes of a report's sentences and sections in a later version of it."""

import re
from dataclasses import dataclass

from tongbi.model import Relation, Report, Span

KEPT, NUMBER, WORD, CLAUSES, MOVED, EDITED_MOVE = (
    "kept", "number changed", "word replaced", "clauses swapped", "moved", "moved and edited",
)  # fmt: skip
SPLIT, MERGED, HEADING, RENUMBERED = "split", "merged", "heading renamed", "heading renumbered"
DROPPED, STOCKED, FOREIGN = "dropped", "boilerplate inserted", "of another government"
CONTINUED = (KEPT, NUMBER, WORD, CLAUSES, MOVED, EDITED_MOVE, SPLIT, MERGED, HEADING, RENUMBERED)
ALONE = (DROPPED, STOCKED, FOREIGN)
RELATIONS: dict[str, Relation] = {KEPT: "kept", MOVED: "kept", SPLIT: "split", MERGED: "merged"}
PARTS = ("review", "plan")
FINAL = ("。", "！", "？")
LINE_END = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Truth:
    """What became of a sentence in the later version."""

    kind: str
    moved: bool

    @property
    def relation(self) -> Relation:
        return RELATIONS.get(self.kind, "reworded")


@dataclass(frozen=True)
class SectionTruth:
    """What became of a section."""

    renamed: bool
    moved: bool


@dataclass(frozen=True)
class Perturbed:
    """A report, its later version as read, and the truth about both.

    `continued` has every pair of the review and the plan, `alone` each sentence (side, span) without a partner, with
    its kind; `sections` (earlier, later) has the sections of these parts. `unread` counts the sentences that were not
    cut where they were put, and `unread_sections` the headings that are none in their new surroundings: both are the
    outline's affair.
    """

    earlier: Report
    later: Report
    continued: dict[tuple[Span, Span], Truth]
    alone: dict[tuple[int, Span], str]
    sections: dict[tuple[int, int], SectionTruth]
    unread: int
    unread_sections: int


@dataclass(frozen=True)
class Unit:
    """A sentence on its way to the later version: where it comes from, and the blanks before it."""

    text: str
    before: str
    sources: tuple[int, ...]
    kind: str = KEPT
    moved: bool = False

    @property
    def paragraph(self) -> bool:
        """Whether it begins one."""
        return bool(LINE_END.search(self.before))

    @property
    def whole(self) -> bool:
        """Whether another sentence may follow in its paragraph."""
        return self.text.endswith(FINAL)
