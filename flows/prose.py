"""Chinese prose folded to the width of a terminal, as a typesetter would: no line begins with a closing mark.

Rich breaks lines at blanks only, of which Chinese has none, and leaves half a line empty where there is one by chance.
"""

from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.text import Text

NOT_FIRST = frozenset("，。；：、！？”’）》】〉」』…—·～%‰,.;:!?)]}")
NOT_LAST = frozenset("“‘（《【〈「『([{")
BRACKETS = ("[-", "{+", "-]", "+}")
"""The marks of deleted and inserted words where there is no colour: they hold on to what they enclose."""


def _breakable(text: str, at: int) -> bool:
    """Tell whether a line may end before the character at `at`; Latin words stay whole, a number keeps its unit."""
    before, after = text[at - 1], text[at]
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if text[at - 2 : at] in BRACKETS[:2] or text[at : at + 2] in BRACKETS[2:]:
        return False
    if text[at - 2 : at] in BRACKETS[2:] and text[at : at + 2] in BRACKETS[:2]:
        return True
    if before.isdecimal() or (before in "万亿" and at > 1 and text[at - 2].isdecimal()):
        return False
    return not (before.isascii() and after.isascii() and not before.isspace() and not after.isspace())


def breaks(text: str, width: int) -> list[int]:
    """Give where the lines after the first begin, each line at most `width` cells wide.

    A stretch that may not be broken and is wider than a line is broken all the same.
    """
    found: list[int] = []
    cells, start, last = 0, 0, 0
    for at, character in enumerate(text):
        size = get_character_cell_size(character)
        if at > start and _breakable(text, at):
            last = at
        # What is carried over to the next line may leave no room there either.
        while cells + size > width and at > start:
            start = last if last > start else at
            found.append(start)
            cells = cell_len(text[start:at])
        cells += size
    return found


class Prose:
    """Text that folds so where it is printed; its own line ends stay."""

    def __init__(self, text: Text) -> None:
        self._lines = list(text.split("\n", allow_blank=True))

    def __rich_measure__(self, _console: Console, options: ConsoleOptions) -> Measurement:
        """Between a few characters and the longest line."""
        longest = max((line.cell_len for line in self._lines), default=0)
        return Measurement(min(8, longest), longest).with_maximum(options.max_width)

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """Yield line by line."""
        for line in self._lines:
            for folded in line.divide(breaks(line.plain, options.max_width)):
                folded.no_wrap, folded.overflow = True, "ignore"
                yield folded
