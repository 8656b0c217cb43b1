"""Reading a vocabulary: its TOML text becomes a value of the schema, or a fault is refused with its place."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from tongbi.declarations import parsed
from tongbi.errors import BadVocabulary
from tongbi.vocabulary.schema import Expressions, Vocabulary

V = TypeVar("V", bound=Vocabulary)

_TOLD = re.compile(r"(?P<fault>.*?)(?: - at (?:`key` in )?`\$\.?(?P<place>.*)`)?", re.DOTALL)
_FIELD = re.compile(r"Object (?P<fault>missing required|contains unknown) field `(?P<name>[^`]*)`")
_INDEX = re.compile(r"\[(\d+)\]")


class _Fault(ValueError):
    """What the schema's own types refuse: its code, the place within the field (`[3]`, or ""), and what was found."""

    def __init__(self, code: str, place: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.place, self.detail = code, place, detail


def vocabulary(text: str, kind: type[V], source: str) -> V:
    """Read a TOML text as a vocabulary of one kind; `source` is the name by which a fault is told.

    Raises `BadVocabulary` with the place, counted from 1 in a list (`before.ge[12]`), and what was found there:
    `not_toml`, `missing_field`, `unknown_field`, `wrong_type`, `empty_word`, `blank_at_end`, `word_twice`,
    `bad_expression`.
    """
    tables = parsed(text, source)
    for code, place, word in _words_at_fault(tables):
        raise BadVocabulary(code, source, place, _quoted(word))
    try:
        return msgspec.convert(tables, kind, dec_hook=_expressions)
    except msgspec.ValidationError as fault:
        raise _worded(fault, source) from fault


def _quoted(word: str) -> str:
    return f'"{word}"'


def _words_at_fault(value: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    """Find faults of single words: code, place and word. A text of nothing but blanks may be rewritten, or be put."""
    if isinstance(value, dict):
        for name, inner in value.items():
            within = f"{place}.{name}" if place else name
            yield from _word_at_fault(name, within)
            yield from _words_at_fault(inner, within)
    elif isinstance(value, list):
        seen: set[str] = set()
        for position, word in enumerate(value, start=1):
            within = f"{place}[{position}]"
            if not isinstance(word, str):
                yield from _words_at_fault(word, within)
                continue
            if not word.strip():
                yield "empty_word", within, word
            if word in seen:
                yield "word_twice", within, word
            seen.add(word)
            yield from _word_at_fault(word, within)
    elif isinstance(value, str):
        yield from _word_at_fault(value, place)


def _word_at_fault(word: str, place: str) -> Iterator[tuple[str, str, str]]:
    if word.strip() not in ("", word):
        yield "blank_at_end", place, word


def _expressions(kind: type[Any], found: Any) -> Any:
    """Compile what the schema says is one regular expression, or a list of them."""
    if not (isinstance(kind, type) and issubclass(kind, Expressions)):
        return _compiled(found, "")
    if not isinstance(found, list):
        raise _Fault("wrong_type", "", f"Expected `array`, got `{type(found).__name__}`")
    try:
        return kind(found)
    except (re.error, TypeError) as fault:
        for position, entry in enumerate(found, start=1):
            _compiled(entry, f"[{position}]")
        raise _Fault("bad_expression", "", f"{_quoted('|'.join(found))}: {fault}") from fault


def _compiled(entry: Any, place: str) -> re.Pattern[str]:
    if not isinstance(entry, str):
        raise _Fault("wrong_type", place, f"Expected `str`, got `{type(entry).__name__}`")
    try:
        return re.compile(entry)
    except re.error as fault:
        raise _Fault("bad_expression", place, f"{_quoted(entry)}: {fault}") from fault


def _worded(fault: msgspec.ValidationError, source: str) -> BadVocabulary:
    told = _TOLD.fullmatch(str(fault))
    wrong, place = (told["fault"], told["place"] or "") if told else (str(fault), "")
    place = _INDEX.sub(lambda index: f"[{int(index[1]) + 1}]", place)
    if isinstance(own := fault.__cause__, _Fault):
        return BadVocabulary(own.code, source, place + own.place, own.detail)
    if field := _FIELD.match(wrong):
        code = "missing_field" if field["fault"] == "missing required" else "unknown_field"
        return BadVocabulary(code, source, f"{place}.{field['name']}".removeprefix("."), field["name"])
    return BadVocabulary("wrong_type", source, place, wrong)
