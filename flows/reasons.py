"""Why a change is told, in words. Its keys are those of `tongbi.change` and `tongbi.verdict`."""

from flows.messages import label, say, worded

VALUES = {"measure": "measure", "bound": "bound", "modal": "modal", "result": "result", "stage": "stage"}
"""The tables that name the parameters of a key."""

BLANKS = 3


def told(key: str) -> str:
    """One key in words, "" where it has none."""
    name, *values = key.split(":")
    if name == "place" and not values:
        name = "position"
    if not worded("reason", name):
        return ""
    named = [label(VALUES[name], value) if name in VALUES else value for value in values]
    blanks = [""] * (BLANKS - len(named))
    return say(f"reason.{name}", values=[*named, *blanks])


def because(reason: str) -> str:
    """A change's `reason` as a reader is told it; the band it is ranked in and its place there are no reasons.

    A key without a wording is left out.
    """
    keys = reason.split(";")[1:-1]
    return say("reason.joiner").join(filter(None, map(told, keys)))
