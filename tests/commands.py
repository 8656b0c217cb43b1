"""Commands run in this process: how each ended and what it printed."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import ROOT

from flows import cli

EARLIER, LATER = (ROOT / "corpus/sample/云川区" / f"{year}.txt" for year in (2024, 2025))
TEXT = LATER.read_text(encoding="utf-8")

COMMANDS = {
    "observations": ["observations", str(LATER)],
    "links inside": ["links", str(LATER)],
    "links": ["links", str(EARLIER), str(LATER)],
    "align": ["align", str(EARLIER), str(LATER)],
    "diff": ["diff", str(EARLIER), str(LATER)],
    "show": ["show", str(LATER)],
}


@dataclass(frozen=True)
class Done:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        """The JSON lines of a command that went well."""
        assert (self.code, self.err) == (0, "")
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs a command in this process."""

    def run(*arguments: object, spoken: str = "zh_CN.UTF-8") -> Done:
        monkeypatch.setenv("LC_ALL", spoken)
        monkeypatch.setattr(sys, "argv", ["tongbi", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            cli.main()
        printed = capsys.readouterr()
        code = end.value.code
        return Done(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run
