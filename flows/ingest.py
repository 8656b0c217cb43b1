"""Finding documents and what people say about them; turning one into a report."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from flows.legacy import as_modern
from tongbi import Report, TongbiError, UnreadableDocument, read
from tongbi.decisions import NONE, Decisions
from tongbi.errors import BadVocabulary
from tongbi.readers import read_document
from tongbi.register import DEFAULT, Register
from tongbi.replay import of_report

LARGEST = 64 * 1024 * 1024
"""Bytes. The longest report known has some 60,000 characters; what is larger than this is something else."""

SESSION = re.compile(r"(?P<year>(?:19|20)\d\d)(?:-(?:0[1-9]|1[0-2]))?")
"""A session as a file is named after it: `2021`, or `2021-10` where a region met twice in a year."""

YEAR_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

GOVERNMENT = re.compile(r"[\u4e00-\u9fff]*(?:国务院|[省市县区州盟旗]|兵团)")
"""What a folder is called that holds the reports of one government; any other folder says nothing."""

NOT_DOCUMENTS = {".toml", ".reason", ".part"}
ASIDE = {"inbox", "revisions"}
"""Folders of a corpus whose files are not, or no longer, its reports."""

PREFERRED = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".doc")
"""Of several files of one session the first kind is read: the nearer to plain text, the less was guessed."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a person says about a document in the `.toml` beside it. Every field may be left out."""

    source: str = ""
    source_url: str = ""
    delivered: date | None = None
    fictional: bool = False
    region: str | None = None
    year: int | None = None
    session: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A document not yet read: `path` is relative to the corpus, `digest` covers it and its side file."""

    path: str
    region: str | None
    session: str | None
    digest: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A report as read from a document of the corpus, with what its reader and its side file had to say."""

    found: Found
    report: Report
    beside: Beside
    warnings: tuple[str, ...]


def file_bytes(path: Path) -> bytes:
    """The bytes of a document; a `TongbiError` names what is wrong with the file itself."""
    if path.is_dir():
        raise UnreadableDocument("is_a_folder", str(path))
    if not path.is_file():
        raise UnreadableDocument("no_such_file", str(path))
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableDocument("too_large", str(path), detail=f"{path.stat().st_size // 1024 // 1024} MB")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument("cannot_open", str(path), detail=error.strerror or type(error).__name__) from error


def _checked(values: dict[str, Any], path: Path) -> Beside:
    """The side file's values, each of the kind it should be."""
    kinds: dict[str, type] = {
        "source": str,
        "source_url": str,
        "delivered": date,
        "fictional": bool,
        "region": str,
        "year": int,
        "session": str,
    }
    for name, value in values.items():
        if name not in kinds or type(value) is not kinds[name]:
            raise TongbiError("bad_side_file", str(path), name, ", ".join(kinds))
    if "session" in values and not SESSION.fullmatch(values["session"]):
        raise TongbiError("bad_side_file", str(path), "session", "2021, 2021-10")
    return Beside(**values)


def beside(document: Path) -> Beside:
    """What the side file of a document says: `2025.toml` beside `2025.txt`; nothing where there is none."""
    path = document.with_suffix(".toml")
    if path == document or not path.is_file():
        return Beside()
    try:
        return _checked(tomllib.loads(path.read_text(encoding="utf-8-sig")), path)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise TongbiError("bad_toml", str(path), detail=str(error)) from error


def document_text(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Text and warnings of a document's bytes; old Word files go through an outside program first."""
    document = read_document(*as_modern(name, data))
    return document.text, tuple(document.warnings)


def _year_in_name(path: Path) -> int | None:
    found = YEAR_IN_NAME.search(path.stem)
    return int(found[0]) if found else None


def folder_region(path: Path) -> str | None:
    """The folder's name, where it can be a government's."""
    name = path.resolve().parent.name
    return name if GOVERNMENT.fullmatch(name) else None


def named_session(path: Path) -> str | None:
    """The file's name, where it is a session."""
    return path.stem if SESSION.fullmatch(path.stem) else None


def _report(path: Path, text: str, region: str | None, year: int | None, known: Register) -> Report:
    """Read with what is given; where the text does not say its region or year, the folder's and the file's name do."""
    try:
        report = read(text, region, year, register=known)
    except TongbiError as error:
        if error.code != "no_year" or year is not None or _year_in_name(path) is None:
            raise
        report = read(text, region, _year_in_name(path), register=known)
    return report if report.region else replace(report, region=folder_region(path) or "")


def _as_told(report: Report, told: Beside, session: str | None) -> Report:
    return replace(
        report,
        fictional=told.fictional,
        delivered=told.delivered or report.delivered,
        session=session or report.session,
    )


@contextmanager
def _naming(source: str) -> Iterator[None]:
    """Errors raised within name the document as the user knows it; a fault of a vocabulary is none of the document."""
    try:
        yield
    except BadVocabulary:
        raise
    except TongbiError as error:
        error.source = source
        raise


def read_file(path: Path, region: str | None = None, year: int | None = None, *, known: Register = DEFAULT) -> Report:
    """The report in a file. `region` and `year` override its side file, and that what the text says.

    Where neither says a region, the folder's name is taken; where none says a year, the one in the file's name.
    Raises `TongbiError` with the file named.
    """
    data = file_bytes(path)
    told = beside(path)
    with _naming(str(path)):
        text, _ = document_text(path.name, data)
        report = _report(path, text, region or told.region, year or told.year, known)
    return _as_told(report, told, told.session if year is None else None)


def is_document(path: Path) -> bool:
    """Whether a file of a corpus is meant to be read: no side file, read-me, hidden or half-written file."""
    return not (
        path.name.startswith((".", "~$"))
        or path.suffix.lower() in NOT_DOCUMENTS
        or path.stem.upper() == "README"
        or path.name.endswith(".reason.txt")
    )


def documents(corpus: Path) -> Iterator[Path]:
    """The documents under a corpus, in a fixed order; what is set aside is left out."""
    for path in sorted(corpus.rglob("*")):
        inner = path.relative_to(corpus).parts
        hidden = any(part.startswith(".") for part in inner)
        if path.is_file() and not hidden and not ASIDE.intersection(inner[:-1]) and is_document(path):
            yield path


def documents_in(folder: Path) -> list[Path]:
    """The documents that lie in one folder itself."""
    return [path for path in sorted(folder.glob("*")) if path.is_file() and is_document(path)]


def find(corpus: Path, path: Path) -> Found:
    """A document as the corpus names it: `<region>/<session>.<ext>`. One that may not be opened has no digest."""
    side = path.with_suffix(".toml")
    try:
        digest = hashlib.sha256(path.read_bytes())
        if side.is_file():
            digest.update(b"\0" + side.read_bytes())
        hexdigest = digest.hexdigest()
    except PermissionError:
        hexdigest = ""
    inner = path.relative_to(corpus)
    return Found(
        path=inner.as_posix(),
        region=folder_region(path),
        session=named_session(path),
        digest=hexdigest,
    )


def take(corpus: Path, found: Found, known: Register = DEFAULT, decided: Decisions = NONE) -> Taken:
    """Read one document of the corpus. Its place there is a statement: folder and file name go before the text.

    The side file goes before both. What people decided about the report is laid over what the rules read. Raises
    `TongbiError` with the file named as in `found.path`; `no_region` where neither folder, text nor side file names a
    government.
    """
    path = corpus / found.path
    data = file_bytes(path)
    told = beside(path)
    with _naming(found.path):
        text, warnings = document_text(path.name, data)
        session = told.session or found.session
        year = told.year or (int(session[:4]) if session else None)
        report = _report(path, text, told.region or found.region, year, known)
        if not report.region:
            raise TongbiError("no_region")
    return Taken(found, of_report(_as_told(report, told, session), decided, known), told, warnings)
