"""Named projects of the plans: rolled over to another year, dropped, new.

Plain prose names nothing that could be missed, so only an object with a name of its own is told: `云川体育中心`, not
`重点产业项目`. What a project is promised to reach is its stage (vocabulary/stages.toml).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

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
    """A named object of a plan, the words between commas that name it, and the step they want (None: none said)."""

    name: str
    said: Span
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
    if not _head().search(name) or any(word in name for word in load("stages")["object"]["inside"]):
        return False
    own = words(_common().sub("\n", name))
    return any(_is_rare(run) for run in _HAN_RUN.findall(_SINGLES.sub(_closed, "\n".join(own))))


def _closed(singles: re.Match[str]) -> str:
    """Close up characters that the segmenter left single: a name that it does not know."""
    return singles[0].replace("\n", "")


def _is_rare(word: str) -> bool:
    # numpy takes a tenth of a second to load, and only comparisons need it.
    from tongbi.align.features import grams
    from tongbi.align.statistics import gram_weights

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


def _step(words_said: str) -> int | None:
    """Tell the last step that some words name."""
    return max((step for word, step in load("stages")["steps"].items() if word in words_said), default=None)


def _steps(pieces: list[str]) -> list[int | None]:
    """Give each member of a list its step: its own, else that of the next member that has one, else of the last before.

    `A、B建成投用` wants both in use, `开工建设A、B` both begun.
    """
    own = [_step(piece) for piece in pieces]
    following: list[int | None] = []
    for step in reversed(own):
        following.append(step if step is not None else following[-1] if following else None)
    found, before = [], None
    for step, behind in zip(own, reversed(following), strict=True):
        found.append(behind if behind is not None else before)
        before = step if step is not None else before
    return found


def _in_stretch(reading: Reading, stretch: Span) -> Iterator[Task]:
    said = reading.said(stretch)
    if any(word in said for word in load("stages")["object"]["negative"]):
        return
    pieces = _PIECE.split(said)
    ongoing = any(word in said for word in load("stages")["ongoing"]["words"])
    for piece, step in zip(pieces, _steps(pieces), strict=True):
        name = _name(piece)
        if _is_named(name):
            yield Task(name, stretch, step, ongoing)


def tasks(reading: Reading) -> list[Task]:
    """Find the named projects of a plan, the first mention of each; beside a number, an indicator is spoken of."""
    numbers = [one.start for one in reading.report.observations]
    found: dict[str, Task] = {}
    for sentence in reading.report.sentences:
        if sentence.part != "plan" or sentence.heading:
            continue
        for stretch in reading.stretches_of(sentence.span):
            if bisect_left(numbers, stretch.start) == bisect_left(numbers, stretch.end):
                for task in _in_stretch(reading, stretch):
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
        (reached := _step(clause.normal)) is not None and reached >= step
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
        before.said(task.said),
        after.said(again.said),
        before.evidence(task.said),
        after.evidence(again.said),
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
            place = before.evidence(task.said)
            yield Finding("task_dropped", "task", task.name, before.said(task.said), "", place, None, "named_nowhere")
    for task in renewed:
        if not before.report.abridged and not _told_of(task, before):
            place = after.evidence(task.said)
            yield Finding("task_new", "task", task.name, "", after.said(task.said), None, place, "named_first")
