"""Which numbers of two groups that are one indicator belong to each other."""

from collections.abc import Iterable, Iterator, Sequence

from tongbi.model import Lane, Observation
from tongbi.verdict import incomparable

Couple = tuple[Observation, Observation]


def _fitted(seekers: Iterable[Observation], held: Sequence[Observation]) -> Iterator[Couple]:
    """Give each seeker the first number that it can be subtracted from, preferring one that no other seeker took."""
    taken: set[str] = set()
    for seeker in seekers:
        fits = [one for one in held if not incomparable(seeker, one)]
        if fits:
            chosen = next((one for one in fits if one.id not in taken), fits[0])
            taken.add(chosen.id)
            yield seeker, chosen


def _with_any(couples: Sequence[Couple], seekers: Sequence[Observation], held: Sequence[Observation]) -> list[Couple]:
    """Give the couples, and to each seeker that is in none a number held that cannot be subtracted from it."""
    served = {seeker.id for seeker, _ in couples}
    return [*couples, *((seeker, _like(seeker, held)) for seeker in seekers if seeker.id not in served)]


def _like(seeker: Observation, held: Sequence[Observation]) -> Observation:
    """Give the first that states the same kind of thing (a growth, an amount, words), else the first."""
    return next((one for one in held if one.measure == seeker.measure), held[0])


def _outcomes(targets: Sequence[Observation], results: Sequence[Observation]) -> list[Couple]:
    """Couple each target with its result, and with the amount, growth or share stated beside it."""
    couples = list(_fitted(targets, results))
    of = {target.id: result for target, result in couples}
    for target in targets:
        measures = {of[target.id].measure} if target.id in of else set()
        for result in results:
            if result.measure in {"level", "change_pct", "ratio"} - measures:
                measures.add(result.measure)
                couples.append((target, result))
    return _with_any(couples, targets, results)


def couples_of(lane: Lane, earlier: Sequence[Observation], later: Sequence[Observation]) -> list[Couple]:
    """Couple the numbers of one indicator, those first that can be subtracted; a lane of targets leaves none out."""
    match lane:
        case "outcome":
            return _outcomes(earlier, later)
        case "baseline":
            return [(actual, target) for target, actual in _with_any(list(_fitted(later, earlier)), later, earlier)]
        case "revision":
            couples = _with_any(list(_fitted(earlier, later)), earlier, later)
            reached = {target.id for _, target in couples}
            return [*couples, *((_like(target, earlier), target) for target in later if target.id not in reached)]
        case "series":
            return list(_fitted(earlier, later)) or [(earlier[0], later[0])]
