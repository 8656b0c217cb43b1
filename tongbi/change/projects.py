"""Named projects of a plan, and the stages that they are promised to reach.

Plain prose names nothing that could be missed, so only an object with a name of its own counts: `云川体育中心`, not
`重点产业项目`. The stages are those of vocabulary/stages.toml.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongbi import vocabulary
from tongbi.change.reading import Reading, bare
from tongbi.model import Span
from tongbi.text import any_of
from tongbi.words import words

_PIECE = re.compile(r"[、和及与]")
_HAN_RUN = re.compile(r"[一-鿿]{2,}")
_SINGLES = re.compile(r"(?<![^\n])[一-鿿](?:\n[一-鿿](?![^\n]))+")


@dataclass(frozen=True, slots=True)
class Task:
    """A named object of a plan, the words between commas that name it, and the steps they want of it, first to last."""

    name: str
    said: Span
    steps: tuple[int, ...]
    ongoing: bool

    @property
    def promised(self) -> int | None:
        """The last step that can be seen from outside: begun, or further. To be under way is none."""
        stages = vocabulary.stages()
        return max(
            (one for one in self.steps if one >= stages.milestone.least and one != stages.ongoing.step), default=None
        )

    @property
    def wanted(self) -> int | None:
        """The first step that is still wanted; pushing on alone counts as a step under way."""
        visible = [step for step in self.steps if step >= vocabulary.stages().milestone.least]
        return min(visible) if visible else vocabulary.stages().ongoing.step if self.ongoing else None

    @property
    def key(self) -> str:
        """The name without what may be said or left out behind it."""
        return _trailing().sub("", bare(self.name))


@cache
def _longest(*tables: str) -> str:
    """Give an alternation of the words of these tables of vocabulary/stages.toml, the longest first."""
    stages, names = vocabulary.stages(), vocabulary.names()
    tables_by_name = {
        "steps": stages.steps,
        "ongoing": stages.ongoing.words,
        "lead": stages.lead.words | names.predicates | names.openers,
        "heads": stages.object.heads,
        "generic": stages.object.generic,
        "trailing": stages.object.trailing,
    }
    return any_of(word for table in tables for word in tables_by_name[table])


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
def _heads() -> re.Pattern[str]:
    return re.compile(_longest("heads"))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?:{_longest('heads')})$")


@cache
def common_words() -> re.Pattern[str]:
    """Compile all the words that any project could be called by."""
    return re.compile(_longest("generic", "heads", "lead"))


def _is_named(name: str) -> bool:
    """Whether a rare word is left of the name when all that any project could be called is taken away.

    Rare is what stands in fewer than 100 of the sentences that the statistics of alignment were drawn from.
    """
    told = vocabulary.stages().object
    if not _head().search(name) or name.startswith(told.never_first):
        return False
    if any(word in name for word in told.inside):
        return False
    own = words(common_words().sub("\n", name))
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


def steps(said: str) -> tuple[int, ...]:
    """Tell the steps that some words name, first to last; in 通航工程 and its like, the word is part of a name."""
    return tuple(
        sorted({step for word, step in vocabulary.stages().steps.items() if word in said.replace(f"{word}工程", "")})
    )


def _shared(pieces: list[str]) -> list[tuple[int, ...]]:
    """Give each member of a list its steps: its own, else those of the next that has any, else of the last before.

    `A、B建成投用` wants both in use, `开工建设A、B` both begun.
    """
    own = [steps(piece) for piece in pieces]
    return [
        next((one for one in own[place:] if one), next((one for one in reversed(own[:place]) if one), ()))
        for place in range(len(own))
    ]


def _in_stretch(reading: Reading, stretch: Span) -> Iterator[Task]:
    said = reading.said(stretch)
    if not _heads().search(said) or any(word in said for word in vocabulary.stages().object.negative):
        return
    pieces = _PIECE.split(said)
    ongoing = any(word in said for word in vocabulary.stages().ongoing.words)
    for piece, wanted in zip(pieces, _shared(pieces), strict=True):
        name = _name(piece)
        if _is_named(name):
            yield Task(name, stretch, wanted, ongoing)


def tasks(reading: Reading) -> list[Task]:
    """Find the named projects of a plan, the first mention of each; beside a number, an indicator is spoken of."""
    numbers = [one.start for one in reading.report.observations]
    found: dict[str, Task] = {}
    for sentence in reading.report.sentences:
        if sentence.part != "plan":
            continue
        for stretch in reading.stretches_of(sentence.span):
            if bisect_left(numbers, stretch.start) == bisect_left(numbers, stretch.end):
                for task in _in_stretch(reading, stretch):
                    found.setdefault(task.key, task)
    return list(found.values())
