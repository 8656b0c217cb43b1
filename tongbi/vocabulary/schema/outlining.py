"""The vocabulary of a report's outline."""

from tongbi.vocabulary.schema.kinds import Expression, Expressions, InOrder, Vocabulary, Words


class PartHeadings(Vocabulary, frozen=True):
    """outline.toml, `part`: which part a heading names."""

    review: InOrder
    """Plain words of a look back."""
    plan: InOrder
    """Plain words of what is to be done."""
    review_phrases: InOrder
    """Plain words of a look back that hold a word of plan."""
    plan_phrases: InOrder
    """Plain words of what is to be done that hold a word of review."""
    either: Words
    """Plain words of plan that a heading of a review may hold."""
    standing: InOrder
    """Plain words of a line without a number that heads a part."""
    strong: Expression
    """A regular expression of headings that name a whole part."""
    hinge: Expressions
    """Regular expressions of paragraphs at which a report turns to what is to be done."""


class Heading(Vocabulary, frozen=True):
    """outline.toml, `heading`: what is a heading, and where it ends. All regular expressions."""

    glued: Expression
    no_heading: Expressions
    no_lead: Expressions
    introduces: Expressions


class Title(Vocabulary, frozen=True):
    """outline.toml, `title`: the opening of a report."""

    formula: Expression
    """A regular expression of the sentence that gives the report to the congress."""
    formula_end: Expression
    """A regular expression of the words that end it."""
    office: InOrder
    """Plain words: offices of those who speak."""
    abridged: InOrder
    """Plain words: say that the text was cut."""


class Year(Vocabulary, frozen=True):
    """outline.toml, `year`: of which year a report is. All regular expressions."""

    looks_back: Expression
    looks_ahead: Expression
    says_planned: Expression


class Closing(Vocabulary, frozen=True):
    """outline.toml, `closing`."""

    appeal: InOrder
    """Plain words of the last appeal."""


class Genre(Vocabulary, frozen=True):
    """outline.toml, `genre`: what a work report is, and what it is not."""

    signs: tuple[Expression, ...]
    """Regular expressions, each a sign of its own."""
    reported: Expression
    """A regular expression of what a newspaper's summary says."""


class Glossary(Vocabulary, frozen=True):
    """outline.toml, `glossary`: where terms are defined, and how. All regular expressions."""

    title: Expression
    annex: Expression
    number: Expression
    definer: Expression
    bare_definer: Expression
    note: Expression


class Outline(Vocabulary, frozen=True):
    """outline.toml: parts, headings, title, year and glossary of a report, all as folded text."""

    part: PartHeadings
    leaning: dict[str, float]
    """Plain word: how far it looks ahead (above 0) or back (below 0)."""
    heading: Heading
    title: Title
    year: Year
    closing: Closing
    genre: Genre
    glossary: Glossary
