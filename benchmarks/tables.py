"""Figures and tables as the pages of the benchmarks have them."""

from collections.abc import Sequence


def percent(part: float, whole: float) -> str:
    """Write a share in per cent, without a decimal; a dash where there is nothing to share."""
    return f"{100 * part / whole:.0f}%" if whole else "–"


def times(seconds: float, unit: float) -> str:
    """Write how many times `unit` the seconds are, with a decimal where they are under ten."""
    ratio = seconds / unit
    return f"{ratio:.1f}" if ratio < 10 else f"{ratio:,.0f}"


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table, all but its first column to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
