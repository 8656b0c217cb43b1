"""The one flow: from the corpus to the published warehouse. Import it after `engine.prepare`."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State

from flows import work
from flows.account import markdown
from flows.carry import Teller, carry_out
from flows.progress import Terminal
from flows.settings import settings
from tongbi.errors import TongbiError

Given = ParamSpec("Given")
Result = TypeVar("Result")


def _is_passing(_task: object, _run: object, state: State[Any]) -> bool:
    """Whether trying again may help: not where Tongbi itself said what is wrong."""
    return not isinstance(state.result(raise_on_failure=False), TongbiError)


def _pure(name: str, step: Callable[Given, Result]) -> Callable[Given, Result]:
    """A step that gives the same whenever it is tried: no retries."""
    return task(name=name, cache_policy=NO_CACHE, persist_result=False)(step)


def _on_disk(name: str, step: Callable[Given, Result]) -> Callable[Given, Result]:
    """A step that touches a disk, which may be a network drive: tried again, twice."""
    return task(
        name=name,
        cache_policy=NO_CACHE,
        persist_result=False,
        retries=2,
        retry_delay_seconds=[1.0, 5.0],
        retry_condition_fn=_is_passing,
    )(step)


TASKS = work.Steps(
    scan=_on_disk("scan the corpus", work.scan),
    survey=_pure("compare with the warehouse", work.survey),
    read_batch=_on_disk("read documents", work.read_batch),
    write_reports=_on_disk("write reports", work.write_reports),
    compare_batch=_pure("compare reports", work.compare_batch),
    write_comparisons=_on_disk("write comparisons", work.write_comparisons),
    search_batch=_pure("look at all years", work.search_batch),
    write_search=_on_disk("write what all years tell", work.write_search),
    publish=_pure("audit and publish", work.publish),
)


def build_as_tasks(teller: Teller) -> work.Built:
    """Build inside a flow run, and leave its account as an artifact."""
    built = carry_out(settings(), teller, TASKS)
    create_markdown_artifact(markdown(built), key="build", description="tongbi build")
    return built


@flow(name="build")
def build() -> work.Built:
    """Bring the warehouse up to the corpus. Which corpus, the environment says."""
    with Terminal() as terminal:
        return build_as_tasks(terminal)
