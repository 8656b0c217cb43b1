"""Vocabularies of what is told as a change: problems, aims, commitments, tasks and their stages, ranking."""

from collections.abc import Mapping
from functools import cached_property

from tongbi.model import ChangeKind
from tongbi.vocabulary.schema.kinds import Expression, Expressions, ExpressionsAlone, InOrder, Plain, Vocabulary, Words


class Opening(Vocabulary, frozen=True):
    """admissions.toml, `opening`: the sentence that begins the problems. All regular expressions of its first words."""

    reach: int
    """How many characters are its first words."""
    trouble: Expressions
    aware: Expressions
    general: Expressions
    plainly: Expressions


class AdmissionLimits(Vocabulary, frozen=True):
    """admissions.toml, `limits`: how many admissions make a passage, how many are told, lengths in characters."""

    least: int
    share: float
    most: int
    passage: int
    balance: float
    breadth: int
    shortest: int
    longest: int
    likeness: float


class BroadWords(Vocabulary, frozen=True):
    """admissions.toml, one `[[broad]]`: regular expressions, and the subjects that they may speak of."""

    words: Expressions
    covers: InOrder


class Admissions(Vocabulary, frozen=True):
    """admissions.toml: the problems that a report admits. Regular expressions."""

    opening: Opening
    turn: ExpressionsAlone
    """What ends the passage."""
    limits: AdmissionLimits
    cues: ExpressionsAlone
    """What makes a stretch of words an admission."""
    lead: ExpressionsAlone
    """What goes before one and is no part of it."""
    aside: ExpressionsAlone
    """What only tells where a problem comes from, or what is done about it."""
    fragment: ExpressionsAlone
    """What begins one whose own subject stands before it."""
    subjects: dict[str, Expressions]
    """Subject: the words that name it."""
    broad: tuple[BroadWords, ...]


class Ranking(Vocabulary, frozen=True):
    """change.toml, `ranking`: how the changes of a kind are spread."""

    tail: float
    spread: float
    wide: dict[ChangeKind, float]


class Reach(Vocabulary, frozen=True):
    """change.toml, `reach`: in characters."""

    number: int
    sibling: int
    peers: int


class Doubt(Vocabulary, frozen=True):
    """change.toml, `doubt`: when nothing is said. `shortest` in characters, the likenesses from 0 to 1."""

    shortest: int
    likeness: float
    likeness_of_like_amounts: float
    ratio: float
    done: Expressions
    """In front of a number: it tells of what is done, or of what comes of it."""
    given: Expressions
    """Names of what no plan decides."""
    several_years: Expressions
    """In front of a number: one year's result does not answer it."""


class Consistency(Vocabulary, frozen=True):
    """change.toml, `consistency`: which amounts of two reports are laid against a growth."""

    slack: float
    """Points that a growth may be off beyond rounding."""
    ratio: float
    """How many times larger one of two amounts of one year may be, to be of one thing."""
    money: InOrder
    """Plain words: ends of units in which growth may be at other prices than the amounts."""


class Streak(Vocabulary, frozen=True):
    """change.toml, `streak`: what goes on year by year. The likenesses from 0 to 1, `least` in years."""

    yearly: Words
    """Plain words: units that one more year adds one to."""
    likeness: float
    doubt: float
    least: int
    given: Expressions
    """Regular expressions: what was arranged for so many years, and ends with them."""


class Vague(Vocabulary, frozen=True):
    """change.toml, `vague`."""

    names: Words
    """Plain words: names that say of nothing in particular what it is."""
    words: Words
    """Plain words: a name of nothing but them says who pays, not what for."""


class Allotted(Vocabulary, frozen=True):
    """change.toml, `allotted`: regular expressions for names of what is settled by deciding it."""

    names: Expressions


class Stance(Vocabulary, frozen=True):
    """change.toml, `stance`: which way a policy is set."""

    policies: InOrder
    words: Words
    """Plain words: what is said of a policy."""
    between: Expression
    """A regular expression of what may stand between the word and the policy."""


class Slogan(Vocabulary, frozen=True):
    """change.toml, `slogan`: how many characters and how many times make a set phrase."""

    shortest: int
    times: int


class Aims(Vocabulary, frozen=True):
    """change.toml, `aims`: the year's general requirement."""

    most: int
    """How many watchwords of a kind are told."""
    heads: Expressions
    marks: Expressions
    watchwords: dict[str, InOrder]
    """Plain word: its other spellings."""


class Peers(Vocabulary, frozen=True):
    """change.toml, `rank.peers`."""

    narrow: Words
    """Plain words: among fewer of an area."""


class Rank(Vocabulary, frozen=True):
    """change.toml, `rank`: among whom a place is."""

    verbs: Words
    """Plain words: in front of those it is among."""
    area: dict[str, float]
    """Plain word: how wide the area is."""
    peers: Peers


class Told(Vocabulary, frozen=True):
    """change.toml, `undisclosed`: what one report by itself shows that it tells less of."""

    peers: int
    """How many indicators of the paragraph have an amount and a growth."""
    likeness: float
    """From 0 to 1: a name so much like one that is told with a number is not told in words only."""
    seldom: InOrder
    """Plain words: names that begin with one are seldom told with a growth."""
    leads: Expressions
    """Regular expressions: may stand between a name and the words in place of its number."""


class Routine(Vocabulary, frozen=True):
    """change.toml, `routine`: what comes and goes without being a change."""

    patterns: Expressions
    """Regular expressions: years, numbers of sessions and the like."""
    formulas: tuple[Expression, ...]
    """Regular expressions, each for a formula, to be found in a sentence without blanks and quotation marks."""
    frames: Expressions
    """Regular expressions: words of headings that only say where in the report one is."""
    headings: Expressions
    """Regular expressions: words that any two headings may share."""
    gloss: InOrder
    """Plain words: a definition with or without them says the same."""
    phrases: Words
    """Plain words: set phrases that are said everywhere every year."""


class Change(Vocabulary, frozen=True):
    """change.toml: which changes are told first, and what is no change."""

    ranking: Ranking
    headline: dict[ChangeKind, float]
    """Kind of change: its weight from 0 to 1, for the main targets."""
    task: dict[ChangeKind, float]
    """The same for tasks and projects."""
    text: dict[ChangeKind, float]
    """The same for sections, terms and phrases."""
    reach: Reach
    doubt: Doubt
    consistency: Consistency
    streak: Streak
    vague: Vague
    allotted: Allotted
    stance: Stance
    slogan: Slogan
    aims: Aims
    rank: Rank
    undisclosed: Told
    qualitative: Plain
    """Plain words: said in place of a number."""
    routine: Routine

    @cached_property
    def bands(self) -> Mapping[str, Mapping[ChangeKind, float]]:
        """The weights of each band."""
        return {"headline": self.headline, "task": self.task, "text": self.text}


class BoundFirmness(Vocabulary, frozen=True):
    """commitment.toml, `bounds`: the lower, the softer."""

    approx: int
    eq: int
    ge: int
    le: int

    def of(self, bound: str) -> int:
        """How firm a bound is; a bound that is not listed is as firm as none (`eq`)."""
        return {"approx": self.approx, "ge": self.ge, "le": self.le}.get(bound, self.eq)


class ModalFirmness(Vocabulary, frozen=True):
    """commitment.toml, `modal`: the lower, the softer; `plain` for a word that is not listed."""

    plain: int
    words: dict[str, int]

    def of(self, word: str) -> int:
        """How firm a modal word is."""
        return self.words.get(word, self.plain)


class Phrase(Vocabulary, frozen=True):
    """commitment.toml, `phrase`: plain words that are quoted with a number."""

    before: Words
    growth: InOrder
    after: Words


class Threshold(Vocabulary, frozen=True):
    """commitment.toml, `threshold`: how grave a thing is that shall not happen. All plain words."""

    events: InOrder
    """What shall not happen."""
    kinds: InOrder
    """Of which kind it is; an event of none of these is of any."""
    severity: dict[str, int]
    """How grave: the lower, the more is ruled out."""
    vows: dict[str, int]
    """Words that rule it out: the lower, the softer."""


class Commitment(Vocabulary, frozen=True):
    """commitment.toml: how firmly a target is set."""

    bounds: BoundFirmness
    modal: ModalFirmness
    phrase: Phrase
    threshold: Threshold
    levels: dict[str, int]
    """Plain word: the level of a government that grants an honour, the higher the harder to come by."""


class Ongoing(Vocabulary, frozen=True):
    """stages.toml, `ongoing`."""

    words: Words
    """Plain words: something goes on, to no end that is named."""
    step: int
    """The stage that this is."""


class Milestone(Vocabulary, frozen=True):
    """stages.toml, `milestone`: the first stage that counts as a promise."""

    least: int


class ProjectNames(Vocabulary, frozen=True):
    """stages.toml, `object`: what the name of a project is made of. All plain words."""

    negative: Words
    """What is forbidden or done away with."""
    inside: Words
    """In no name."""
    never_first: InOrder
    """At the start of no name."""
    trailing: Words
    """Behind a name."""
    heads: InOrder
    """A name ends with one of them."""
    generic: Words
    """Name no one project."""


class Honours(Vocabulary, frozen=True):
    """stages.toml, `honours`: titles that are striven for. All plain words."""

    promise: int
    """The first step that counts as a promise."""
    levels: InOrder
    """In a title: who grants it."""
    heads: InOrder
    """A title ends with one of them."""
    aims: InOrder
    """With one of these, a lower step is a promise too."""
    gained: InOrder
    """Said of a title that was won."""
    steps: dict[str, int]
    """How far it has come, the later the higher."""


class Stages(Vocabulary, frozen=True):
    """stages.toml: how far a project has come."""

    steps: dict[str, int]
    """Plain word: its stage, the later the higher."""
    ongoing: Ongoing
    milestone: Milestone
    object: ProjectNames
    honours: Honours
    lead: Plain
    """Plain words: in front of a project's name."""
