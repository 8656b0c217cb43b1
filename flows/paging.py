"""A long result as git shows one: through a pager where stdout is a terminal, as it is everywhere else."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Literal

from rich.console import Console, RenderableType

Colour = Literal["auto", "always", "never"]

PLAIN_WIDTH = 100_000
"""Columns where nothing is folded: one sentence is one line for grep."""

LESS = {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"}
"""What a pager is told where the user says nothing: leave if all fits on the screen, keep colours, clear nothing."""


def console(colour: Colour, columns: int = PLAIN_WIDTH) -> Console:
    """Give the console to render for: as wide as the terminal, else `columns`; NO_COLOR is heeded unless overruled."""
    return Console(
        highlight=False,
        soft_wrap=False,
        force_terminal=True if colour == "always" else None,
        color_system="standard" if colour == "always" else "auto",
        no_color={"always": False, "never": True, "auto": None}[colour],
        width=None if sys.stdout.isatty() else columns,
    )


def coloured(target: Console) -> bool:
    """Whether colours and strikes reach the reader."""
    return target.color_system is not None and not target.no_color


def rendered(target: Console, view: RenderableType) -> str:
    """Render as text, without the blanks that pad lines."""
    with target.capture() as captured:
        target.print(view)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def pager(environment: Mapping[str, str]) -> list[str]:
    """Give the pager's command: $TONGBI_PAGER, else $PAGER, else less where there is one; none for "" and cat."""
    for name in ("TONGBI_PAGER", "PAGER"):
        if name in environment:
            command = shlex.split(environment[name])
            return [] if command == ["cat"] else command
    return ["less"] if shutil.which("less") else []


def page(text: str, emit: Callable[[str], None]) -> None:
    """Show `text` in the pager where stdout is a terminal and there is a pager, else hand it to `emit`."""
    command = pager(os.environ) if sys.stdout.isatty() else []
    if not command:
        emit(text)
        return
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env={**LESS, **os.environ})  # noqa: S603 - the user's own pager
    except OSError:
        emit(text)
        return
    try:
        process.communicate(text.encode("utf-8", "replace"))
    except KeyboardInterrupt:
        # Ctrl-C is the pager's affair: it ends a search, not the reading.
        _wait(process)


def _wait(process: "subprocess.Popen[bytes]") -> None:
    while process.poll() is None:
        try:
            process.wait()
        except KeyboardInterrupt:
            continue
