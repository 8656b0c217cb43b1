"""Tongbi reads the annual work reports of China's governments and compares them, year over year."""

from tongbi.compare import baseline, compare, read
from tongbi.errors import NotAReport, TongbiError, UnreadableDocument
from tongbi.model import (
    Change,
    Comparison,
    Edit,
    Link,
    Mark,
    Match,
    Observation,
    Part,
    Report,
    Section,
    Sentence,
    Span,
    TargetState,
    Term,
)

__all__ = [
    "Change",
    "Comparison",
    "Edit",
    "Link",
    "Mark",
    "Match",
    "NotAReport",
    "Observation",
    "Part",
    "Report",
    "Section",
    "Sentence",
    "Span",
    "TargetState",
    "Term",
    "TongbiError",
    "UnreadableDocument",
    "baseline",
    "compare",
    "read",
]
