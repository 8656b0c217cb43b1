"""Figures and tables as the pages of the benchmarks have them."""

from collections.abc import Sequence


def percent(part: float, whole: float) -> str:
    """Write a share in per cent, without a decimal; a dash where there is nothing to share."""
    return f"{100 * part / whole:.0f}%" if whole else "–"


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table, all but its first column to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
