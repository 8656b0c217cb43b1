"""Word lists at the ends of a phrase: which word it begins or ends with, the longest first."""

_Lengths = dict[str, tuple[int, ...]]
"""The lengths of the words of a list by their first or last character, the longest first."""
# Asked some hundred times for each number of a report: a dict is found faster than the value of a cached function.
_BY_FIRST: dict[frozenset[str], _Lengths] = {}
_BY_LAST: dict[frozenset[str], _Lengths] = {}


def _lengths(vocabulary: frozenset[str], place: int) -> _Lengths:
    lengths: dict[str, set[int]] = {}
    for word in vocabulary:
        lengths.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


def ending(phrase: str, vocabulary: frozenset[str]) -> str:
    """Give the longest of the words that `phrase` ends with, or ""."""
    by_last = _BY_LAST.get(vocabulary)
    if by_last is None:
        by_last = _BY_LAST[vocabulary] = _lengths(vocabulary, -1)
    for length in by_last.get(phrase[-1:], ()):
        if (word := phrase[-length:]) in vocabulary:
            return word
    return ""


def beginning(phrase: str, vocabulary: frozenset[str]) -> str:
    """Give the longest of the words that `phrase` starts with, or ""."""
    by_first = _BY_FIRST.get(vocabulary)
    if by_first is None:
        by_first = _BY_FIRST[vocabulary] = _lengths(vocabulary, 0)
    for length in by_first.get(phrase[:1], ()):
        if (word := phrase[:length]) in vocabulary:
            return word
    return ""
