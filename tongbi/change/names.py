"""Names of indicators as the other report would say them: shortened, compared, recognised as one."""

from collections.abc import Mapping
from functools import cache, lru_cache

from tongbi.identity import likeness, normal_name, take_apart
from tongbi.vocabulary import load


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(sorted(load("spellings")["verbs"]["words"], key=lambda word: (-len(word), word)))


@lru_cache(maxsize=10_000)
def short_name(name: str) -> str:
    """Give a name in its common form without the verbs before it, as another sentence would say it again."""
    rest = normal_name(name)
    while lead := next((verb for verb in _verbs() if rest.startswith(verb) and len(rest) - len(verb) >= 2), ""):
        rest = rest[len(lead) :]
    return rest


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(one[piece] for piece in one.keys() & other.keys())
    return likeness(shared, sum(one.values()), sum(other.values())) if shared else 0.0


def resemblance(one: str, other: str) -> float:
    """Tell how alike two names are, 0..1: whole or without their verbs, whichever is more."""
    mine, theirs = take_apart(one), take_apart(other)
    return max(_alike(mine.full, theirs.full), _alike(mine.core, theirs.core))


def one_name(old: str, new: str) -> bool:
    """Tell whether two names differ in nothing but verbs, scope words or length."""
    mine, theirs = take_apart(old), take_apart(new)
    return mine.core == theirs.core or mine.common in theirs.common or theirs.common in mine.common
