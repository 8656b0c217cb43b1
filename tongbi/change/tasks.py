"""Named projects of the plans: rolled over to another year, dropped, new."""

import re
from collections.abc import Iterator

from tongbi.change.finding import Finding
from tongbi.change.projects import Task, common_words, steps, tasks
from tongbi.change.reading import Reading, bare

_WINDOW = 4
_REGION = re.compile(r"[^省市区县旗州盟]+(?=[省市区县旗州盟]?$)")


def _told_of(task: Task, reading: Reading) -> bool:
    """Whether the other report says the name, or any four characters of it that are its own."""
    own_region = _REGION.search(bare(reading.report.region))
    name = bare(task.name).removeprefix(own_region[0] if own_region else "")
    windows = [name[place : place + _WINDOW] for place in range(max(1, len(name) - _WINDOW + 1))]
    own = [window for window in windows if common_words().sub("", window)]
    return bare(task.name) in reading.bare or any(window in reading.bare for window in own)


def _reached(task: Task, reading: Reading, step: int) -> bool:
    """Whether the later review says that the project came to the step."""
    return any(
        max(steps(clause.normal), default=0) >= step
        for clause in reading.clauses
        if clause.part in ("opening", "review") and task.key in bare(reading.said(clause.span))
    )


def _rolled(before: Reading, after: Reading, task: Task, again: Task) -> Finding | None:
    if task.promised is None or again.wanted is None:
        return None
    if again.wanted > task.promised or _reached(task, after, task.promised):
        return None
    return Finding(
        "task_rolled_over",
        "task",
        again.name,
        before.said(task.said),
        after.said(again.said),
        before.evidence(task.said),
        after.evidence(again.said),
        f"stage:{task.promised}:{task.promised if task.promised in again.steps else again.wanted}"
        + (";ongoing" if again.ongoing else ""),
        min(1.0, task.promised / 9),
    )


def task_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Named projects promised again, promised no more, and promised for the first time."""
    promised, renewed = tasks(before), tasks(after)
    for task in promised:
        again = next((one for one in renewed if one.key in task.key or task.key in one.key), None)
        if again and (finding := _rolled(before, after, task, again)):
            yield finding
        if not again and not after.report.abridged and not _told_of(task, after):
            place = before.evidence(task.said)
            yield Finding("task_dropped", "task", task.name, before.said(task.said), "", place, None, "named_nowhere")
    for task in renewed:
        if not before.report.abridged and not _told_of(task, before):
            place = after.evidence(task.said)
            yield Finding("task_new", "task", task.name, "", after.said(task.said), None, place, "named_first")
