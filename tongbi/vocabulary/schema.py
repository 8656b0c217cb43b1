"""What each vocabulary holds: one frozen value per TOML file, one field per key.

`Words` and `InOrder` are plain words; `Expressions` and `AtEnd` are lists of regular expressions of which any one may
match, `Expression` is a single one. What a list is for, and examples of it, stand beside the words in the file itself.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Literal

from msgspec import Struct

from tongbi.model import ChangeKind

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


class ByBound(Vocabulary, frozen=True):
    """bounds.toml, `before` and `after`: plain words by the bound that they set."""

    ge: Words
    """At least."""
    le: Words
    """At most."""
    approx: Words
    """About."""

    @cached_property
    def kinds(self) -> tuple[tuple[Literal["ge", "le", "approx"], Words], ...]:
        """Each bound with its words, in the order in which they are tried."""
        return ("ge", self.ge), ("le", self.le), ("approx", self.approx)

    @cached_property
    def every(self) -> Words:
        """The words of every bound."""
        return self.ge | self.le | self.approx


class Bounds(Vocabulary, frozen=True):
    """bounds.toml: words that set a bound, in front of a number or behind it."""

    before: ByBound
    after: ByBound
    no_bounds: Words
    """Plain words that end like one and set none."""


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


class Vague(Vocabulary, frozen=True):
    """change.toml, `vague`."""

    names: Words
    """Plain words: names that say of nothing in particular what it is."""
    words: Words
    """Plain words: a name of nothing but them says who pays, not what for."""


class Allotted(Vocabulary, frozen=True):
    """change.toml, `allotted`: regular expressions for names of what is settled by deciding it."""

    names: Expressions


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


class Routine(Vocabulary, frozen=True):
    """change.toml, `routine`: what comes and goes without being a change."""

    patterns: Expressions
    """Regular expressions: years, numbers of sessions and the like."""
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
    vague: Vague
    allotted: Allotted
    slogan: Slogan
    aims: Aims
    rank: Rank
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


class Indicator(Vocabulary, frozen=True):
    """indicators.toml, one `[[indicators]]`: its fields are told at the top of the file."""

    id: str
    name: str
    aliases: InOrder
    """Plain words: other names of it."""
    unit: str
    better: Literal["more", "less", "band"]


class Indicators(Vocabulary, frozen=True):
    """indicators.toml: the seed of the register."""

    indicators: tuple[Indicator, ...]


class Measures(Vocabulary, frozen=True):
    """measures.toml: how a number measures. All plain words."""

    rise: Words
    """It grew by the number."""
    fall: Words
    """It fell by the number."""
    cuts: Words
    """Verbs in front of what a share is cut of."""
    rise_nouns: Words
    """Nouns of growth, behind what grew."""
    fall_nouns: Words
    """Nouns of falling, behind what fell."""
    rates: Words
    """Names that end like one of those and are indicators of their own."""
    reach: Words
    """The number is a state that was reached."""
    filler: Words
    """Say nothing about the measure."""

    @cached_property
    def motions(self) -> tuple[tuple[Literal["reach", "rise", "fall"], Words], ...]:
        """Each motion with its words, in the order in which they are tried."""
        return ("reach", self.reach), ("rise", self.rise), ("fall", self.fall)

    @cached_property
    def change_nouns(self) -> Words:
        """Nouns of growth and of falling."""
        return self.rise_nouns | self.fall_nouns


class Modality(Vocabulary, frozen=True):
    """modality.toml: how firmly a target is worded. All plain words."""

    modal: Words
    not_modal: Words
    """Words that hold a modal word and are none."""
    expected: Words
    """Set 预期 for a whole list."""
    planned: Words
    """Set 计划 for a whole list."""
    stretch: Words
    """Between the floor of a promise and its stretch."""


class NameWeights(Vocabulary, frozen=True):
    """name_weights.toml: how common characters and pairs of them are in names; counted, not written by hand."""

    rare: float
    """The weight of those not listed."""
    weights: dict[str, str]
    """Weight: the characters and pairs that have it, with blanks between them."""


class Names(Vocabulary, frozen=True):
    """names.toml: whose number a number is."""

    openers: Words
    """Plain words: in front of a name and no part of it."""
    adverbs: Words
    """Plain words: dropped in front of a verb only."""
    light: Words
    """Plain words: verbs that only say that it happened."""
    doing: Words
    """Plain words: verbs of doing, which stay in front of a name."""
    no_verbs: Words
    """Plain words: begin like a verb of doing and are nouns."""
    dropped_before_noun: Words
    """Plain words: verbs of doing that are dropped where the noun stands behind its number."""
    bare: Words
    """Plain words: nouns that measure something named before."""
    generic: Words
    """Plain words: nouns that cannot stand alone as a name."""
    heads: Words
    """Plain words: nouns that a coordination shares."""
    spending: Words
    """Plain words: amounts of money named by what they are spent on."""
    goods: Words
    """Plain words: single characters that name goods."""
    no_names: Words
    """Plain words: name nothing."""
    told: Expressions
    """Regular expressions: follow a number and tell of the thing before it."""
    ended: InOrder
    """Plain words: what a list of things came to."""
    action: InOrder
    """Plain words: what was done to all of a list."""
    step: Expressions
    """Regular expressions: a step or aim behind a number."""
    awarded: Expressions
    """Regular expressions: honours behind a run of years."""
    owned: InOrder
    """Plain words: nouns that are told without their owner where it stands before."""
    states: Expressions
    """Regular expressions: states behind a run of years."""
    used: Expressions
    """Regular expressions: the use that a share of money is put to."""
    progress: Expressions
    """Regular expressions: how something went."""
    goes_on: Expressions
    """Regular expressions: the same, behind a noun of three characters or more."""

    @cached_property
    def verbs(self) -> Words:
        """Verbs of doing and light ones."""
        return self.doing | self.light

    @cached_property
    def predicates(self) -> Words:
        """Verbs of either kind, and the adverbs in front of them."""
        return self.verbs | self.adverbs

    @cached_property
    def shared_heads(self) -> Words:
        """Nouns that a coordination shares, and those that cannot stand alone."""
        return self.heads | self.generic


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


class Periods(Vocabulary, frozen=True):
    """periods.toml: of which time a passage speaks. A group of an expression holds the number of years."""

    past_span: Expressions
    """Regular expressions: the years up to the report's own."""
    past_span_in_plan: Expressions
    """Regular expressions: the same, in the plan."""
    coming_span: Expressions
    """Regular expressions: the years from the report's own."""
    coming_span_in_plan: Expressions
    """Regular expressions: the same, in the plan."""
    heading_past: Expressions
    """Regular expressions: headings of the years past."""
    heading_coming: Expressions
    """Regular expressions: headings of the years to come."""
    past_year: Expressions
    """Regular expressions: the year before the report's own."""
    past_year_in_plan: Expressions
    """Regular expressions: the same, in the plan."""
    coming_year: Expressions
    """Regular expressions: the report's own year."""
    so_far: Expressions
    """Regular expressions: the months of it that are over."""
    month_of_this_year: Expressions
    """Regular expressions: one month of it."""
    local_past: Expressions
    """Regular expressions: a few years up to it, for the numbers behind alone."""
    local_coming: Expressions
    """Regular expressions: a few years from it, likewise."""
    planned_now: Expressions
    """Regular expressions: tell in a review what is planned for it."""
    told_in_plan: Expressions
    """Regular expressions: tell in a plan what is already so."""
    year_goes_on: Expressions
    """Regular expressions: behind a year that is no period."""
    event_verbs: InOrder
    """Plain words: in front of a year that dates an event."""
    of_last_year: Expressions
    """Regular expressions: tell a number of the last year of several."""
    of_all_years: Expressions
    """Regular expressions: tell it of all of them."""
    kept: Words
    """Plain words: what is kept is true of every year."""
    service_rates: InOrder
    """Plain words: names end with them, and are true of every year."""
    came_about: Expressions
    """Regular expressions: names of what came about over a span."""
    spent: Expressions
    """Regular expressions: names of what is given out, and adds up."""
    stock: Expressions
    """Regular expressions: names of a state."""
    state_verbs: Words
    """Plain words: verbs whose amount is a state."""
    state_verbs_of_targets: Words
    """Plain words: the same where a target names its year."""


class Qualitative(Vocabulary, frozen=True):
    """qualitative.toml: targets without a number."""

    indicators: Words
    """Plain words: what an indicator ends with that is set so."""
    setters: AtEnd
    """Regular expressions: the words that set it."""
    endings: Words
    """Plain words: what every setter ends with."""


class Ranks(Vocabulary, frozen=True):
    """ranks.toml: places in a ranking."""

    scope: Expressions
    """Regular expressions: what a place is told among."""
    placing: InOrder
    """Plain words: between a name and its place."""


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


class Own(Vocabulary, frozen=True):
    """spellings.toml, `own`."""

    scope: InOrder
    """Plain words: the government's own scope, dropped at the start of a name."""


class Scope(Vocabulary, frozen=True):
    """spellings.toml, `scope`: names that differ in these are of different indicators. All plain words."""

    groups: tuple[InOrder, ...]
    """The words of a group exclude each other; the first that is found counts."""
    increment: Words
    """What came about in the year."""
    alone: Words
    """Said by one name only, they make it another."""


class Spellings(Vocabulary, frozen=True):
    """spellings.toml: ways of writing the name of an indicator."""

    rewrites: dict[str, str]
    """Plain text: what it is rewritten as."""
    own: Own
    verbs: Plain
    """Plain words: say that it was done, or how it is counted."""
    scope: Scope


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


class Ceilings(Vocabulary, frozen=True, rename={"no_words": "except"}):
    """verdicts.toml, `ceilings`: indicators that are better the lower they are. All plain words."""

    words: InOrder
    no_words: InOrder
    """`except`: names that hold one of these are not."""


class Verdicts(Vocabulary, frozen=True):
    """verdicts.toml: when a target is met."""

    tolerance: Decimal
    """The share by which a target given as 左右 may be missed."""
    ceilings: Ceilings


class Numbers(Vocabulary, frozen=True):
    """words.toml: what makes one word of a number. All plain words."""

    dates: Words
    full_width: Words
    not_units: Words
    """Begin like a unit and are none."""


class Units(Vocabulary, frozen=True):
    """units.toml: units as reports write them, by what they measure. All plain words."""

    money: Words
    share: Words
    points: Words
    times: Words
    tenths: Words
    size: Words
    time: Words
    count: Words
    heading: Words
    """Counts that are mostly headings."""
    per: Words
    """Behind a slash."""
    bracketed: Words
    """In brackets behind a unit."""

    @cached_property
    def classes(self) -> Mapping[str, Words]:
        """The units of each class; a unit in two of them is of the first."""
        names = ("money", "share", "points", "times", "tenths", "size", "time", "heading", "count")
        return {name: getattr(self, name) for name in names}


class Standing(Vocabulary, frozen=True):
    """standing.toml: where a number stands in the report, and how sure it is."""

    headline_plan: Words
    """Plain words of the sentence that sets the main targets."""
    headline_review: Words
    """Plain words: indicators that open a review."""
    livelihood: Expressions
    """Regular expressions of headings and sentences that tell of 民生实事."""
    estimated: Words
    """Plain words: a number is an estimate."""
    basis: Words
    """Plain words: the basis on which a number was reckoned."""


class Traps(Vocabulary, frozen=True):
    """traps.toml: numbers that are no result and no target.

    Regular expressions, but for the last two: `*_before` match the end of what stands before the number, `*_behind`
    the start of what stands behind it.
    """

    threshold_behind: Expressions
    time_measured_before: AtEnd
    rank_before: AtEnd
    ordinal_behind: Expressions
    creed_before: AtEnd
    among_before: AtEnd
    entered_before: AtEnd
    index_before: AtEnd
    index_behind: Expressions
    passed_before: AtEnd
    sized_before: AtEnd
    sized_behind: Expressions
    counted_behind: Expressions
    above_before: AtEnd
    peers_before: AtEnd
    peers_behind: Expressions
    counted_above_behind: Expressions
    circle_behind: Expressions
    slogan_before: AtEnd
    article_before: AtEnd
    article_behind: Expressions
    policy_before: AtEnd
    policy_verb: AtEnd
    glued_behind: Expressions
    magnitude_glued_behind: Expressions
    compared_behind: Expressions
    compared_before: AtEnd
    source_before: AtEnd
    below_behind: Expressions
    step_behind: Expressions
    attribute_units: InOrder
    """Plain words: units that describe what is named behind them."""
    hotlines: Words
    """Plain words: telephone numbers."""
