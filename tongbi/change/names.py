"""Names of indicators as the other report would say them: shortened, compared, recognised as one."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tongbi import vocabulary
from tongbi.change.reading import bare
from tongbi.identity import likeness, normal_name, take_apart

_LONG = 5


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(sorted(vocabulary.spellings().verbs.words, key=lambda word: (-len(word), word)))


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


def _surface(name: str) -> str:
    """Give the name as written, without marks and without verbs and counting words anywhere."""
    written = bare(name)
    rest = re.sub("|".join(_verbs()), "", written)
    return rest if len(rest) > 1 else written


def _within(short: str, long: str) -> bool:
    """Tell whether one name has no letter that the other lacks (高企 and 高新技术企业), but for one in a long name."""
    lacking = set(short) - set(long)
    return len(lacking) <= (len(short) >= _LONG)


def one_name(old: str, new: str) -> bool:
    """Tell whether two names, as written, differ in nothing but verbs, counting words, order, or being spelled out."""
    one, other = _surface(old), _surface(new)
    return _within(one, other) or _within(other, one)


@cache
def _list_marks() -> re.Pattern[str]:
    return re.compile("[、和及]")


def of_a_list(one: str, other: str) -> bool:
    """Tell whether one name lists several things and the other is of fewer (`研究院、研发中心`, then `研究院`)."""
    return len(_list_marks().findall(one)) != len(_list_marks().findall(other))


def one_thing(old: str, new: str) -> bool:
    """Tell whether two names count the same kind of thing: known as one, or with the same last two letters."""
    if normal_name(old) == normal_name(new):
        return True
    one, other = (re.sub("|".join(_verbs()), "", normal_name(name)) for name in (old, new))
    return len(one) > 1 and one[-2:] == other[-2:]
