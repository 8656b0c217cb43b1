"""Named projects of the plans: rolled over to another year, dropped, new.

Plain prose names nothing that could be missed, so only an object with a name of its own is told: `云川体育中心`, not
`重点产业项目`. What a project is promised to reach is its stage (vocabulary/stages.toml).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongbi.align.features import grams
from tongbi.align.statistics import gram_weights
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.model import Span
from tongbi.vocabulary import load
from tongbi.words import words

_PIECE = re.compile(r"[、和及与]")
_HAN_RUN = re.compile(r"[一-鿿]{2,}")
_SINGLES = re.compile(r"(?<![^\n])[一-鿿](?:\n[一-鿿](?![^\n]))+")
_WINDOW = 4


@dataclass(frozen=True, slots=True)
class Task:
    """A named object in a clause of a plan, and the step that the clause wants of it (None: none said)."""

    name: str
    clause: Span
    step: int | None
    ongoing: bool

    @property
    def wanted(self) -> int | None:
        """The step, where pushing on alone counts as a step under way."""
        return load("stages")["ongoing"]["step"] if self.step is None and self.ongoing else self.step

    @property
    def key(self) -> str:
        """The name without what may be said or left out behind it."""
        return _trailing().sub("", bare(self.name))


@cache
def _longest(*tables: str) -> str:
    """Give an alternation of the words of these tables of vocabulary/stages.toml, the longest first."""
    stages, names = load("stages"), load("names")
    tables_by_name = {
        "steps": stages["steps"],
        "ongoing": stages["ongoing"]["words"],
        "lead": [*stages["lead"]["words"], *names["light"], *names["doing"], *names["adverbs"], *names["openers"]],
        "heads": stages["object"]["heads"],
        "generic": stages["object"]["generic"],
        "trailing": stages["object"]["trailing"],
    }
    every = {word for table in tables for word in tables_by_name[table]}
    return "|".join(map(re.escape, sorted(every, key=lambda word: (-len(word), word))))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_longest('lead', 'ongoing', 'steps')})+")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest('ongoing', 'steps', 'trailing')})+$")


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest('trailing')}|项目|工程)+$")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest('heads')})$")


@cache
def _common() -> re.Pattern[str]:
    return re.compile(_longest("generic", "heads", "lead"))


def _is_named(name: str) -> bool:
    """Whether a rare word is left of the name when all that any project could be called is taken away.

    Rare is what stands in fewer than 100 of the sentences that the statistics of alignment were drawn from.
    """
    if not _head().search(name):
        return False
    own = words(_common().sub("\n", name))
    return any(_is_rare(run) for run in _HAN_RUN.findall(_SINGLES.sub(_closed, "\n".join(own))))


def _closed(singles: re.Match[str]) -> str:
    """Close up characters that the segmenter left single: a name that it does not know."""
    return singles[0].replace("\n", "")


def _is_rare(word: str) -> bool:
    keys, _ = grams([word])
    table = gram_weights()
    # Single characters come first in the keys; every pair of the word has to be rare.
    pairs = keys[len(word) : 2 * len(word) - 1]
    return bool((table.of(pairs) >= table.unseen).all())


def _name(piece: str) -> str:
    previous, name = "", piece.strip()
    while name != previous:
        previous = name
        name = _ending().sub("", _leading().sub("", name.split("等")[0].rpartition("的")[2]))
    return name


def _step(clause: str) -> tuple[int | None, bool]:
    """Tell the last step that a clause names, and whether the clause speaks of pushing on."""
    stages = load("stages")
    steps = [step for word, step in stages["steps"].items() if word in clause]
    ongoing = any(word in clause for word in stages["ongoing"]["words"])
    return max(steps, default=None), ongoing


def tasks(reading: Reading) -> list[Task]:
    """Find the named projects of a plan, the first mention of each; a clause with a number is an indicator's."""
    numbers = [one.start for one in reading.report.observations]
    found: dict[str, Task] = {}
    for clause in reading.clauses:
        if clause.part != "plan" or any(clause.span.start <= place < clause.span.end for place in numbers):
            continue
        said = reading.said(clause.span)
        if any(word in said for word in load("stages")["object"]["negative"]):
            continue
        step, ongoing = _step(said)
        for piece in _PIECE.split(said):
            name = _name(piece)
            task = Task(name, clause.span, step, ongoing)
            if _is_named(name):
                found.setdefault(task.key, task)
    return list(found.values())


def _told_of(task: Task, reading: Reading) -> bool:
    """Whether the other report says the name, or any four characters of it that are its own."""
    region = re.sub("[省市区县旗州盟]$", "", bare(reading.report.region))
    name = bare(task.name).removeprefix(bare(reading.report.region)).removeprefix(region) if region else bare(task.name)
    windows = [name[place : place + _WINDOW] for place in range(max(1, len(name) - _WINDOW + 1))]
    own = [window for window in windows if _common().sub("", window)]
    return bare(task.name) in reading.bare or any(window in reading.bare for window in own)


def _reached(task: Task, reading: Reading, step: int) -> bool:
    """Whether the later review says that the project came to the step."""
    return any(
        (reached := _step(clause.normal)[0]) is not None and reached >= step
        for clause in reading.clauses
        if clause.part in ("opening", "review") and task.key in bare(reading.said(clause.span))
    )


def _rolled(before: Reading, after: Reading, task: Task, again: Task) -> Finding | None:
    if task.step is None or again.wanted is None or task.step < load("stages")["milestone"]["least"]:
        return None
    if again.wanted > task.step or _reached(task, after, task.step):
        return None
    return Finding(
        "task_rolled_over",
        "task",
        again.name,
        before.said(task.clause),
        after.said(again.clause),
        before.evidence(task.clause),
        after.evidence(again.clause),
        f"stage:{task.step}:{again.wanted}" + (";ongoing" if again.ongoing else ""),
        min(1.0, task.step / 9),
    )


def task_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Named projects promised again, promised no more, and promised for the first time."""
    promised, renewed = tasks(before), tasks(after)
    for task in promised:
        again = next((one for one in renewed if one.key in task.key or task.key in one.key), None)
        if again and (finding := _rolled(before, after, task, again)):
            yield finding
        if not again and not after.report.abridged and not _told_of(task, after):
            place = before.evidence(task.clause)
            yield Finding("task_dropped", "task", task.name, before.said(task.clause), "", place, None, "named_nowhere")
    for task in renewed:
        if not before.report.abridged and not _told_of(task, before):
            place = after.evidence(task.clause)
            yield Finding("task_new", "task", task.name, "", after.said(task.clause), None, place, "named_first")
