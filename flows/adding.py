"""`tongbi add`: files, folders and addresses into the corpus."""

import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from flows.account import tell_placed
from flows.ingest import LARGEST, documents
from flows.intake import Placed, stated, take_file
from flows.messages import explain, tell
from flows.settings import Settings
from tongbi.errors import BadVocabulary, TongbiError

URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""Endings by content type, for addresses that do not end in one."""

TRIES = 3
TIMEOUT = 30.0
"""Seconds that a server has to answer, and to go on sending."""


def _name(url: str, content_type: str) -> str:
    """A file name for what was downloaded: the address's own, with an ending that says what it is."""
    last = PurePosixPath(unquote(urlsplit(url).path)).name or "report"
    kind = KINDS.get(content_type.split(";")[0].strip().lower())
    if kind and PurePosixPath(last).suffix.lower() not in KINDS.values():
        return last + kind
    return last


def _get(url: str) -> tuple[str, bytes]:
    """Name and bytes of what the address holds; redirects are followed, more than `LARGEST` bytes are refused."""
    import httpx

    with httpx.stream("GET", url, follow_redirects=True, timeout=TIMEOUT) as answer:
        answer.raise_for_status()
        data = bytearray()
        for chunk in answer.iter_bytes():
            data += chunk
            if len(data) > LARGEST:
                raise TongbiError("too_large", url, detail=f"> {LARGEST // 1024 // 1024} MB")
        return _name(str(answer.url), answer.headers.get("content-type", "")), bytes(data)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that do not hold an address
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc)


def download(url: str) -> tuple[str, bytes]:
    """Name and bytes of a document on the network.

    Raises `TongbiError`: `bad_url`, `too_large`, or `fetch_failed` after the third try.
    """
    import httpx

    if not _is_address(url):
        raise TongbiError("bad_url", url)
    for attempt in range(1, TRIES + 1):
        try:
            return _get(url)
        except httpx.HTTPStatusError as error:
            if error.response.status_code < 500 or attempt == TRIES:
                raise TongbiError("fetch_failed", url, detail=f"HTTP {error.response.status_code}") from error
        except httpx.InvalidURL as error:
            raise TongbiError("bad_url", url) from error
        except httpx.HTTPError as error:
            if attempt == TRIES:
                raise TongbiError("fetch_failed", url, detail=str(error) or type(error).__name__) from error
        time.sleep(attempt)
    raise AssertionError("the last try returns or raises")


def _add_url(here: Settings, url: str, region: str | None, year: int | None) -> Placed:
    name, data = download(url)
    with tempfile.TemporaryDirectory(prefix="tongbi-") as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        try:
            return take_file(here, path, region, year, url)
        except BadVocabulary:
            raise
        except TongbiError as error:
            error.source = url
            raise


def _add_one(here: Settings, path: Path, region: str | None, year: int | None, *, in_folder: bool) -> Placed:
    """A document of a folder states its region and year by its place, as in the corpus; one named alone does not."""
    said_region, said_year = stated(path) if in_folder else (None, None)
    return take_file(here, path, region or said_region, year or said_year)


def add(here: Settings, what: Iterable[str], region: str | None = None, year: int | None = None) -> bool:
    """Take everything named into the corpus, and say of each where it went or why not. Gives whether all was taken."""
    all_taken = True
    for one in what:
        try:
            if URL.match(one):
                tell_placed(here, _add_url(here, one, region, year))
            elif Path(one).is_dir():
                all_taken &= _add_folder(here, Path(one), region, year)
            else:
                tell_placed(here, _add_one(here, Path(one), region, year, in_folder=False))
        except TongbiError as error:
            tell(explain(error))
            all_taken = False
    return all_taken


def _add_folder(here: Settings, folder: Path, region: str | None, year: int | None) -> bool:
    paths = list(documents(folder))
    if not paths:
        raise TongbiError("nothing_to_add", str(folder))
    all_taken = True
    for path in paths:
        try:
            tell_placed(here, _add_one(here, path, region, year, in_folder=True))
        except TongbiError as error:
            tell(explain(error))
            all_taken = False
    return all_taken
