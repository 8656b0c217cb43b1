"""Titles that a plan sets out to win (国家卫生城市), and sets out to win again: rolled over, as a project is."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongbi import vocabulary
from tongbi.change.finding import Finding
from tongbi.change.reading import Reading, bare
from tongbi.model import PartKind, Span
from tongbi.text import any_of

_PIECE = re.compile(r"[、和及与]")
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Honour:
    """A title that a plan means to win: its name, for whom (empty: the whole place), and the step, as worded."""

    name: str
    bearer: str
    said: Span
    step: int
    word: str


@cache
def _striving() -> re.Pattern[str]:
    return re.compile(rf"^(?P<bearer>.*?)(?P<word>{any_of(vocabulary.stages().honours.steps)})(?P<rest>.+)$")


@cache
def _title() -> re.Pattern[str]:
    told = vocabulary.stages().honours
    return re.compile(
        rf"^.{{0,8}}?(?P<name>(?:{any_of(told.levels)}).*(?:{any_of(told.heads)}))(?:建设|工作|称号|资格)?$"
    )


@cache
def _leading() -> re.Pattern[str]:
    stages = vocabulary.stages()
    return re.compile(rf"(?:{any_of(stages.lead.words | stages.ongoing.words | frozenset(stages.honours.aims))})+")


def _in_stretch(reading: Reading, stretch: Span) -> Iterator[Honour]:
    told = vocabulary.stages().honours
    striving = _striving().match(bare(reading.said(stretch)))
    if not striving:
        return
    step = told.steps[striving["word"]]
    if step < told.promise and any(aim in striving["bearer"] for aim in told.aims):
        step = told.promise
    bearer = _leading().sub("", striving["bearer"])
    for piece in _PIECE.split(striving["rest"]):
        title = _title().match(piece)
        if title and len(title["name"]) >= _SHORTEST:
            yield Honour(title["name"], bearer, stretch, step, striving["word"])


def _stretches(reading: Reading, *parts: PartKind) -> Iterator[Span]:
    """Give the stretches of these parts; beside a number in the plan, an indicator is spoken of."""
    numbers = [one.start for one in reading.report.observations if one.role == "target"]
    for sentence in reading.report.sentences:
        if sentence.part in parts:
            for stretch in reading.stretches_of(sentence.span):
                if bisect_left(numbers, stretch.start) == bisect_left(numbers, stretch.end):
                    yield stretch


def _honours(reading: Reading) -> list[Honour]:
    """Find the titles of a plan, the first mention of each."""
    found: dict[tuple[str, str], Honour] = {}
    for stretch in _stretches(reading, "plan"):
        for honour in _in_stretch(reading, stretch):
            found.setdefault((honour.name, honour.bearer), honour)
    return list(found.values())


def _won(honour: Honour, reading: Reading) -> bool:
    """Whether the later review says of the title what is said of one that was won."""
    gained = vocabulary.stages().honours.gained
    for stretch in _stretches(reading, "opening", "review"):
        said = bare(reading.said(stretch))
        if honour.name in said and any(word in said for word in gained):
            return True
    return False


def honour_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Titles that were to be won, were not said to be, and are striven for again."""
    again = {(honour.name, honour.bearer): honour for honour in _honours(after)}
    for honour in _honours(before):
        renewed = again.get((honour.name, honour.bearer))
        if honour.step < vocabulary.stages().honours.promise or not renewed or _won(honour, after):
            continue
        yield Finding(
            "task_rolled_over",
            "task",
            f"{honour.bearer}{honour.name}",
            before.said(honour.said),
            after.said(renewed.said),
            before.evidence(honour.said),
            after.evidence(renewed.said),
            f"honour:{honour.word}:{renewed.word}",
            0.5,
        )
