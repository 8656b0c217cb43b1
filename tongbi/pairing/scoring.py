"""How likely two groups are one indicator, and which are each other's best."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from tongbi.identity import Name, likeness
from tongbi.pairing.groups import Group
from tongbi.pairing.sentences import Context

THRESHOLD = 0.72
_LEAST_LIKE = 0.25  # names less alike than this are not looked at further
_STRIPPED = 0.92  # names alike only without their verbs are a little less alike
_LITTLE_LEFT = 0.5  # and still less where little is left of them
_BARE = 0.5  # 新增, 项目: a name that says nothing needs sentences that do
_GENERIC = 0.8  # 重点项目 is no name of 重点铁路项目
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
_STAGE_DOUBT, _LEVEL_DOUBT, _TWICE = -0.15, -0.08, 2.0  # said by one side alone, where the amounts lie so far apart
_PART = -0.25  # 新区重点项目 and 重点项目
_OTHER_STAGE = -0.40  # 开工 and 建成: one name often, and never one number
_ONE_SIDED_MARK = -0.12


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
