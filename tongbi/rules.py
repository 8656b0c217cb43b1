"""The version of the rules: one digest of code, vocabularies and segmenter, carried by every derived row."""

import hashlib
from functools import cache
from importlib.metadata import version as installed
from importlib.resources import files
from importlib.resources.abc import Traversable

from tongbi.words import Engine


def _sources(folder: Traversable) -> list[tuple[str, Traversable]]:
    """Every file that can change a result, by name, in a fixed order."""
    found = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += [(f"{entry.name}/{name}", item) for name, item in _sources(entry)]
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            found.append((entry.name, entry))
    return found


@cache
def version(engine: Engine = "rjieba") -> str:
    """Twelve hexadecimal digits that change whenever the same report could be read differently."""
    digest = hashlib.sha256()
    for name, source in _sources(files("tongbi")):
        digest.update(name.encode() + b"\0" + source.read_bytes() + b"\0")
    for library in (engine, "diff-match-patch"):
        digest.update(f"{library}=={installed(library)}".encode())
    return digest.hexdigest()[:12]
