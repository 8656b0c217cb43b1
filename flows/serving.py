"""Child processes that live as long as the command: the viewer, and Prefect's server."""

import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from urllib.error import URLError
from urllib.request import urlopen

from flows.engine import environment
from flows.settings import Settings
from tongbi.errors import TongbiError

HERE = "127.0.0.1"
VIEWER_PORT = 8501
PREFECT_PORT = 4210
"""Not Prefect's own 4200, where a server of the user's may be running."""

PATIENCE = 90
"""Seconds until a child must answer; a cold start on a slow machine takes half a minute."""

GRACE = 10
"""Seconds that a child has to end by itself."""


@dataclass(frozen=True)
class Child:
    """A running child process, with where it answers and what it writes."""

    name: str
    process: subprocess.Popen[bytes]
    url: str
    log: Path | None
    ends_at: signal.Signals = signal.SIGTERM

    @property
    def ended(self) -> bool:
        """Whether it has stopped running."""
        return self.process.poll() is not None

    def end(self) -> None:
        """End it with all that it started; by force where it does not hear."""
        if self.ended:
            return
        _signal(self.process, self.ends_at)
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            _signal(self.process, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            self.process.wait()


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    """To the child's whole group: a server has workers of its own."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.terminate()
        else:
            os.killpg(process.pid, number)


def free_port(first: int) -> int:
    """The first port from `first` on that nobody listens at."""
    for port in range(first, first + 100):
        with socket.socket() as tried:
            if os.name != "nt":  # there it would allow a port in use
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((HERE, port))
            except OSError:
                continue
            return port
    raise TongbiError("no_port", str(first))


def start(command: Sequence[str], surroundings: Mapping[str, str], log: Path | None = None) -> subprocess.Popen[bytes]:
    """Start a child in a group of its own, so that Ctrl-C reaches it through us; what it prints goes to its log."""
    with ExitStack() as opened:
        output = opened.enter_context(log.open("wb")) if log else None
        return subprocess.Popen(  # noqa: S603 - our own interpreter with our own arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            env={**os.environ, **surroundings},
            start_new_session=True,
        )


def wait_until_up(child: Child, health: str) -> None:
    """Wait for the child's health page. Raises `TongbiError` (`no_start`) where it ends first or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not child.ended:
        with suppress(URLError, OSError), urlopen(child.url + health, timeout=2) as answer:  # noqa: S310 - ours
            if answer.status == 200:
                return
        time.sleep(0.2)
    child.end()
    raise TongbiError("no_start", detail=child.name, place=str(child.log))


def viewer(here: Settings, port: int | None) -> Child:
    """Start the viewer. It is found and run by its path: flows and viewer know nothing of each other."""
    found = importlib.util.find_spec("viewer")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise TongbiError("no_viewer")
    chosen = free_port(port or VIEWER_PORT)
    options = {
        "server.headless": "true",
        "server.address": HERE,
        "server.port": str(chosen),
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(Path(folders[0], "app.py"))]
    command += [f"--{name}={value}" for name, value in options.items()]
    here.logs.mkdir(parents=True, exist_ok=True)
    log = here.logs / "viewer.log"
    child = Child("streamlit", start(command, environment(here), log), f"http://{HERE}:{chosen}", log)
    wait_until_up(child, "/_stcore/health")
    return child


def prefect_server(here: Settings) -> Child:
    """Start Prefect's server with its scheduler: only a server of its own starts scheduled runs."""
    port = free_port(PREFECT_PORT)
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", HERE, "--port", str(port)]
    log = here.logs / "server.log"
    child = Child("prefect server", start(command, environment(here), log), f"http://{HERE}:{port}", log)
    wait_until_up(child, "/api/health")
    return child


def runner(here: Settings, server: str, when: dict[str, object]) -> Child:
    """Start the process that runs what is due; what its runs say goes to our own stderr.

    It is ended by SIGINT: Prefect's own answer to SIGTERM leaves the schedule running and prints a warning.
    """
    command = [sys.executable, "-m", "flows.deploy", json.dumps(when)]
    process = start(command, {**environment(here), "PREFECT_API_URL": f"{server}/api"})
    return Child("prefect runner", process, server, None, signal.SIGINT)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def children() -> Iterator[ExitStack]:
    """Children registered here are ended when the block is left, by Ctrl-C and SIGTERM too.

    While they are being ended neither is heard: a second one would leave those running that take their time.
    """
    before = signal.signal(signal.SIGTERM, _stop)
    stack = ExitStack()
    try:
        yield stack
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            stack.close()
        finally:
            signal.signal(signal.SIGINT, interrupt)
            signal.signal(signal.SIGTERM, before)


def watch(*running: Child) -> None:
    """Stay until one of the children ends. Raises `TongbiError` (`ended`): by itself it should not."""
    while True:
        for child in running:
            if child.ended:
                raise TongbiError("ended", detail=child.name, place=str(child.log or child.process.returncode))
        time.sleep(0.5)
