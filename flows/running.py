"""`tongbi up` and `tongbi serve`: a build, then the processes that stay."""

import os
import subprocess
import sys
from contextlib import suppress
from typing import Any

from flows import engine, serving
from flows.building import build
from flows.messages import say, tell
from flows.settings import Settings
from tongbi.errors import TongbiError

EVERY = 10
"""Minutes between two looks at the inbox, where nothing else is said."""


def up(here: Settings, port: int | None) -> bool:
    """Build where there is something to build, then serve the viewer until Ctrl-C; gives whether the build went well.

    The build has a process of its own: Prefect's server ends with the process that needed it, only the viewer stays.
    """
    with serving.children() as stack:
        command = [sys.executable, "-m", "flows.cli", "build"]
        if subprocess.run(command, env={**os.environ, **here.environment}, check=False).returncode != 0:  # noqa: S603
            return False
        tell(say("tell.viewer_starting"))
        viewer = serving.viewer(here, port)
        stack.callback(viewer.end)
        tell(say("tell.address", url=viewer.url))
        with suppress(KeyboardInterrupt):
            serving.watch(viewer)
        tell(say("tell.stopping"))
    return True


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


def serve(here: Settings, every: int | None, cron: str | None, port: int | None) -> None:
    """Take in what comes, on a schedule, beside the viewer, until Ctrl-C or SIGTERM.

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
        runner = serving.runner(here, server.url, when)
        stack.callback(runner.end)
        tell(say("tell.schedule", cron=when.get("cron", f"{every} min"), inbox=here.inbox))
        tell(say("tell.prefect_address", url=server.url))
        tell(say("tell.address", url=viewer.url))
        with suppress(KeyboardInterrupt):
            serving.watch(server, viewer, runner)
        tell(say("tell.stopping"))
