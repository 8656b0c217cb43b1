"""Prefect's environment: set before it is imported, inherited by every child process."""

import json
import os

from flows.settings import Settings

LARGEST_LOG = 5_000_000
"""Bytes; beyond this the log starts anew."""

FOR_PREFECT = ("prefect", "prefect.server", "prefect.client", "prefect.infrastructure", "uvicorn", "fastapi")


def environment(here: Settings) -> dict[str, str]:
    """Prefect's settings for this project: a home of its own, nothing sent anywhere, patience on a slow machine."""
    return {
        "PREFECT_HOME": str(here.prefect_home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "90",
        "PREFECT_LOGGING_SETTINGS_PATH": str(here.prefect_home / "logging.json"),
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        **here.environment,
    }


def _logging(here: Settings) -> dict[str, object]:
    """Prefect's logging, into a file (JSON is YAML): its shutdown prints harmless tracebacks that nobody should see."""
    file = {"class": "logging.FileHandler", "filename": str(here.logs / "prefect.log"), "encoding": "utf-8"}
    to_file = {"level": "WARNING", "handlers": ["file"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"format": "%(asctime)s %(process)d %(levelname)s %(name)s %(message)s"}},
        "handlers": {"file": {**file, "formatter": "plain", "delay": True}},
        "loggers": {
            **dict.fromkeys(FOR_PREFECT, to_file),
            "prefect._internal": to_file,
        },
        "root": {"level": "WARNING", "handlers": ["file"]},
    }


def prepare(here: Settings) -> None:
    """Make Prefect's folders and logging, and set its environment. Must come before the first import of prefect."""
    here.prefect_home.mkdir(parents=True, exist_ok=True)
    here.logs.mkdir(parents=True, exist_ok=True)
    log = here.logs / "prefect.log"
    if log.is_file() and log.stat().st_size > LARGEST_LOG:
        log.unlink()
    path = here.prefect_home / "logging.json"
    path.write_text(json.dumps(_logging(here), ensure_ascii=False, indent=1), encoding="utf-8")
    os.environ.update(environment(here))
