"""Which name on one side means the same indicator as which name on the other.

Observations of one name on one side are a group. Each pair of groups that shares a piece of its names is scored, and
those are paired which are each other's best and pass a threshold; below it nothing is said. The score is the likeness
of the names (the better of whole and verb-stripped) and what speaks for or against the pair beside its name: the
sentences around the numbers, the unit, the magnitude, the place in the report, another scope, another number in the
name. The method was found by experiment on annotated reports (docs/decisions/0007).
"""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations, product

from tongbi.identity import Name, grams, kinds_in, likeness, normal_name, take_apart, unified
from tongbi.model import Match, Observation, Report
from tongbi.text import any_of
from tongbi.units import base_unit
from tongbi.vocabulary import spellings

THRESHOLD = 0.72
_NEAR = 80  # characters before a number in which its clauses are looked for
_CLAUSES = re.compile("[；。！？;\n]")
_CLAUSE = re.compile("[，；。：！？,;\n]")
_COMMON = 3.0  # pieces of a sentence that weigh no more say nothing
_LEAST_LIKE = 0.25  # names less alike than this are not looked at further
_STRIPPED = 0.92  # names alike only without their verbs are a little less alike
_LITTLE_LEFT = 0.5  # and still less where little is left of them
_BARE = 0.5  # 新增, 项目: a name that says nothing needs sentences that do
_GENERIC = 0.8  # 重点项目 is no name of 重点铁路项目
_ALIGNED = 0.5  # aligned sentences speak of one task, and often of several of its numbers
_SENTENCE = 0.25  # for sentences of the same words
_SAME_UNIT, _OTHER_UNIT = 0.08, -0.20
_SHARE_AND_AMOUNT = -0.15  # a share is not the amount it is a share of
_FAR = 3.0  # amounts may differ by this factor from one year to the next
_NEAR_AMOUNT, _FAR_AMOUNT = 0.04, -0.35  # for the same amount, and for one thirty times as large
_STOCK_AND_INCREMENT = -0.45  # 新增停车位 and 停车位, where the amounts lie far apart
_PLACE = 0.03  # from the same place in the report to the opposite end
_OTHER_NUMBER = -0.35  # 1亿元以上项目 and 10亿元以上项目
_OTHER_SCOPE = -0.30
_OTHER_KIND, _BY_SENTENCE = -0.30, 2  # 铁路项目 and 能源项目; twice where the names tell nothing, and the sentences do
_OTHER_AREA = -0.60  # the investment of an 园区 and that of the city, under one name
_LEVEL = -0.07  # 省级美丽乡村 and 美丽乡村
_MORE_THINGS = -0.30  # 黄标车 and 黄标车和老旧车
_SAYS_NO_MORE = 2  # characters
_STAGE_DOUBT, _LEVEL_DOUBT, _TWICE = -0.15, -0.08, 2.0  # said by one side alone, where the amounts lie so far apart
_PART = -0.25  # 新区重点项目 and 重点项目
_OTHER_STAGE = -0.40  # 开工 and 建成: one name often, and never one number
_ONE_SIDED_MARK = -0.12


@dataclass(frozen=True, slots=True)
class Group:
    """Observations of one indicator on one side.

    `kinds_of_thing` are the kinds that the name speaks of, or the first number's sentence where the name tells nothing;
    `area` the part of the territory whose number it is by its clause, though the name does not say so ("" for none);
    `sentences` are indexes into the report's, `place` is where the first stands among its side's numbers (0 to 1),
    `kinds` the measures with base units, `amounts` the levels and shares in base units, by base unit.
    """

    name: Name
    kinds_of_thing: tuple[frozenset[int], ...]
    area: str
    indicator_id: str
    members: tuple[Observation, ...]
    sentences: tuple[int, ...]
    place: float
    kinds: frozenset[tuple[str, str]]
    amounts: Mapping[str, tuple[float, ...]]


def _amounts(members: Iterable[Observation]) -> dict[str, tuple[float, ...]]:
    """Give the levels and shares in base units, by base unit; of a range its low end."""
    found: dict[str, tuple[float, ...]] = {}
    for one in members:
        if one.measure in ("level", "ratio") and one.value is not None:
            base, factor = base_unit(one.unit)
            number = min(one.value) if isinstance(one.value, tuple) else one.value
            found[base] = (*found.get(base, ()), float(number * factor))
    return {base: tuple(number for number in numbers if number > 0) for base, numbers in found.items()}


def _kinds(report: Report, name: Name, first: Observation) -> tuple[frozenset[int], ...]:
    if not name.generic:
        return name.kinds
    around = kinds_in(_CLAUSES.split(report.text[max(0, first.start - _NEAR) : first.end])[-1])
    return tuple(said or near for said, near in zip(name.kinds, around, strict=True))


@cache
def _of_area() -> re.Pattern[str]:
    scope = spellings().scope
    return re.compile(
        f"^(?:{any_of(scope.intents)})?[^、]{{0,6}}?({any_of(scope.areas)})(?!\\d|{any_of(scope.makings)})"
    )


def _area(report: Report, name: Name, first: Observation) -> str:
    clause = _CLAUSE.split(report.text[max(0, first.start - _NEAR) : first.start])[-1]
    found = _of_area().match(clause)
    return found[1] if found and found[1] not in name.common else ""


def group(report: Report, observations: Sequence[Observation]) -> tuple[Group, ...]:
    """Group observations of one side (in reading order) by indicator, in order of first mention."""
    starts = [sentence.span.start for sentence in report.sentences]
    named: dict[str, list[Observation]] = {}
    for one in observations:
        named.setdefault(one.indicator_id or normal_name(one.indicator), []).append(one)
    first = observations[0].start if observations else 0
    length = max(1, observations[-1].start - first) if observations else 1
    return tuple(
        Group(
            name=(name := take_apart(members[0].indicator)),
            kinds_of_thing=_kinds(report, name, members[0]),
            area=_area(report, name, members[0]),
            indicator_id=members[0].indicator_id,
            members=tuple(members),
            sentences=tuple(sorted({bisect_right(starts, one.start) - 1 for one in members} - {-1})),
            place=(members[0].start - first) / length,
            kinds=frozenset((one.measure, base_unit(one.unit)[0]) for one in members if one.value is not None),
            amounts=_amounts(members),
        )
        for members in named.values()
    )


def _by_pieces(
    ones: Sequence[Mapping[str, float]], others: Sequence[Mapping[str, float]]
) -> Iterator[tuple[int, int, float]]:
    """Give the likeness of every two sets of weighted pieces that may be worth a look: cost grows with what is shared.

    A likeness is at most the share of the lighter set, so most pairs need no closer reckoning.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for position, pieces in enumerate(others):
        for piece in pieces:
            holders[piece].append(position)
    weights = [sum(pieces.values()) for pieces in others]
    for position, pieces in enumerate(ones):
        shared: dict[int, float] = defaultdict(float)
        for piece, weight in pieces.items():
            for other in holders.get(piece, ()):
                shared[other] += weight
        weight = sum(pieces.values())
        for other, common in shared.items():
            if common > _LEAST_LIKE * weight or common > _LEAST_LIKE * weights[other]:
                yield position, other, likeness(common, weight, weights[other])


def _likenesses(ones: Sequence[Group], others: Sequence[Group]) -> dict[tuple[int, int], float]:
    """Give the likeness of names, 0 to 1, for pairs of groups worth a closer look; one id in the register is 1."""
    registered = {other.indicator_id: position for position, other in enumerate(others) if other.indicator_id}
    found = {
        (position, registered[one.indicator_id]): 1.0
        for position, one in enumerate(ones)
        if one.indicator_id in registered
    }
    whole = _by_pieces([one.name.full for one in ones], [other.name.full for other in others])
    stripped = _by_pieces([one.name.core for one in ones], [other.name.core for other in others])
    for is_core, scored in ((False, whole), (True, stripped)):
        for position, other, like in scored:
            if ones[position].indicator_id and others[other].indicator_id:
                continue  # two registered indicators are one or two by their ids, however alike their names are
            kept = min(ones[position].name.kept, others[other].name.kept)
            vague = ones[position].name.generic != others[other].name.generic
            if not kept:
                like *= _BARE
            elif vague:
                like *= _GENERIC
            elif is_core:
                like *= _STRIPPED * min(1.0, _LITTLE_LEFT + kept)
            if like > found.get((position, other), _LEAST_LIKE * (_GENERIC if vague else 1)):
                found[position, other] = like
    return found


def _quantities(one: Group, other: Group) -> float:
    """Score whether the two could be the same quantity: units, shares and amounts, magnitude."""
    if not one.kinds or not other.kinds:
        return 0.0
    if not one.kinds & other.kinds:
        if "" in one.amounts or "" in other.amounts:
            return 0.0  # `60万`, of whatever is counted
        if one.amounts and other.amounts:
            return _OTHER_UNIT
        only_share = [{measure for measure, _ in side.kinds} == {"ratio"} for side in (one, other)]
        return _SHARE_AND_AMOUNT if only_share[0] != only_share[1] else 0.0
    times = [
        max(mine, theirs) / min(mine, theirs)
        for base in one.amounts.keys() & other.amounts.keys()
        for mine, theirs in product(one.amounts[base], other.amounts[base])
    ]
    if not times:
        return _SAME_UNIT
    nearest = min(times)
    near = max(0.0, 1 - (nearest - 1) / 2)
    far = min(1.0, max(0.0, math.log10(nearest / _FAR)))
    stock = _STOCK_AND_INCREMENT if nearest > _FAR and _is_stock_and_increment(one.name, other.name) else 0.0
    doubt = _doubt(one.name, other.name) if nearest > _TWICE else 0.0
    return _SAME_UNIT + _NEAR_AMOUNT * near + _FAR_AMOUNT * far + stock + doubt


def _is_stock_and_increment(one: Name, other: Name) -> bool:
    """Tell whether one name counts what came about in the year, and the other what there is in all."""
    whole = other if one.increment else one
    return one.increment != other.increment and not whole.act


def _doubt(one: Name, other: Name) -> float:
    """Score that one name alone says a level (省级), or how far it has come (新开工; 建成 is as good as 新建)."""
    silent = other if one.stage else one
    staged = bool(one.stage) != bool(other.stage) and not silent.increment
    return _LEVEL_DOUBT * (bool(one.kinds[0]) != bool(other.kinds[0])) + _STAGE_DOUBT * staged


def _conflicts(one: Name, other: Name) -> float:
    """Score what the names say of scope and size: 0 where nothing conflicts, else below."""
    scopes = sum(1 for mine, theirs in zip(one.scopes, other.scopes, strict=True) if mine and theirs and mine != theirs)
    stages = one.stage != other.stage and bool(one.stage and other.stage)
    return (
        _OTHER_NUMBER * (one.numbers != other.numbers)
        + _OTHER_SCOPE * scopes
        + _LEVEL * (bool(one.kinds[0]) != bool(other.kinds[0]))
        + _OTHER_STAGE * stages
        + _ONE_SIDED_MARK * len(one.marks ^ other.marks)
    )


def _other_kinds(one: Group, other: Group) -> float:
    """Score the groups of kinds in which both say something and nothing in common: 0 for none, else below."""
    said = one.name.scopes[0] and other.name.scopes[0]  # two levels in full are apart by their scope already
    both = list(zip(one.kinds_of_thing, other.kinds_of_thing, strict=True))[1 if said else 0 :]
    apart = sum(1 for mine, theirs in both if mine and theirs and not mine & theirs)
    return _OTHER_KIND * apart * (_BY_SENTENCE if one.name.generic and other.name.generic else 1)


class Context:
    """How alike the sentences of two reports are; each pair is compared once, and an alignment counts as evidence."""

    def __init__(self, earlier: Report, later: Report, matches: Iterable[Match] = ()) -> None:
        """Compare sentences of `earlier` with those of `later` (for the baseline lane, one report twice)."""
        self._reports = (earlier, later)
        self._pieces: tuple[dict[int, tuple[dict[str, float], float]], ...] = ({}, {})
        self._aligned = {(match.earlier, match.later): match.score for match in matches}
        self._known: dict[tuple[int, int], float] = {}

    def _sentence(self, side: int, index: int) -> tuple[dict[str, float], float]:
        """Give a sentence's weighted pairs of characters, common ones and numbers left out, and their total weight."""
        if index not in self._pieces[side]:
            report = self._reports[side]
            weighted = grams(unified(report.sentences[index].span.of(report.text)))
            pieces = {
                piece: weight
                for piece, weight in weighted.items()
                if len(piece) == 2 and weight > _COMMON and not piece.isascii()
            }
            self._pieces[side][index] = (pieces, sum(pieces.values()))
        return self._pieces[side][index]

    def likeness(self, one: int, other: int) -> float:
        """Give the weighted Dice of two sentences, by index, or what half of their alignment is if that is more."""
        if (one, other) not in self._known:
            (mine, weight), (theirs, other_weight) = self._sentence(0, one), self._sentence(1, other)
            shared = sum(mine[piece] for piece in mine.keys() & theirs.keys())
            dice = 2 * shared / (weight + other_weight) if shared else 0.0
            spans = (self._reports[0].sentences[one].span, self._reports[1].sentences[other].span)
            self._known[one, other] = max(dice, _ALIGNED * self._aligned.get(spans, 0.0))
        return self._known[one, other]

    def unsaid(self, one: Group, other: Group) -> int:
        """Count the words by which one name is a part and of which the other's name and sentences say nothing."""
        return sum(
            not any(self._says(side, theirs.sentences, word) for word in spellings().scope.parts[part])
            for side, mine, theirs in ((1, one, other), (0, other, one))
            for part in mine.name.parts - theirs.name.parts
        )

    def more_things(self, one: Group, other: Group) -> bool:
        """Tell whether one counts two things together of which the other counts the first or last, and says no more."""
        if any(set(one.amounts[base]) & set(other.amounts[base]) for base in one.amounts.keys() & other.amounts.keys()):
            return False  # the same number is said of what is the same, in more words or fewer
        return any(
            len(mine.name.things) == 2
            and any(
                kept in theirs.name.things[0]
                and len(theirs.name.things[0]) - len(kept) <= _SAYS_NO_MORE
                and left not in theirs.name.common
                and not self._says(side, theirs.sentences, left)
                for kept, left in permutations(mine.name.things)
            )
            for side, mine, theirs in ((1, one, other), (0, other, one))
            if len(theirs.name.things) == 1
        )

    def elsewhere(self, one: Group, other: Group) -> bool:
        """Tell whether one is the number of an area of which the sentences of the other say nothing."""
        return any(
            mine.area and not (mine.area in theirs.name.common or self._says(side, theirs.sentences, mine.area))
            for side, mine, theirs in ((1, one, other), (0, other, one))
        )

    def _says(self, side: int, sentences: Iterable[int], word: str) -> bool:
        report = self._reports[side]
        return any(word in report.sentences[index].span.of(report.text) for index in sentences)

    def nearest(self, one: Iterable[int], other: Iterable[int]) -> float:
        """Give the likeness of the most alike of two sets of sentences, 0.0 where either is empty."""
        return max((self.likeness(mine, theirs) for mine, theirs in product(one, other)), default=0.0)


def scores(
    ones: Sequence[Group], others: Sequence[Group], context: Context, least: float = THRESHOLD
) -> dict[tuple[int, int], float]:
    """Score the pairs of groups (by position) that reach the `least` score; below THRESHOLD none is a link."""
    found = {}
    for (position, other_position), like in _likenesses(ones, others).items():
        one, other = ones[position], others[other_position]
        score = like + _quantities(one, other)
        if not one.indicator_id or one.indicator_id != other.indicator_id:
            score += _conflicts(one.name, other.name) + _other_kinds(one, other)
        if one.area != other.area:
            score += _OTHER_AREA * context.elsewhere(one, other)
        score += _PLACE * (1 - 2 * abs(one.place - other.place))
        if score >= least - _SENTENCE and one.name.parts != other.name.parts:
            score += _PART * context.unsaid(one, other)
        if score >= least - _SENTENCE and min(len(one.name.things), len(other.name.things)) == 1:
            score += _MORE_THINGS * context.more_things(one, other)
        if score + _SENTENCE >= least:
            score += _SENTENCE * context.nearest(one.sentences, other.sentences)
        if score >= least:
            found[position, other_position] = score
    return found


def pair(ones: Sequence[Group], others: Sequence[Group], context: Context) -> tuple[tuple[Group, Group, float], ...]:
    """Pair groups that are each other's best, with their score, in the order of `ones`; of equals the first wins."""
    return paired(ones, others, scores(ones, others, context))


def paired(
    ones: Sequence[Group], others: Sequence[Group], scored: Mapping[tuple[int, int], float]
) -> tuple[tuple[Group, Group, float], ...]:
    """Pair groups that are each other's best by their scores (see `pair`)."""
    best: dict[int, int] = {}
    best_back: dict[int, int] = {}
    for position, other in sorted(scored, key=lambda both: (-scored[both], both)):
        best.setdefault(position, other)
        best_back.setdefault(other, position)
    return tuple(
        (ones[position], others[other], scored[position, other])
        for position, other in sorted(best.items())
        if best_back[other] == position
    )
