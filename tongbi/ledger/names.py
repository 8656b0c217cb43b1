"""Of what a number is told: the id of the register, or a provisional one for a name that it does not know."""

import hashlib
from typing import Literal

from tongbi.identity import Name, normal_name
from tongbi.model import Observation
from tongbi.register import Indicator, Register
from tongbi.units import base_unit
from tongbi.vocabulary import spellings

Family = Literal["amount", "share"]


def family(observation: Observation) -> Family:
    """Tell whether a number is a share of something (`占42%`) or an amount, its growth or its place.

    The two never are one line, whatever their names: the share of industry is not industry.
    """
    return "share" if observation.measure == "ratio" else "amount"


def provisional_id(name: str, of: Family) -> str:
    """Give `~` and 8 hexadecimal digits for a name as a report writes it.

    They are of its common form, in which every word of scope still stands, and the family of its numbers, and of
    nothing else: a name has the same id in every government and whatever other reports are held.
    """
    return "~" + hashlib.sha256(f"{normal_name(name)}\n{of}".encode()).hexdigest()[:8]


def fits(indicator: Indicator, observation: Observation) -> bool:
    """Tell whether a number can be one of an indicator's: growth and places always, levels by their unit."""
    unit = base_unit(observation.unit)[0]
    told = observation.measure in ("level", "ratio") and observation.value is not None
    return not (told and unit and indicator.family) or unit in indicator.family


def identity(observation: Observation, register: Register) -> str:
    """Give the id of the register where the number is one of that indicator's, else the provisional id of its name."""
    known = register.of(observation.indicator_id)
    if observation.indicator_id and (known is None or fits(known, observation)):
        return observation.indicator_id
    return provisional_id(observation.indicator, family(observation))


def _places(name: Name) -> frozenset[str]:
    return frozenset(word for word in spellings().scope.places if word in name.common)


def apart(one: Name, other: Name) -> str:
    """Say which words of scope keep two names apart for good, as `规上`, `出口:进口`, `1亿`; "" where none does.

    A link between two years may go over a doubtful word; an identity over many years may not, for it is passed on.
    """
    both = [(mine, theirs) for mine, theirs in zip(one.scopes, other.scopes, strict=True) if mine and theirs]
    said_once = (one.marks | one.hard | _places(one)) ^ (other.marks | other.hard | _places(other))
    conflicts = [f"{mine}:{theirs}" for mine, theirs in both if mine != theirs]
    return ",".join([*conflicts, *sorted(said_once), *sorted(one.numbers ^ other.numbers)])
