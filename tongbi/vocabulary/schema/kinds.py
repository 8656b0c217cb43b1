"""What a vocabulary is made of: words, regular expressions, tables of them."""

import re
from collections.abc import Sequence
from typing import Annotated

from msgspec import Meta, Struct

Written = Annotated[str, Meta(min_length=1)]
"""A text that cannot be left empty."""


Words = frozenset[str]
"""Plain words whose order says nothing."""


InOrder = tuple[str, ...]
"""Plain words in their order."""


Expression = re.Pattern[str]
"""One regular expression."""


class Expressions:
    """Regular expressions of which any one may match; `match` and `search` are those of their alternation."""

    __slots__ = ("alternation", "match", "pattern", "search")
    _form = "(?:{})"

    def __init__(self, entries: Sequence[str]) -> None:
        """Raises `re.error` where the entries make no regular expression together."""
        self.alternation = "|".join(entries)
        self.pattern = re.compile(self._form.format(self.alternation))
        self.match, self.search = self.pattern.match, self.pattern.search


class AtEnd(Expressions):
    """Regular expressions of which any one may match the end of a phrase."""

    __slots__ = ()
    _form = "(?:{})$"


class Vocabulary(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A file, or a table of one: every field has its key there, and every key its field."""


class Plain(Vocabulary, frozen=True):
    """A table that holds nothing but plain words."""

    words: Words


class ExpressionsAlone(Vocabulary, frozen=True):
    """A table that holds nothing but regular expressions."""

    words: Expressions
