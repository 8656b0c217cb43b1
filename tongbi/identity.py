"""Whether two names mean one indicator: a common form of names."""

from functools import cache

from tongbi.text import fold
from tongbi.vocabulary import load


@cache
def _rewrites() -> tuple[tuple[str, str], ...]:
    """Longer ways of writing first, so that none is cut by a shorter one."""
    pairs = load("spellings")["rewrites"].items()
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def normal_name(name: str) -> str:
    """The name in its common form: marks and the government's own scope gone, ways of writing unified."""
    folded = fold(name)
    for written, common in _rewrites():
        folded = folded.replace(written, common)
    return folded
