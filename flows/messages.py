"""What the user reads: one wording a language, by error code and message name."""

import os
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from tongbi.errors import TongbiError

LANGUAGES = ("zh", "en")


def language(environment: Mapping[str, str] = os.environ) -> str:
    """`zh` or `en` by the locale, in the order that POSIX gives its variables; Chinese where it says neither."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(name):
            return "en" if locale.lower().startswith("en") else "zh"
    return "zh"


@cache
def wording(spoken: str) -> dict[str, dict[str, str]]:
    """The tables of `wording/<spoken>.toml`."""
    return tomllib.loads(files("flows").joinpath(f"wording/{spoken}.toml").read_text(encoding="utf-8"))


def say(key: str, **values: Any) -> str:
    """The message `key` (`table.name`) in the user's language, with its values filled in."""
    table, name = key.split(".", 1)
    return wording(language())[table][name].format(**values)


def label(table: str, name: str) -> str:
    """The word for a value of the model (`part`, `review`), or the value itself where the wording has none."""
    return wording(language()).get(table, {}).get(name, name)


def worded(table: str, name: str) -> bool:
    """Whether the user's language has the message `table.name`."""
    return name in wording(language()).get(table, {})


def explain(error: TongbiError) -> str:
    """One line that names the file, the place, what is wrong and what to do.

    A code without a wording falls back to the code and what was found.
    """
    sentence = wording(language())["error"].get(error.code)
    told = (
        sentence.format(detail=error.detail, place=error.place) if sentence else f"{error.code} {error.detail}".strip()
    )
    place = "" if sentence and "{place}" in sentence else error.place
    line = ": ".join(piece for piece in (error.source, place, told) if piece)
    return " ".join(line.split())


def unexpected(error: Exception) -> TongbiError:
    """The error as the user is told of it; its traceback goes to a file of its own."""
    handle, name = tempfile.mkstemp(prefix="tongbi-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        traceback.print_exception(error, file=log)
    return TongbiError("unexpected", detail=f"{type(error).__name__}: {error}", place=name)


def tell(message: str) -> None:
    """A message for the person at the terminal, on stderr; results go to stdout."""
    sys.stderr.write(message.rstrip() + "\n")
    sys.stderr.flush()
