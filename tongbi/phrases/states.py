"""What became of a phrase, report by report."""

from collections.abc import Sequence

from tongbi import vocabulary
from tongbi.model import PhraseState
from tongbi.phrases.said import Said


def states(counts: Sequence[int], reports: Sequence[Said]) -> list[PhraseState]:
    """Tell the state of a phrase in each report from the first that says it; `counts` are those of all reports.

    Reports are compared as they follow each other: a year without a report is no silence. "More often" and "half as
    often" are of counts for the same length of text.
    """
    first = next(place for place, count in enumerate(counts) if count)
    found: list[PhraseState] = ["new" if first else "held"]
    best, silent = [counts[first] / reports[first].size], False
    for count, report in zip(counts[first + 1 :], reports[first + 1 :], strict=True):
        rate = count / report.size
        if not count:
            state: PhraseState = "untold" if report.report.abridged else "gone"
            silent = silent or state == "gone"
        elif silent:
            state, silent = "returned", False
        else:
            state = _turn(count, rate, best, report.size)
        best = sorted([*best, rate], reverse=True)[:2]
        found.append(state)
    return found


def _turn(count: int, rate: float, best: Sequence[float], size: int) -> PhraseState:
    """Tell a phrase that spreads or fades from one that stays; a difference of a single time is none.

    It spreads beyond the best report so far, and fades against the best two: after a single great year it is only back.
    """
    turns, height = vocabulary.set_phrases().turns, sum(best) / len(best)
    if rate >= turns.spreading * best[0] and count - best[0] * size >= turns.times:
        return "spreading"
    if rate <= turns.fading * height and height * size - count >= turns.times:
        return "fading"
    return "steady"
