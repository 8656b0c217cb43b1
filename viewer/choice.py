"""Which reports a view shows: what the address asks for, as far as it is held, else the newest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from viewer.address import Address
from warehouse.answers import Government, Pair, SeriesRow


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


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator that can be shown by year: `rows` of one measure and base unit are a series, told of in `years`."""

    key: str
    name: str
    kinds: dict[str, tuple[SeriesRow, ...]]

    @property
    def years(self) -> int:
        """In how many years its fullest series is told of."""
        return max(map(told, self.kinds.values()))


def told(rows: Sequence[SeriesRow]) -> int:
    """In how many years a target or a result is stated."""
    return len({row.year for row in rows if row.target or row.outcome})


def _weight(rows: Sequence[SeriesRow]) -> int:
    """How much a series tells: targets and results."""
    return sum(bool(row.target) + bool(row.outcome) for row in rows)


def indicators(rows: Sequence[SeriesRow]) -> dict[str, Indicator]:
    """The indicators of a government by key, those of most years first; of each the fullest series first."""
    found: dict[str, dict[str, list[SeriesRow]]] = {}
    for row in rows:
        found.setdefault(row.key, {}).setdefault(f"{row.measure}.{row.base_unit}", []).append(row)
    made = []
    for key, kinds in found.items():
        fullest = sorted(kinds.items(), key=lambda kind: -_weight(kind[1]))
        made.append(Indicator(key, fullest[0][1][-1].name, {kind: tuple(of_kind) for kind, of_kind in fullest}))
    made.sort(key=lambda one: (-one.years, -_weight(next(iter(one.kinds.values()))), one.key))
    return {one.key: one for one in made}


def with_series(address: Address, known: dict[str, Indicator]) -> Address:
    """The address with an indicator and one of its kinds, as far as what it asks for is held."""
    key = address.key or next(iter(known), "")
    kinds = known[key].kinds if key in known else {}
    return replace(address, key=key, kind=address.kind if address.kind in kinds else next(iter(kinds), ""))


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
