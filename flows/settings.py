"""Where things lie."""

import os
from dataclasses import dataclass
from pathlib import Path

from tongbi.errors import TongbiError

PROJECT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of one project.

    `corpus` holds the documents, `home` what Tongbi keeps for itself (Prefect's database, logs, what the last build
    saw), `warehouse` the published files.
    """

    corpus: Path
    home: Path
    warehouse: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which a child process, wherever it starts, works in the same folders."""
        folders = {"CORPUS": self.corpus, "HOME": self.home, "WAREHOUSE": self.warehouse}
        return {f"TONGBI_{name}": str(folder) for name, folder in folders.items()}

    @property
    def inbox(self) -> Path:
        """Where new documents are dropped."""
        return self.corpus / "inbox"

    @property
    def logs(self) -> Path:
        """What Prefect, the viewer and crashes have to say, kept off the screen."""
        return self.home / "logs"

    @property
    def prefect_home(self) -> Path:
        """Prefect's own folder, one for each project."""
        return self.home / "prefect"


def corpus_folder() -> Path:
    """TONGBI_CORPUS, else the checkout's folder, else `corpus` where the command was called (an installed wheel).

    Raises `TongbiError` (`no_corpus`) where there is none.
    """
    named = os.environ.get("TONGBI_CORPUS")
    candidates = [Path(named).expanduser()] if named else [PROJECT / "corpus", Path.cwd() / "corpus"]
    for folder in candidates:
        if folder.is_dir():
            return folder.resolve()
    raise TongbiError("no_corpus", str(candidates[-1]))


def settings() -> Settings:
    """The folders as the environment names them: TONGBI_CORPUS, TONGBI_HOME, TONGBI_WAREHOUSE.

    Raises `TongbiError` (`no_corpus`) where there is no corpus.
    """
    corpus = corpus_folder()
    named_home = os.environ.get("TONGBI_HOME")
    home = Path(named_home).expanduser().resolve() if named_home else corpus.parent / ".tongbi"
    named_warehouse = os.environ.get("TONGBI_WAREHOUSE")
    warehouse = Path(named_warehouse).expanduser().resolve() if named_warehouse else home / "warehouse"
    return Settings(corpus, home, warehouse)
