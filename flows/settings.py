"""Where things lie, and the environment that Prefect needs before it is imported."""

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
    def inbox(self) -> Path:
        """Where new documents are dropped."""
        return self.corpus / "inbox"

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


def prefect_environment(here: Settings) -> dict[str, str]:
    """Prefect's settings for this project: its own home, nothing sent anywhere, patience on a slow machine, silence."""
    return {
        "PREFECT_HOME": str(here.prefect_home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "90",
        "PREFECT_LOGGING_LEVEL": "ERROR",
        "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
        "PREFECT_CLI_PROMPT": "false",
    }
