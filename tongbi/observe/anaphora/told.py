"""What a statement has named so far, and what of a name stands alone behind it."""

import re
from typing import NamedTuple

from tongbi.observe.figures import Group

CONTINUES = re.compile(r"[、和与]|及(?![时格早])|以及|并(?!购)")
"""With this a list goes on."""
SHORTEST = 3
"""A name of fewer characters does not stand alone."""
LONGEST_BARE = 5
"""A measure or member of a list of more characters does."""
_LONGEST_RUN = 12


class Told:
    """What a statement has named so far."""

    def __init__(self) -> None:
        self.last: tuple[str, ...] = ()
        """The names given last."""
        self.run: list[str] = []
        """The names of the list that goes on."""
        self.amounts: list[tuple[str, str]] = []
        """The last two amounts of the statement: name and last character of the unit."""
        self.whole = ""
        """What `其中` takes parts of."""
        self.whole_units: tuple[str, ...] = ()
        """The last characters of its units; what is counted in another is no part of the kind."""
        self.measures: list[str] = []
        """The last names, among which one may tell who or what a measure is of: 规上工业企业 of 规上工业企业产值."""

    def remember(self, group: Group, names: tuple[str, ...], *, going_on: bool) -> None:
        """Take note of the names of a group; `going_on` where it goes on with the list before."""
        self.run = [*(self.run[-_LONGEST_RUN:] if going_on else ()), *names]
        self.last = names
        self.measures = [*self.measures[-_LONGEST_RUN:], names[-1]]
        if not group.measured:
            # An amount and what it was before (`由46家增至75家`) are of one name.
            said = [(name, group.figures[0].unit[-1:]) for name in dict.fromkeys(names)]
            self.amounts = [one for one in self.amounts if one not in said][-1:] + said

    def take_whole(self, name: str) -> None:
        """Let parts be told of `name` from here on."""
        self.whole = name
        self.whole_units = tuple(unit for told, unit in self.amounts if told == name)

    def counted_in(self, unit: str) -> str:
        """Give the last amount of a unit, by the last character of it, or ""."""
        return next((name for name, said in reversed(self.amounts) if said == unit), "")


class Fragment(NamedTuple):
    """A subject that may be no name without what was told before it, where something was."""

    told: Told
    group: Group
    subject: str
    continued: bool
    """Whether the list before goes on with it."""
    last: str
    """The name given last."""
    unit: str
    """The last character of the unit."""
