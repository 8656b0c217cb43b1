"""Periods as values, and how reports write them."""

import re
from dataclasses import dataclass, replace

from tongbi.model import Role
from tongbi.numerals import DIGITS

NAMED_PLAN = re.compile(r"“(十[一二三四五六七八九]?|[三四五六七八九])五”")
"""A five-year plan by its name."""
NUMBERED_PLAN = re.compile(r"第(十[一二三四五六七八九]?|[三四五六七八九])个五年")
"""A five-year plan by its number."""


@dataclass(frozen=True, slots=True)
class Time:
    """A period under discussion: one year, several, or part of one; `last` is 0 where it is unknown.

    `part` is `Q1`, `M1-5` or `H1` of the year `last`.
    """

    role: Role
    first: int
    last: int
    part: str = ""

    @property
    def written(self) -> str:
        """The notation of the guidelines: `2024`, `2021-2025`, `2025Q1`; "" where unknown."""
        if not self.last:
            return ""
        return f"{self.last}{self.part}" if self.first == self.last or self.part else f"{self.first}-{self.last}"

    @property
    def span(self) -> bool:
        """Whether it is longer than a year."""
        return self.first != self.last

    @property
    def length(self) -> int:
        """How many years it is long."""
        return self.last - self.first + 1

    def end(self) -> "Time":
        """The year in which it ends."""
        return replace(self, first=self.last)


def plan_years(name: str) -> tuple[int, int]:
    """Give the years of a five-year plan by its number: 十四 (of “十四五”) is 2021-2025."""
    number = 10 + (DIGITS[name[1]] if len(name) > 1 else 0) if name[0] == "十" else DIGITS[name[0]]
    return 1951 + 5 * number, 1955 + 5 * number


def count(word: str | None, default: int) -> int:
    """Read a small number of years or months, in digits or Chinese."""
    if not word:
        return default
    return int(word) if word.isdigit() else DIGITS.get(word, 10 if word == "十" else default)
