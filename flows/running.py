"""`tongbi up` and `tongbi serve`: a build, then the processes that stay."""

import os
import signal
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from flows import engine, serving
from flows.building import build
from flows.messages import say, tell
from flows.serving import Child
from flows.settings import Settings
from tongbi.errors import TongbiError

EVERY = 10
"""Minutes between two looks at the inbox, where nothing else is said."""


def up(here: Settings, port: int | None) -> None:
    """Build where there is something to build, then serve the viewer until Ctrl-C."""
    build(here)
    with serving.children() as stack:
        tell(say("tell.viewer_starting"))
        viewer = serving.viewer(here, port)
        stack.callback(viewer.end)
        tell(say("tell.address", url=viewer.url))
        with suppress(KeyboardInterrupt):
            serving.watch(viewer)
        tell(say("tell.stopping"))


def schedule(every: int | None, cron: str | None) -> dict[str, Any]:
    """Prefect's arguments for when to look; by the clock where the minutes divide the hour, else at equal distances.

    Raises `TongbiError` (`every_or_cron`, `bad_cron`).
    """
    if every is not None and cron is not None:
        raise TongbiError("every_or_cron")
    if cron is None:
        minutes = every or EVERY
        return {"cron": f"*/{minutes} * * * *"} if 60 % minutes == 0 and minutes < 60 else {"interval": minutes * 60}
    from prefect.schedules import Cron

    try:
        Cron(cron)
    except ValueError as error:
        raise TongbiError("bad_cron", cron) from error
    return {"cron": cron}


class _Guard:
    """Ends the command where one of its children ends by itself."""

    def __init__(self, children: Iterable[Child]) -> None:
        self.children = tuple(children)
        self.fallen: Child | None = None
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while self.fallen is None:
            time.sleep(1)
            self.fallen = next((child for child in self.children if child.ended), None)
        os.kill(os.getpid(), signal.SIGTERM)


def serve(here: Settings, every: int | None, cron: str | None, port: int | None) -> None:
    """Take in what comes, on a schedule, beside the viewer, until Ctrl-C.

    Raises `TongbiError`: `bad_cron`, `every_or_cron`, `no_start`, `ended`.
    """
    engine.prepare(here)
    when = schedule(every, cron)
    here.inbox.mkdir(exist_ok=True)
    with serving.children() as stack:
        tell(say("tell.server_starting"))
        server = serving.prefect_server(here)
        stack.callback(server.end)
        os.environ["PREFECT_API_URL"] = f"{server.url}/api"
        build(here)
        tell(say("tell.viewer_starting"))
        viewer = serving.viewer(here, port)
        stack.callback(viewer.end)
        tell(say("tell.address", url=viewer.url))
        tell(say("tell.schedule", cron=cron or str(timedelta(minutes=every or EVERY)), inbox=here.inbox))
        guard = _Guard((server, viewer))
        _deploy(when)
        tell(say("tell.stopping"))
        if guard.fallen:
            raise TongbiError("ended", detail=guard.fallen.name, place=str(guard.fallen.log))


def _deploy(when: dict[str, Any]) -> None:
    """Serve the flow until Ctrl-C or SIGTERM, then pause its schedule. A run that would overlap another is left out."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.types.entrypoint import EntrypointType

    from flows.watch import take_in

    with suppress(KeyboardInterrupt):
        take_in.serve(
            name="inbox",
            **when,
            global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
            entrypoint_type=EntrypointType.MODULE_PATH,
            print_starting_message=False,
        )
