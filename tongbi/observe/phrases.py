"""Word lists at the ends of a phrase: which word it begins or ends with, the longest first."""

from functools import cache


@cache
def _lengths(vocabulary: frozenset[str], place: int) -> dict[str, tuple[int, ...]]:
    """Give the lengths of the words by their character at `place` (0 or -1), the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in vocabulary:
        lengths.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


def ending(phrase: str, vocabulary: frozenset[str]) -> str:
    """Give the longest of the words that `phrase` ends with, or ""."""
    for length in _lengths(vocabulary, -1).get(phrase[-1:], ()):
        if phrase[-length:] in vocabulary:
            return phrase[-length:]
    return ""


def beginning(phrase: str, vocabulary: frozenset[str]) -> str:
    """Give the longest of the words that `phrase` starts with, or ""."""
    for length in _lengths(vocabulary, 0).get(phrase[:1], ()):
        if phrase[:length] in vocabulary:
            return phrase[:length]
    return ""
