"""Documents that lie about: what they say, where they lie, how long ago they came."""

import os
import time
from pathlib import Path

from conftest import ROOT

from flows.settings import Settings

TEXT = (ROOT / "corpus/sample/云川区/2025.txt").read_text(encoding="utf-8")
NAMELESS = TEXT.replace("澄州市云川区", "本").replace("云川区人民政府", "").replace("云川", "")
"""The report of a government that its text never names."""
POEM = "山下有泉，泉上有松。\n松下无人，人在云中。\n" * 90
OTHER = TEXT.replace("云川体育中心", "云川健身中心")
REGION = "澄州市云川区"


def put(path: Path, content: str | bytes = TEXT, age: float = 60) -> Path:
    """Write a file as it would lie there `age` seconds after it arrived."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    written = time.time() - age
    os.utime(path, (written, written))
    return path


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def inside(here: Settings) -> list[str]:
    return sorted(files(here.corpus))
