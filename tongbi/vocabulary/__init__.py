"""Word lists that rules are made of, as TOML beside this file, so that a reader of reports can add a word.

One function a file, which reads it when it is first asked for; `schema` says what is in it, `checks` what is refused.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TypeVar

from tongbi.vocabulary import schema
from tongbi.vocabulary.checks import vocabulary

V = TypeVar("V", bound=schema.Vocabulary)


def _of(name: str, kind: type[V]) -> Callable[[], V]:
    """Give the function that reads `name`.toml, once."""

    def read() -> V:
        text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        return vocabulary(text, kind, f"tongbi/vocabulary/{name}.toml")

    return cache(read)


admissions = _of("admissions", schema.Admissions)
bases = _of("bases", schema.Bases)
bounds = _of("bounds", schema.Bounds)
change = _of("change", schema.Change)
commitment = _of("commitment", schema.Commitment)
indicators = _of("indicators", schema.Indicators)
measures = _of("measures", schema.Measures)
modality = _of("modality", schema.Modality)
name_weights = _of("name_weights", schema.NameWeights)
names = _of("names", schema.Names)
outline = _of("outline", schema.Outline)
owners = _of("owners", schema.Owners)
periods = _of("periods", schema.Periods)
qualitative = _of("qualitative", schema.Qualitative)
ranks = _of("ranks", schema.Ranks)
set_phrases = _of("set_phrases", schema.SetPhrases)
spellings = _of("spellings", schema.Spellings)
stages = _of("stages", schema.Stages)
standing = _of("standing", schema.Standing)
traps = _of("traps", schema.Traps)
topics = _of("topics", schema.OfTopics)
units = _of("units", schema.Units)
verdicts = _of("verdicts", schema.Verdicts)
words = _of("words", schema.Numbers)
