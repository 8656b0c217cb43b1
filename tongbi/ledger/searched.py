"""What was looked for, where a target has no result: that nothing was found says what was done, not what was hidden.

For each such target the parts of the report whose results were compared, the names it was looked for under, and the
nearest number with why it was not taken for the answer. Why, a key and its parameters joined by colons:

    nothing_like_it      no result of that time has a name anything like it
    names                the names are not alike enough
    taken:ID             that number answers another target, ID, better
    other_time:P:Q       the report states it of Q, the target is for P
    scope:S:T            the names are of different scopes (as in tongbi.verdict)
    unit:U:V             what is counted differs
    measure:M:N          one is an amount, the other a growth or a share
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tongbi.identity import normal_name
from tongbi.link import due_year
from tongbi.model import Observation, Report, Search, TargetState
from tongbi.pairing import THRESHOLD, Context, Group, group, paired, scores
from tongbi.register import Register
from tongbi.verdict import incomparable

_LEAST = 0.3
"""A number whose likeness is below this is none that one would take for the answer."""


def _of_that_time(target: Observation, result: Observation) -> bool:
    """Tell whether a result is told of the time that the target is for: the same year or part of one, or the last."""
    if target.horizon == "multi_year":
        return due_year(target) == due_year(result) and result.horizon != "part_year"
    return (target.horizon, target.period) == (result.horizon, result.period)


def searches(earlier: Report, later: Report, states: Iterable[TargetState], register: Register) -> tuple[Search, ...]:
    """Tell what was looked at for each target that `later` has no result of, in the order of the states."""
    wanted = [state.observation for state in states if state.state == "not_found"]
    targets = {one.id: one for one in earlier.observations if one.role == "target"}
    results = [one for one in later.observations if one.role == "actual"]
    context = Context(earlier, later)
    by_period: dict[tuple[str, str], _Field] = {}
    found = []
    for target in (targets[identifier] for identifier in wanted):
        key = (target.horizon, target.period)
        if key not in by_period:
            asked = [one for one in targets.values() if (one.horizon, one.period) == key]
            told = [one for one in results if _of_that_time(target, one)]
            by_period[key] = _Field.of(earlier, asked, later, told, context)
        found.append(_search(earlier, target, by_period[key], later, results, register))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Field:
    """The targets and the results of one time, grouped, with the score of every two groups and who answers whom."""

    results: Sequence[Observation]
    asked: Sequence[Group]
    told: Sequence[Group]
    scored: Mapping[tuple[int, int], float]
    answers: Mapping[int, str]
    """The id of the target that a group of results answers, by the group's first result's start."""

    @classmethod
    def of(
        cls,
        earlier: Report,
        targets: Sequence[Observation],
        later: Report,
        results: Sequence[Observation],
        context: Context,
    ) -> "_Field":
        asked, told = group(earlier, targets), group(later, results)
        scored = scores(asked, told, context, _LEAST)
        enough = {both: score for both, score in scored.items() if score >= THRESHOLD}
        answers = {theirs.members[0].start: mine.members[0].id for mine, theirs, _ in paired(asked, told, enough)}
        return cls(results, asked, told, scored, answers)

    def nearest(self, target: Observation) -> tuple[Group, float] | None:
        """Give the group of results that is most like the target's, with its score."""
        mine = next(place for place, one in enumerate(self.asked) if target in one.members)
        best = max(
            ((score, -other) for (one, other), score in self.scored.items() if one == mine),
            default=None,
        )
        return (self.told[-best[1]], best[0]) if best else None


def _search(
    earlier: Report,
    target: Observation,
    field: _Field,
    later: Report,
    results: Sequence[Observation],
    register: Register,
) -> Search:
    common = normal_name(target.indicator)
    known = register.of(target.indicator_id)
    names = (target.indicator, common, *((known.name, *known.aliases) if known else ()))
    places = [one.start for one in field.results]
    parts = tuple(
        part.kind for part in later.parts if any(part.span.start <= start < part.span.end for start in places)
    )
    nearest, score, refused = "", 0.0, "nothing_like_it"
    elsewhen = next(
        (
            one
            for one in results
            if not _of_that_time(target, one)
            and (normal_name(one.indicator) == common or (one.indicator_id and one.indicator_id == target.indicator_id))
        ),
        None,
    )
    if best := field.nearest(target):
        close, score = best
        one = next((one for one in close.members if not incomparable(target, one)), close.members[0])
        answered = field.answers.get(close.members[0].start, "")
        nearest, refused = one.id, f"taken:{answered}" if answered and score >= THRESHOLD else _why(target, one)
    if elsewhen and score < THRESHOLD:
        nearest, score, refused = elsewhen.id, 1.0, f"other_time:{target.period}:{elsewhen.period}"
    return Search(
        earlier=earlier.session,
        later=later.session,
        target=target.id,
        parts=parts,
        results=len(field.results),
        names=tuple(dict.fromkeys(names)),
        nearest=nearest,
        score=round(min(score, 1.0), 3),
        refused=refused,
    )


def _why(target: Observation, result: Observation) -> str:
    reason = incomparable(target, result)
    return reason if reason.startswith(("scope", "unit", "measure")) else "names"
