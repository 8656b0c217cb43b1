"""The flow that runs on a schedule: empty the inbox, then build. Import it after `engine.prepare`."""

import time

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from flows.account import inbox_markdown, tell_built, tell_intake
from flows.build import build_as_tasks
from flows.building import nothing_new
from flows.intake import Intake, collect
from flows.progress import Terminal
from flows.settings import settings


@task(name="empty the inbox", cache_policy=NO_CACHE, persist_result=False, retries=2, retry_delay_seconds=[1.0, 5.0])
def empty_inbox() -> Intake:
    """Move each document of the inbox to its place, or aside with the reason."""
    return collect(settings())


@flow(name="take_in")
def take_in() -> None:
    """Empty the inbox into the corpus and bring the warehouse up to it; a run that finds nothing new does nothing."""
    here, started = settings(), time.monotonic()
    intake = empty_inbox()
    tell_intake(here, intake)
    if intake.placed or intake.rejected:
        create_markdown_artifact(inbox_markdown(here, intake), key="inbox", description="tongbi inbox")
    if nothing_new(here) is None:
        with Terminal() as terminal:
            built = build_as_tasks(terminal)
        tell_built(built, time.monotonic() - started)
