"""Vocabularies of words themselves: what the segmenter must not cut, and set phrases."""

from tongbi.vocabulary.schema.kinds import InOrder, Vocabulary, Words


class QuotedLength(Vocabulary, frozen=True):
    """set_phrases.toml, `quoted`: in characters."""

    shortest: int
    longest: int


class Repeated(Vocabulary, frozen=True):
    """set_phrases.toml, `unquoted`: in characters; `most` of a government, `times` in one report, `open_share` to 1."""

    shortest: int
    longest: int
    most: int
    times: int
    open_share: float


class Turns(Vocabulary, frozen=True):
    """set_phrases.toml, `turns`: how many times as often as before at its height; `times` make a difference."""

    spreading: float
    fading: float
    times: int


class SetPhrases(Vocabulary, frozen=True):
    """set_phrases.toml: what makes a set phrase. All plain words; tags are those of the segmenter's dictionary."""

    keyness: float
    most_reports: float
    explained: float
    explained_by_verb: float
    measured_share: float
    function_tags: InOrder
    """Tags, or how they begin: a phrase begins and ends beside such words, and never with one."""
    verb_tags: Words
    """Tags: verbs; a phrase begins behind them too."""
    verbal_nouns: Words
    """Tags: those of them before which none ends."""
    inner_tags: Words
    """Tags: words that no phrase without quotation marks holds."""
    word_tags: InOrder
    """Tags, or how they begin: words that may be a phrase alone."""
    noun_tags: InOrder
    """Tags, or how they begin: words of which a phrase with common verbs must hold one."""
    rare_verb: float
    """The natural logarithm of how many sentences there are to one that holds the verb."""
    manner: Words
    """Say how: no phrase begins with one, but behind one."""
    never_first: Words
    """No phrase begins with one, nor behind one."""
    tails: Words
    """Nouns before which a phrase ends though they may follow it."""
    never_last: Words
    never_inside: Words
    beginnings: InOrder
    """How no phrase begins."""
    endings: InOrder
    """How no phrase ends, with quotation marks or without."""
    no_phrases: Words
    quoted: QuotedLength
    unquoted: Repeated
    turns: Turns


class Numbers(Vocabulary, frozen=True):
    """words.toml: what makes one word of a number. All plain words."""

    dates: Words
    full_width: Words
    not_units: Words
    """Begin like a unit and are none."""
