"""Old Word files: an outside program turns them into text, where one is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from tongbi import UnreadableDocument

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a Word 97-2003 file."""

TO_TEXT = (("catdoc", "-d", "utf-8", "-w"), ("antiword", "-m", "UTF-8.txt", "-w", "0"))
OFFICE = ("soffice", "libreoffice")
PATIENCE = 120
"""Seconds; LibreOffice's first start takes up to half a minute."""


def _run(command: list[str]) -> bytes:
    """What the program printed; the programs are named here, the file is one that we wrote."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, stdin=subprocess.DEVNULL)  # noqa: S603
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableDocument("damaged", detail=Path(command[0]).name) from error
    return done.stdout


def as_modern(name: str, data: bytes) -> tuple[str, bytes]:
    """Name and bytes that `tongbi.readers` reads; a Word 97-2003 file is turned into text or .docx first.

    catdoc, antiword and LibreOffice are tried in this order; without any the file is passed on, and refused there.
    """
    if not data.startswith(OLE):
        return name, data
    with tempfile.TemporaryDirectory(prefix="tongbi-") as folder:
        old = Path(folder, "document.doc")
        old.write_bytes(data)
        for program, *options in TO_TEXT:
            if found := shutil.which(program):
                return f"{Path(name).stem}.txt", _run([found, *options, str(old)])
        for program in OFFICE:
            if found := shutil.which(program):
                _run([found, "--headless", "--convert-to", "docx", "--outdir", folder, str(old)])
                return f"{Path(name).stem}.docx", old.with_suffix(".docx").read_bytes()
    return name, data
