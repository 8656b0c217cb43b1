"""The process that starts scheduled runs: `python -m flows.deploy SCHEDULE`, a child of `tongbi serve`."""

import json
import sys
from typing import Any

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.types.entrypoint import EntrypointType

from flows.watch import take_in


def deploy(when: dict[str, Any]) -> None:
    """Serve the flow until SIGINT, then pause its schedule. `when` is `{"cron": ...}` or `{"interval": seconds}`.

    A run that would overlap another is left out: the next one finds what it would have found.
    """
    take_in.serve(
        name="inbox",
        **when,
        global_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        entrypoint_type=EntrypointType.MODULE_PATH,
        print_starting_message=False,
    )


if __name__ == "__main__":
    deploy(json.loads(sys.argv[1]))
