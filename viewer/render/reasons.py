"""Why a change is told, in words. Its keys are those of `tongbi.change` and of the verdicts."""

from viewer.wording import Words

NAMED = ("measure", "bound", "modal", "result", "stage")
"""Keys whose parameters have words of their own, in the table of that name."""


def _told(key: str, words: Words) -> str:
    """One key in words, "" where it has none."""
    name, *values = key.split(":")
    if name == "place" and not values:
        name = "position"
    if not words.has(f"reason.{name}"):
        return ""
    return words.filled(f"reason.{name}", [_value(name, value, words) for value in values])


def _value(name: str, value: str, words: Words) -> str:
    named = f"{name}.{value}"
    return words(named) if name in NAMED and words.has(named) else value


def because(reason: str, words: Words) -> str:
    """A change's reason as it is read; the band it is ranked in and its place there are no reasons."""
    keys = reason.split(";")[1:-1]
    return words("reason.joiner").join(filter(None, (_told(key, words) for key in keys)))
