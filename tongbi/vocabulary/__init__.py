"""Word lists that rules are made of, as TOML beside this file, so that a reader of reports can add a word."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary `name`.toml as a dictionary."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
