"""Whether two names mean one indicator: a common form of names, and how alike two names are.

Names are compared by the characters and pairs of characters they share, each weighted by how rare it is in names of
indicators (frozen statistics, so that a comparison depends on nothing but its two reports). Word order counts little:
`改造老旧小区` and `老旧小区改造` are one indicator.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from tongbi import vocabulary
from tongbi.text import any_of, fold

_AND = re.compile("[、和与]|及(?!以上|以下)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?[万亿千百]*")


@cache
def _rewrites() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give a pattern of the ways of writing, longer ones first so that none is cut short, and their common forms."""
    common = vocabulary.spellings().rewrites
    longest_first = sorted(common, key=lambda written: (-len(written), written))
    return re.compile("|".join(map(re.escape, longest_first))), common


@cache
def _own_scope() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary.spellings().own.scope))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.spellings().verbs.words))


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary.spellings().scope.generic))


def unified(text: str) -> str:
    """Unify the ways of writing in a text, marks gone; offsets are lost."""
    pattern, common = _rewrites()
    return pattern.sub(lambda written: common[written[0]], fold(text))


@lru_cache(maxsize=10_000)
def normal_name(name: str) -> str:
    """Write a name in its common form: ways of writing unified, the government's own scope in front gone."""
    common = unified(name)
    for head, says_no_more in vocabulary.spellings().heads.items():
        if says_no_more.fullmatch(common):
            return head
    own = _own_scope().match(common)
    return common[own.end() :] if own and own.end() < len(common) else common


@cache
def _weights() -> tuple[dict[str, float], float]:
    table = vocabulary.name_weights()
    return {gram: float(weight) for weight, grams in table.weights.items() for gram in grams.split()}, table.rare


def grams(text: str) -> dict[str, float]:
    """Give the characters and pairs of characters of `text`, each with its weight (rare ones weigh more)."""
    weights, rare = _weights()
    pieces = {*text, *map("".join, pairwise(text))}
    return {piece: weights.get(piece, rare) for piece in pieces}


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart for comparison.

    `common` is its common form; `full` and `core` are the weighted pieces of that and of what remains without verbs.
    `kept` is how much of the weight remains without verbs, 0 for a name of nothing but verbs, whose core is all of it.
    `scopes` holds the word said of each kind of scope ("" for none), `kinds` the places of the kinds said in each group
    of them, `parts` those of the words that make it a part of something; `generic` is true where the name does not tell
    what is counted, `things` are those that a list counts together (`黄标车和老旧车`), without verbs and short words.
    `stage` is how far it has come (the first word of its list), `marks` the words that change the meaning where one
    side alone says them, `hard` those by which two numbers cannot be subtracted then. `begun` tells whether it was only
    begun, `increment` whether something new is counted, not what there is in all, `act` whether what was done is
    (`建成幼儿园`).
    """

    common: str
    full: Mapping[str, float]
    core: Mapping[str, float]
    kept: float
    numbers: frozenset[str]
    scopes: tuple[str, ...]
    kinds: tuple[frozenset[int], ...]
    parts: frozenset[int]
    generic: bool
    stage: str
    marks: frozenset[str]
    hard: frozenset[str]
    things: tuple[str, ...]
    begun: bool
    increment: bool
    act: bool


def _stage(common: str) -> str:
    """Give the first word of the furthest stage that a name speaks of (`开工建成`: 建成), "" where of none."""
    stages = vocabulary.spellings().scope.stages
    return next((words[0] for words in stages if any(word in common for word in words)), "")


def kinds_in(text: str) -> tuple[frozenset[int], ...]:
    """Give, for each group of kinds, the places of those that a text speaks of."""
    return tuple(
        frozenset(place for place, words in enumerate(group) if any(word in text for word in words))
        for group in vocabulary.spellings().scope.kinds
    )


@lru_cache(maxsize=10_000)
def take_apart(name: str) -> Name:
    """Take a name apart into what it can be compared by."""
    common = normal_name(name)
    stripped = _verbs().sub("", common)
    bare = len(stripped) < 2
    full = grams(common)
    core = full if bare else grams(stripped)
    scope = vocabulary.spellings().scope
    return Name(
        common=common,
        full=full,
        core=core,
        kept=0.0 if bare else sum(core.values()) / sum(full.values()),
        numbers=frozenset(_NUMBER.findall(common)),
        scopes=tuple(next((word for word in words if word in common), "") for words in scope.groups),
        kinds=kinds_in(common),
        parts=frozenset(place for place, words in enumerate(scope.parts) if words[0] in common),
        generic=len(_generic().sub("", stripped)) < 2,
        things=tuple(left for piece in _AND.split(name) if len(left := _verbs().sub("", unified(piece))) > 2),
        stage=_stage(common),
        marks=frozenset(word for word in scope.alone if word in common),
        hard=frozenset(word for word in scope.hard if word in common),
        begun=any(word in common for word in scope.begun),
        increment=any(word in common for word in scope.increment),
        act=any(word in common for word in scope.acts),
    )


def likeness(shared: float, one: float, other: float) -> float:
    """0.6 Dice + 0.4 containment, from the weight that two sets share and the weight of each."""
    return 0.6 * 2 * shared / (one + other) + 0.4 * shared / min(one, other)
