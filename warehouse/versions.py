"""The folder of published files: which one is in force, how the pointer is switched, what is kept for rollback.

A file once published is never changed, and its name is never used again: within one process DuckDB would answer from
the old data of a path that any connection still holds. `CURRENT` names the file in force and is replaced in one step.
"""

import contextlib
import os
from pathlib import Path

from tongbi.errors import TongbiError

POINTER = "CURRENT"
KEPT = 3
"""How many published files stay, the one in force included."""

_PUBLISHED = "tongbi-{number:06d}.duckdb"
_DRAFT = "draft-{number:06d}.duckdb"


def folder() -> Path:
    """Where the warehouse is: TONGBI_WAREHOUSE, else `.tongbi/warehouse` in the project.

    The project is the nearest folder above this package that holds a pyproject.toml; an installed wheel has none, and
    the working directory takes its place. Raises `TongbiError` (`unsupported_warehouse`) where a catalogue is named.
    """
    if named := os.environ.get("TONGBI_WAREHOUSE"):
        if named.startswith("ducklake:"):
            raise TongbiError("unsupported_warehouse", source=named.split(":", 1)[0])
        return Path(named).expanduser()
    above = Path(__file__).resolve().parents
    root = next((parent for parent in above if (parent / "pyproject.toml").is_file()), Path.cwd())
    return root / ".tongbi" / "warehouse"


def published(where: Path) -> Path | None:
    """Find the file in force, None where nothing was published yet.

    Raises `TongbiError` (`damaged_warehouse`) where the pointer names a file that is not there.
    """
    try:
        name = (where / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    if not name or Path(name).name != name or not (where / name).is_file():
        raise TongbiError("damaged_warehouse", source=str(where), place=POINTER, detail=name)
    return where / name


def next_number(where: Path) -> int:
    """Choose a number that no published file has had, as far as the folder tells."""
    return max((_number(path) for path in _files(where)), default=0) + 1


def draft_path(where: Path, number: int) -> Path:
    """Where the draft of a number is built."""
    return where / _DRAFT.format(number=number)


def release(draft: Path, where: Path, number: int) -> Path:
    """Give a closed draft its published name and switch the pointer to it. What was in force stays so until then."""
    path = where / _PUBLISHED.format(number=number)
    _sync(draft)
    draft.replace(path)
    _switch(where, path)
    sweep(where)
    return path


def rollback(where: Path) -> Path:
    """Put the file before the one in force back in force, and give its path.

    Raises `TongbiError` (`nothing_to_roll_back`) where no earlier file is kept.
    """
    now = published(where)
    earlier = [path for path in _files(where) if now is not None and _number(path) < _number(now)]
    if not earlier:
        raise TongbiError("nothing_to_roll_back", source=str(where))
    _switch(where, earlier[-1])
    return earlier[-1]


def sweep(where: Path) -> None:
    """Delete drafts of builds that died and published files beyond those kept. Only for the one writer."""
    now = published(where)
    files = _files(where)
    kept = {*files[-KEPT:], now}
    leftovers = [path for path in where.glob("draft-*") if path.is_file()]
    for path in [*leftovers, *(path for path in files if path not in kept)]:
        # where a reader still holds it and the system does not let go, the next build deletes it
        with contextlib.suppress(OSError):
            path.unlink()


def _files(where: Path) -> list[Path]:
    """List the published files, oldest first."""
    return sorted(where.glob("tongbi-*.duckdb"), key=_number)


def _number(path: Path) -> int:
    digits = path.stem.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def _switch(where: Path, path: Path) -> None:
    fresh = where / f"{POINTER}.new"
    fresh.write_text(path.name + "\n", encoding="utf-8")
    _sync(fresh)
    fresh.replace(where / POINTER)
    _sync(where)


def _sync(path: Path) -> None:
    """Make what was written last through a loss of power. Folders cannot be synced everywhere."""
    try:
        handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
