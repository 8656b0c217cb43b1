"""Word lists as regular expressions, and the cutting of what they match from the ends of a phrase."""

import re
from collections.abc import Iterable
from functools import cache

from tongbi.vocabulary import load


def any_of(words: Iterable[str]) -> str:
    """Write an alternation of the words, longest first, so that no word hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@cache
def leading(vocabulary: str, *lists: str) -> re.Pattern[str]:
    """Match one word of the lists at the start of a phrase."""
    return re.compile(rf"(?:{any_of(_words(vocabulary, lists))})")


@cache
def trailing(vocabulary: str, *lists: str) -> re.Pattern[str]:
    """Match one word of the lists at the end of a phrase."""
    return re.compile(rf"(?:{any_of(_words(vocabulary, lists))})$")


@cache
def word_set(vocabulary: str, *lists: str) -> frozenset[str]:
    """Give the words of the lists as a set."""
    return frozenset(_words(vocabulary, lists))


def _words(vocabulary: str, lists: tuple[str, ...]) -> list[str]:
    content = load(vocabulary)
    found: list[str] = []
    for path in lists:
        inner = content
        for key in path.split("."):
            inner = inner[key]
        found += inner
    return found


def ending(phrase: str, words: frozenset[str], longest: int = 10) -> str:
    """Give the longest of the words that `phrase` ends with, or ""."""
    for length in range(min(longest, len(phrase)), 0, -1):
        if phrase[-length:] in words:
            return phrase[-length:]
    return ""


def beginning(phrase: str, words: frozenset[str], longest: int = 10) -> str:
    """Give the longest of the words that `phrase` starts with, or ""."""
    for length in range(min(longest, len(phrase)), 0, -1):
        if phrase[:length] in words:
            return phrase[:length]
    return ""
