"""Vocabularies of reading numbers: what they are, whose, of when, and how firm."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from tongbi.vocabulary.schema.kinds import AtEnd, Expressions, InOrder, Vocabulary, Words


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
    bounding: Words
    """Those of the modal words that bound one number."""
    expected: Words
    """Set 预期 for a whole list."""
    planned: Words
    """Set 计划 for a whole list."""
    stretch: Words
    """Between the floor of a promise and its stretch."""


class Names(Vocabulary, frozen=True):
    """names.toml: whose number a number is."""

    openers: Words
    """Plain words: in front of a name and no part of it."""
    adverbs: Words
    """Plain words: dropped in front of a verb only."""
    light: Words
    """Plain words: verbs that only say that it happened."""
    doing: Words
    joined: Words
    """Plain words: verbs of doing, which stay in front of a name."""
    no_verbs: Words
    """Plain words: begin like a verb of doing and are nouns."""
    dropped_before_noun: Words
    """Plain words: verbs of doing that are dropped where the noun stands behind its number."""
    bare: Words
    """Plain words: nouns that measure something named before."""
    reaching: Words
    of_goal: Words
    """Plain words: in front of how much of a goal was reached."""
    of_whole: Words
    """Plain words: in front of a share of anything else."""
    of_topic: Words
    """Plain words: in front of what is told of the clause before."""
    yields: Words
    """Plain words: what was grown."""
    describing: Words
    """Plain words: costs and sizes that describe the thing behind them."""
    paying: Words
    """Plain words: verbs in front of which stands whose money it is."""
    moving: Words
    """Plain words: verbs of taking in or sending out."""
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
    def of_all(self) -> Words:
        """In front of a share of a goal or of anything else."""
        return self.of_goal | self.of_whole

    @cached_property
    def predicates(self) -> Words:
        """Verbs of either kind, and the adverbs in front of them."""
        return self.verbs | self.adverbs

    @cached_property
    def shared_heads(self) -> Words:
        """Nouns that a coordination shares, and those that cannot stand alone."""
        return self.heads | self.generic


class OwnedBy(Vocabulary, frozen=True):
    """owners.toml, one table: measures that are of one kind of owner."""

    measures: Words
    """Plain words: whole names."""
    owners: Expressions
    """Regular expressions: how the name of an owner ends."""


class Owners(Vocabulary, frozen=True):
    """owners.toml: whose a measure is that an earlier clause names."""

    trade: OwnedBy
    actor: OwnedBy
    air: OwnedBy
    sea: OwnedBy
    insurance: OwnedBy
    cooperative: OwnedBy
    park: OwnedBy

    @cached_property
    def of(self) -> Mapping[str, Expressions]:
        """How the owner of each measure ends."""
        kinds = (self.actor, self.trade, self.air, self.sea, self.insurance, self.cooperative, self.park)
        return {measure: kind.owners for kind in kinds for measure in kind.measures}


class Topics(Vocabulary, frozen=True):
    """topics.toml, one table: what says nothing of what it is of. Regular expressions."""

    names: Expressions
    """Whole names."""
    topics: Expressions
    """How what they may be of ends."""


class OfTopics(Vocabulary, frozen=True):
    """topics.toml: what a count or measure is of that an earlier clause tells."""

    begins: Words
    """Plain words: the characters that their names can begin with."""
    reached: Topics
    works: Topics
    paid: Topics
    place: Topics
    body: Topics
    rate: Topics
    fair: Topics
    seat: Topics
    pupils: Topics
    served: Topics
    fund: Topics

    @cached_property
    def kinds(self) -> tuple[Topics, ...]:
        """The kinds of such names, the first that has one decides."""
        return tuple(getattr(self, kind) for kind in self.__struct_fields__ if kind != "begins")

    def of(self, name: str) -> Expressions | None:
        """How the topics of a name end, None where it says itself what it is of."""
        if name[:1] not in self.begins:
            return None
        for kind in self.kinds:
            if kind.names.pattern.fullmatch(name):
                return kind.topics
        return None


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
    tells_now: Words
    """Plain words: one of these stands in every such statement."""
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
    of_a_year: Expressions
    """Regular expressions: names of totals that are told of one year."""
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
    setters_begin: str
    """Characters: what every setter begins with."""
    endings: Words
    """Plain words: what every setter ends with."""


class Ranks(Vocabulary, frozen=True):
    """ranks.toml: places in a ranking."""

    scope: Expressions
    """Regular expressions: what a place is told among."""
    placing: InOrder
    """Plain words: between a name and its place."""


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
    villages_above_behind: Expressions
    one_of_behind: Expressions
    ship_sized_behind: Expressions
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
    exceeded_before: AtEnd
    source_before: AtEnd
    below_behind: Expressions
    step_behind: Expressions
    attribute_units: InOrder
    """Plain words: units that describe what is named behind them."""
    hotlines: Words
    """Plain words: telephone numbers."""
