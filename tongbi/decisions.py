"""Corrections: what a person decided against the rules, anchored in the words of a report.

The file is `corpus/corrections.toml`, one `[[corrections]]` a decision; docs/corrections.md shows each kind. `anchors`
finds its place again, `replay` applies what this module reads.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

import msgspec

from tongbi.anchors import Place, number_in, without_blanks
from tongbi.errors import BadVocabulary, Unanchored
from tongbi.identity import normal_name
from tongbi.model import (
    Bound,
    Certainty,
    Horizon,
    Lane,
    Measure,
    Role,
    Span,
    Tier,
)
from tongbi.vocabulary.checks import vocabulary
from tongbi.vocabulary.schema import Vocabulary, Written

SOURCE = "corrections.toml"

# What an observation that the rules did not read cannot do without.
_NEEDED = {"indicator", "unit", "measure", "role", "period"}


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file; a field that it does not know is refused."""


class Fields(_Entry, frozen=True, omit_defaults=True):
    """What an observation is to say instead; the fields are those of `Observation`, and None leaves them as read."""

    indicator: str | None = None
    value: Decimal | tuple[Decimal, Decimal] | None = None
    unit: str | None = None
    measure: Measure | None = None
    bound: Bound | None = None
    role: Role | None = None
    period: str | None = None
    modality: str | None = None
    tier: Tier | None = None
    horizon: Horizon | None = None
    certainty: Certainty | None = None
    basis: str | None = None

    def given(self) -> dict[str, Any]:
        """The fields that are given, by name."""
        return {name: value for name in self.__struct_fields__ if (value := getattr(self, name)) is not None}


class _Decided(_Entry, frozen=True, tag_field="what"):
    """Who decided, when and why, of which government; `id` is unique in the file."""

    id: Written
    region: Written
    by: Written
    on: date
    why: Written


class ObservationCorrection(_Decided, frozen=True, tag="observation"):
    """An observation that is none (`drop`), says something else (`set`), or was not read (`add`)."""

    at: Place
    decision: Literal["drop", "set", "add"]
    set: Fields = Fields()


class IdentityCorrection(_Decided, frozen=True, tag="identity"):
    """Two names of one indicator, or of two. `at` is what shows it; the names count in every report of the government.

    `everywhere` lets them count in those of all governments.
    """

    at: Place
    names: tuple[Written, Written]
    decision: Literal["same", "apart"]
    everywhere: bool = False


class MatchCorrection(_Decided, frozen=True, tag="match"):
    """Two sentences of neighbouring reports of which the later continues the earlier, or does not."""

    earlier: Place
    later: Place
    decision: Literal["join", "part"]


class LinkCorrection(_Decided, frozen=True, tag="link"):
    """Two observations that are linked in a lane, or not. Both ends of a baseline stand in one report."""

    earlier: Place
    later: Place
    lane: Lane
    decision: Literal["join", "part"]


class VerdictCorrection(_Decided, frozen=True, tag="verdict"):
    """What is to be said of a target's outcome, whatever the rule says.

    It is that in the next report, or for a target of several years in the report that reviews the last of them.
    """

    at: Place
    verdict: Literal["met", "missed", "not_comparable"]


Correction = ObservationCorrection | IdentityCorrection | MatchCorrection | LinkCorrection | VerdictCorrection


class _File(Vocabulary, frozen=True, forbid_unknown_fields=True):
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """Corrections in the order of the file."""

    corrections: tuple[Correction, ...] = ()

    def of_report(self, region: str, session: str) -> "Decisions":
        """Give those that change how one report is read, or what is linked inside it."""
        return Decisions(tuple(one for one in self.corrections if _is_of_report(one, region, session)))

    def of_pair(self, region: str, earlier: str, later: str) -> "Decisions":
        """Give those that change what two reports, told by their sessions, are found to have in common."""
        return Decisions(tuple(one for one in self.corrections if _is_of_pair(one, region, earlier, later)))

    def of_years(self, region: str) -> "Decisions":
        """Give those that may change what became of a government's targets of several years.

        Whether a verdict is on such a target, the report tells; it is among them in any case.
        """
        return Decisions(tuple(one for one in self.corrections if one.region == region and _is_of_years(one)))

    def digest(self) -> str:
        """Give 12 hexadecimal digits that change with the corrections, "" where there are none."""
        said = msgspec.json.encode(self.corrections)
        return hashlib.sha256(said).hexdigest()[:12] if self.corrections else ""

    def identities(self, region: str) -> tuple[IdentityCorrection, ...]:
        """Give what is decided about the names that a government uses."""
        found = (one for one in self.corrections if isinstance(one, IdentityCorrection))
        return tuple(one for one in found if one.everywhere or one.region == region)


NONE = Decisions()


def sessions(correction: Correction) -> tuple[str, ...]:
    """Give the sessions of the reports that a correction quotes, each once."""
    return tuple(dict.fromkeys(place.session for place in places(correction).values()))


def places(correction: Correction) -> dict[str, Place]:
    """Give the places that a correction is anchored at, by the name of the field."""
    if isinstance(correction, MatchCorrection | LinkCorrection):
        return {"earlier": correction.earlier, "later": correction.later}
    return {"at": correction.at}


def _is_of_report(one: Correction, region: str, session: str) -> bool:
    if isinstance(one, IdentityCorrection):
        return one.everywhere or one.region == region
    inside = isinstance(one, ObservationCorrection) or (isinstance(one, LinkCorrection) and one.lane == "baseline")
    return inside and one.region == region and sessions(one) == (session,)


def _is_of_pair(one: Correction, region: str, earlier: str, later: str) -> bool:
    if isinstance(one, VerdictCorrection):
        return one.region == region and one.at.session == earlier
    across = isinstance(one, MatchCorrection) or (isinstance(one, LinkCorrection) and one.lane != "baseline")
    return across and one.region == region and sessions(one) == (earlier, later)


def _is_of_years(one: Correction) -> bool:
    if isinstance(one, LinkCorrection) and one.lane == "outcome":
        years = (one.earlier.session[:4], one.later.session[:4])
        return all(map(str.isdecimal, years)) and int(years[1]) - int(years[0]) > 1
    return isinstance(one, VerdictCorrection)


def load(toml_text: str) -> Decisions:
    """Read a corrections.toml.

    Raises `BadVocabulary` with the place of the fault: those of the vocabularies, `correction_twice` for an id that is
    given twice, `contradiction` for a decision on what another one decides (the detail names it), `bad_correction` for
    one that cannot be carried out as it stands.
    """
    read = vocabulary(toml_text, _File, SOURCE).corrections
    seen: dict[str, str] = {}
    decided: dict[tuple[str, ...], str] = {}
    for position, one in enumerate(read, start=1):
        at = f"corrections[{position}]"
        if one.id in seen:
            raise BadVocabulary("correction_twice", SOURCE, f"{at}.id", one.id)
        seen[one.id] = at
        for field in _unfit(one):
            raise BadVocabulary("bad_correction", SOURCE, f"{at}.{field}", one.id)
        if not isinstance(one, IdentityCorrection):
            other = decided.setdefault(_subject(one), one.id)
            if other != one.id:
                raise BadVocabulary("contradiction", SOURCE, at, other)
    _check_identities(read)
    return Decisions(read)


def _unfit(one: Correction) -> Iterator[str]:
    """Give the fields that keep a correction from being carried out."""
    numbers = isinstance(one, ObservationCorrection | LinkCorrection | VerdictCorrection)
    for name, place in places(one).items():
        if (numbers and not place.number) or (place.number and _occurrence(place.number, place.quote)):
            yield f"{name}.number"
    if isinstance(one, MatchCorrection | LinkCorrection):
        inside = isinstance(one, LinkCorrection) and one.lane == "baseline"
        if inside != (one.earlier.session == one.later.session) or one.later.session < one.earlier.session:
            yield "later.session"
    if isinstance(one, IdentityCorrection) and normal_name(one.names[0]) == normal_name(one.names[1]):
        yield "names"
    if isinstance(one, ObservationCorrection):
        given = one.set.given().keys()
        if not {"drop": not given, "set": bool(given), "add": given >= _NEEDED}[one.decision]:
            yield "set"


def _occurrence(number: str, quote: str) -> str:
    """Say why a number does not stand just once in a quote, "" where it does."""
    try:
        number_in(quote, Span(0, len(quote)), number)
    except Unanchored as fault:
        return fault.code
    return ""


def _subject(one: Correction) -> tuple[str, ...]:
    """Give what a correction decides on; no two may decide on the same. A number may be added for several names."""
    kind = type(one).__name__
    around = [
        (place.session, without_blanks(place.quote)[0], place.number, str(place.nth)) for place in places(one).values()
    ]
    own = [place.indicator for place in places(one).values()]
    if isinstance(one, ObservationCorrection) and one.decision == "add":
        own.append(one.set.indicator or "")
    if isinstance(one, LinkCorrection):
        own.append(one.lane)
    return (kind, one.region, *(word for place in around for word in place), *own)


def _check_identities(corrections: Iterable[Correction]) -> None:
    """Refuse two names that are decided to be one, over any number of steps, and decided to be two."""
    found = [
        (f"corrections[{at}]", one) for at, one in enumerate(corrections, 1) if isinstance(one, IdentityCorrection)
    ]
    for region in {one.region for _, one in found}:
        here = [(at, one) for at, one in found if one.everywhere or one.region == region]
        joined = classes(one for _, one in here)
        for at, one in here:
            first, second = map(normal_name, one.names)
            if one.decision == "apart" and first in joined and joined[first] == joined.get(second):
                raise BadVocabulary("contradiction", SOURCE, at, " = ".join(one.names))


def classes(identities: Iterable[IdentityCorrection]) -> dict[str, tuple[str, ...]]:
    """Give for each name, in common form, all that are decided to mean the same, itself among them."""
    members: dict[str, list[str]] = {}
    for one in identities:
        if one.decision == "same":
            first, second = map(normal_name, one.names)
            joined = list(dict.fromkeys([*members.get(first, [first]), *members.get(second, [second])]))
            members |= dict.fromkeys(joined, joined)
    return {name: tuple(names) for name, names in members.items()}
