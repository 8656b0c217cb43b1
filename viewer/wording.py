"""The words on screen. They stand in wording/*.toml, one file a language; no page holds a word of its own."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "wording"
LANGUAGES = ("zh", "en")
BLANKS = 4


@dataclass(frozen=True)
class Words:
    """The phrases of one language, by dotted name."""

    language: str
    phrases: Mapping[str, str]

    def __call__(self, name: str, **values: object) -> str:
        """The phrase `name` with its blanks filled in, as plain text (not escaped). KeyError where there is none."""
        return self.phrases[name].format(**values)

    def filled(self, name: str, values: Sequence[str]) -> str:
        """The phrase `name`, its numbered blanks filled in; one for which there is no value stays empty."""
        return self.phrases[name].format(*values, *("" for _ in range(BLANKS - len(values))))

    def has(self, name: str) -> bool:
        """Whether there is a phrase of that name."""
        return name in self.phrases


@cache
def words(language: str = "") -> Words:
    """The words of a language; Chinese where the language is not known."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    tables = tomllib.loads((FOLDER / f"{chosen}.toml").read_text(encoding="utf-8"))
    return Words(chosen, dict(_flat(tables)))


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", str(value)
