"""Which reports a view shows: what the address asks for, as far as it is held, else the newest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from viewer.address import Address
from warehouse.answers import Government, Pair


@dataclass(frozen=True, slots=True)
class Years:
    """The year of the report that set the targets, and of the one that tells the results (None: not held).

    A session is not always a year: `2021-10` is of 2021.
    """

    earlier: int
    later: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown: the government, its year pairs, the years, and the address with what was chosen filled in."""

    government: Government
    pairs: tuple[Pair, ...]
    years: Years
    address: Address

    @property
    def alone(self) -> bool:
        """Whether the chosen report has no next one yet."""
        return not self.address.later


def pairs_of(government: Government, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The year pairs of a government, the newest first; a report without a next one stands alone (`later` is empty)."""
    followed = {pair.earlier: pair for pair in pairs}
    return tuple(followed.get(session, Pair(session, "")) for session in reversed(government.sessions))


def default_pair(pairs: Sequence[Pair]) -> Pair:
    """The newest pair; where there is none, the newest report alone."""
    return next((pair for pair in pairs if pair.later), pairs[0])


def with_years(address: Address, pair: Pair) -> Address:
    """The address with other years; what was open in the old ones is closed."""
    return replace(address, earlier=pair.earlier, later=pair.later, session="", row="", at="")
