"""How far a build is, on stderr: one moving line in a terminal, a line a step elsewhere."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.status import Status

from flows.messages import say

MOVING = {"reading", "comparing", "writing"}
"""Messages of which only the last matters."""


class Terminal:
    """Tells the person at the terminal. Use it in a `with`, so that the moving line goes."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        self.moving: Status | None = None

    def __enter__(self) -> Self:
        """Nothing is shown before the first message."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the moving line away."""
        self._settle()

    def say(self, message: str, **values: object) -> None:
        """Tell the message `tell.<message>`."""
        text = say(f"tell.{message}", **values)
        if message in MOVING and self.console.is_terminal:
            if self.moving is None:
                self.moving = self.console.status(text)
                self.moving.start()
            self.moving.update(text)
        else:
            self._settle()
            self.console.print(text)

    def _settle(self) -> None:
        if self.moving is not None:
            self.moving.stop()
            self.moving = None
