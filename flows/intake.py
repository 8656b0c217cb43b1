"""Giving a new document its place in the corpus. Nothing is ever overwritten or deleted before its copy is safe."""

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from flows.declared import register
from flows.ingest import (
    ASIDE,
    SESSION,
    Beside,
    beside,
    documents_in,
    file_bytes,
    folder_region,
    is_document,
    named_session,
    read_file,
)
from flows.messages import explain, say
from flows.settings import Settings
from tongbi import Report, TongbiError
from tongbi.errors import BadVocabulary

REVISIONS = "revisions"
REJECTED = "rejected"

SETTLED = 5.0
"""Seconds since a file in the inbox was last written; before that it may still be arriving."""

UNSAFE = re.compile(r'[/\\:*?"<>|\x00-\x1f]')
"""Characters that some file system does not take in a name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a document went. `already`: it was there, byte for byte; `before`: where what it replaces is kept."""

    path: Path
    already: bool = False
    before: Path | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document of the inbox that was set aside, and why in one line."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What was found in the inbox."""

    placed: tuple[Placed, ...]
    rejected: tuple[Rejected, ...]


def _region_folder(corpus: Path, region: str) -> Path:
    """The folder that holds the reports of a region already, or the one that shall."""
    name = UNSAFE.sub("_", region).strip(". ")
    if not name:
        raise TongbiError("no_region")
    for folder in sorted(corpus.rglob(name)):
        if folder.is_dir() and not ASIDE.intersection(folder.relative_to(corpus).parts):
            return folder
    return corpus / name


def _write(path: Path, data: bytes) -> None:
    """Write all or nothing; what was at the path before is replaced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _toml(told: Beside) -> str:
    """The side file that says what `told` says. A JSON string is a TOML string."""
    lines = []
    for one in fields(told):
        value = getattr(told, one.name)
        if isinstance(value, str) and value:
            lines.append(f"{one.name} = {json.dumps(value, ensure_ascii=False)}")
        elif value and not isinstance(value, str):
            lines.append(f"{one.name} = {str(value).lower()}")
    return "".join(line + "\n" for line in lines)


def _free(path: Path) -> Path:
    """The path, or the same with a number where it is taken."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


def _keep_revision(old: Path) -> Path:
    """Copy a document that is about to be replaced, with its side file, under the digest of the bytes of both."""
    side = old.with_suffix(".toml")
    content, said = old.read_bytes(), side.read_bytes() if side.is_file() else b""
    digest = hashlib.sha256(content + said).hexdigest()[:8]
    kept = old.parent / REVISIONS / f"{old.stem}.{digest}{old.suffix}"
    _write(kept, content)
    if said:
        _write(kept.with_suffix(".toml"), said)
    return kept


def _side_file(path: Path, told: Beside) -> bytes:
    """The side file that goes with a document: the person's own where it says it all, comments and all."""
    if told == Beside():
        return b""
    own = path.with_suffix(".toml")
    return own.read_bytes() if told == beside(path) else _toml(told).encode()


def _session(path: Path, report: Report) -> str:
    """The report's session; a file named `2021-10` says which of the year's two it is."""
    return path.stem if SESSION.fullmatch(path.stem) and path.stem.startswith(f"{report.year}-") else report.session


def place(here: Settings, path: Path, data: bytes, report: Report, told: Beside) -> Placed:
    """Write a document's bytes to `<region>/<session>.<ext>`, what is told of it beside them.

    Another document of the session goes to `revisions/` first.
    """
    folder, session = _region_folder(here.corpus, report.region), _session(path, report)
    goal = folder / f"{session}{path.suffix.lower()}"
    others = [one for one in documents_in(folder) if one.stem == session]
    for other in others:
        if other.read_bytes() == data:
            return Placed(other, already=True)
    side, said = goal.with_suffix(".toml"), _side_file(path, told)
    # a side file may lie there before its document
    alone = [side] if said and not others and side.is_file() and side.read_bytes() != said else []
    kept = [_keep_revision(one) for one in (*others, *alone)]
    _write(goal, data)
    if said:
        _write(side, said)
    elif others:
        side.unlink(missing_ok=True)
    for other in others:
        if other != goal:
            other.unlink()
    return Placed(goal, before=kept[0] if kept else None)


def take_file(here: Settings, path: Path, region: str | None = None, year: int | None = None, url: str = "") -> Placed:
    """Take one document into the corpus; what it is not called by its name, text or side file, `region` and `year` say.

    `url` is where it was downloaded from. Raises `TongbiError` where it cannot be read; then nothing changed.
    """
    data = file_bytes(path)
    report = read_file(path, region, year, known=register(here.corpus))
    if not report.region:
        raise TongbiError("no_region", str(path))
    told = beside(path)
    told = replace(told, region=region or told.region, year=year or told.year, source_url=url or told.source_url)
    return place(here, path, data, report, told)


def stated(path: Path) -> tuple[str | None, int | None]:
    """Region and year as folder and name state them (`<region>/<session>.<ext>`); a side file goes before."""
    told, session = beside(path), named_session(path)
    return told.region or folder_region(path), told.year or (int(session[:4]) if session else None)


def waiting(here: Settings, now: float) -> Iterator[Path]:
    """The documents in the inbox that have arrived whole. `now` is the time in seconds since the epoch."""
    if not here.inbox.is_dir():
        return
    for path in sorted(here.inbox.rglob("*")):
        inner = path.relative_to(here.inbox).parts
        visible = REJECTED not in inner[:-1] and not any(part.startswith(".") for part in inner)
        if visible and path.is_file() and is_document(path) and now - path.stat().st_mtime >= SETTLED:
            yield path


def _set_aside(here: Settings, path: Path, why: str) -> Rejected:
    """Move a document of the inbox out of the way, with its side file and the reason beside it."""
    folder = here.inbox / REJECTED
    folder.mkdir(exist_ok=True)
    goal = _free(folder / path.name)
    goal.with_name(goal.name + ".reason.txt").write_text(why + "\n", encoding="utf-8")
    side = path.with_suffix(".toml")
    if side.is_file():
        side.rename(_free(goal.with_suffix(".toml")))
    return Rejected(path.rename(goal), why)


def collect(here: Settings) -> Intake:
    """Take in what lies in the inbox. What cannot be read is set aside; what is still arriving waits for next time."""
    placed, rejected, used = [], [], set()
    for path in waiting(here, time.time()):
        try:
            done = take_file(here, path, None if path.parent == here.inbox else stated(path)[0])
        except BadVocabulary:
            raise  # no fault of the document: it stays where it is
        except TongbiError as error:
            error.source = path.name
            rejected.append(_set_aside(here, path, explain(error)))
            continue
        if done.already:
            why = say("tell.already", path=done.path.relative_to(here.corpus))
            rejected.append(_set_aside(here, path, why))
            continue
        path.unlink()
        used.add(path.with_suffix(".toml"))
        placed.append(done)
    # only now: two documents of one name share a side file
    for side in used:
        side.unlink(missing_ok=True)
    return Intake(tuple(placed), tuple(rejected))
