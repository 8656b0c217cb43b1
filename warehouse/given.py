"""What a draft is given beside the values of the domain: where texts came from, what people decided and declared."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report's text came from: the file as named in the corpus, the digest of its bytes, who published it."""

    file: str
    digest: str
    source: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that stands aside: the code of the reason, where in it and what was found.

    `digest` and `rules` say which bytes were judged by which rules.
    """

    file: str
    code: str
    place: str
    detail: str
    digest: str
    rules: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided: `what` it is about, the quotes that anchor it (the later "" where there is one place).

    `earlier` and `later` are sessions, the same where there is one place; `lane` is "" for all but links.
    """

    id: str
    what: str
    lane: str
    decision: str
    region: str
    earlier: str
    earlier_quote: str
    earlier_number: str
    later: str
    later_quote: str
    later_number: str
    decided_by: str
    decided_on: date
    why: str


@dataclass(frozen=True, slots=True)
class DeclaredRegion:
    """A government of regions.toml; `level` is national, province, city or district, `parent` the one above it."""

    name: str
    code: str
    level: str
    parent: str


@dataclass(frozen=True, slots=True)
class DeclaredTerritory:
    """What a region's name stood for from `since` on; `ordinal` 0 is the oldest territory, which has no date."""

    region: str
    ordinal: int
    since: date | None
    note: str


@dataclass(frozen=True, slots=True)
class DeclaredIndicator:
    """A registered indicator, as far as SQL has to know it; the fields are those of `tongbi.register.Indicator`."""

    id: str
    name: str
    unit: str
    better: str
    prices: str
    whole: str
    additive: bool
    foreign_money: bool
    """Whether its amounts are told in a foreign currency, too."""


@dataclass(frozen=True, slots=True)
class DeclaredNote:
    """From the numbers of the year `since` on an indicator is counted otherwise; `breaks` is `level growth both`."""

    indicator: str
    since: int
    breaks: str
    note: str


@dataclass(frozen=True, slots=True)
class Declared:
    """What people declared about a corpus: its governments, their territories, and its indicators, in order."""

    regions: tuple[DeclaredRegion, ...]
    territories: tuple[DeclaredTerritory, ...]
    indicators: tuple[DeclaredIndicator, ...]
    notes: tuple[DeclaredNote, ...] = ()
