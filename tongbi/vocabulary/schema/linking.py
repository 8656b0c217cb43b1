"""Vocabularies of which indicator is which: units, spellings, the seed register, weights of names, verdicts."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from tongbi.vocabulary.schema.kinds import Expression, InOrder, Plain, Vocabulary, Words, Written


class Counters(Vocabulary, frozen=True):
    """bases.toml, `counters`."""

    generic: Words
    """Plain words: counters that count the same thing where the names agree."""


class Bases(Vocabulary, frozen=True):
    """bases.toml: which units can be subtracted from each other."""

    whole: InOrder
    """Plain words: units that begin with a magnitude's sign and are none of its multiples."""
    scaled: dict[str, tuple[str, Decimal]]
    """Unit: its base unit, and how many of those it is."""
    same: dict[str, str]
    """Unit: another way of writing that it is read as."""
    counters: Counters


class Note(Vocabulary, frozen=True):
    """indicators.toml, one of `notes`: the indicator is counted otherwise from a year on."""

    since: Annotated[int, Meta(ge=1949, le=2100)]
    """The first year of which the new numbers are."""
    note: Written
    """What changed."""
    breaks: Literal["level", "growth", "both"]
    """Which numbers must not be laid against those before."""


class Indicator(Vocabulary, frozen=True):
    """indicators.toml, one `[[indicators]]`: the top of the file tells its fields; those with a value may lack."""

    id: Written
    name: Written
    aliases: tuple[Written, ...]
    """Plain words: other names of it."""
    unit: str
    better: Literal["more", "less", "band"]
    units: tuple[Written, ...] = ()
    """Other base units of its level."""
    prices: Literal["nominal", "constant", "real", "varies"] = "nominal"
    whole: str = ""
    notes: tuple[Note, ...] = ()
    additive: bool = False


class Indicators(Vocabulary, frozen=True):
    """indicators.toml: the seed of the register, or what a corpus adds to it."""

    indicators: tuple[Indicator, ...] = ()


class NameWeights(Vocabulary, frozen=True):
    """name_weights.toml: how common characters and pairs of them are in names; counted, not written by hand."""

    rare: float
    """The weight of those not listed."""
    weights: dict[str, str]
    """Weight: the characters and pairs that have it, with blanks between them."""


class Own(Vocabulary, frozen=True):
    """spellings.toml, `own`."""

    scope: InOrder
    """Plain words: the government's own scope, dropped at the start of a name."""


class Scope(Vocabulary, frozen=True):
    """spellings.toml, `scope`: names that differ in these are of different indicators. All plain words."""

    groups: tuple[InOrder, ...]
    """The words of a group exclude each other; the first that is found counts."""
    kinds: tuple[tuple[InOrder, ...], ...]
    """Groups of kinds, a kind being words that mean the same; names that say no kind in common are of two things."""
    stages: tuple[InOrder, ...]
    """How far something has come, the furthest first; words of one list mean the same."""
    increment: Words
    """What came about in the year."""
    acts: Words
    """What was done in the year: counted as what came about, though nothing says that it is new."""
    alone: Words
    """Said by one name only, they make it another."""
    parts: tuple[InOrder, ...]
    """A part of a whole, where neither the other name nor the sentences around it say a word of the same list."""
    generic: Words
    """They do not tell what is counted."""
    areas: Words
    """A clause begins with one and the number's name does not say it: it is of that area, not of the territory."""
    intents: Words
    """They may stand before it."""
    makings: Words
    """They do not stand behind it."""
    begun: Words
    """Only begun."""
    beginnings: Words
    """Of the other number: it is no more than begun either."""
    places: Words
    """A part of the territory."""
    hard: InOrder
    """Of these, those by which two numbers, though linked, cannot be subtracted from each other."""


class Spellings(Vocabulary, frozen=True):
    """spellings.toml: ways of writing the name of an indicator."""

    rewrites: dict[str, str]
    """Plain text: what it is rewritten as."""
    heads: dict[str, Expression]
    """A name: the names, in their common form, that say no more than it."""
    own: Own
    verbs: Plain
    """Plain words: say that it was done, or how it is counted."""
    scope: Scope


class Ceilings(Vocabulary, frozen=True, rename={"no_words": "except"}):
    """verdicts.toml, `ceilings`: indicators that are better the lower they are. All plain words."""

    words: InOrder
    no_words: InOrder
    """`except`: names that hold one of these are not."""


class Rule(Vocabulary, frozen=True):
    """verdicts.toml, one of `rules`: which targets it judges, and how. An empty list excludes none."""

    key: str
    measures: Words
    bounds: Words
    directions: Words
    ceilings: frozenset[Literal["promised", "open"]]
    """Whether the result must not pass the target."""
    test: Literal["at_least", "at_most", "near"]
    slack: bool
    """Whether `tolerance` is granted."""


class Reference(Vocabulary, frozen=True):
    """verdicts.toml, one of `references`: a target without a number of its own, and what it is held against."""

    key: str
    words: Expression
    """The whole of the target's words."""
    of: str
    """An id of the register: its growth; `same`: the indicator's own, in the report of the government `above`."""
    above: str
    value: Decimal
    """Held against this where `of` is empty."""
    test: Literal["more", "at_least", "at_most"]
    slack: Decimal
    """In points."""


class Verdicts(Vocabulary, frozen=True):
    """verdicts.toml: when a target is met."""

    tolerance: Decimal
    """The share by which a target given as 左右 may be missed."""
    rules: tuple[Rule, ...]
    """The first that fits judges."""
    references: tuple[Reference, ...]
    """The first that fits judges."""
    ceilings: Ceilings
