"""All families of changes, ranked: headline targets, numbers of tasks, projects, problems, then the wording."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from tongbi import vocabulary
from tongbi.change.aims import aim_changes
from tongbi.change.circles import narrowed_ranks
from tongbi.change.consistency import growth_against_amounts, restated_figures
from tongbi.change.disclosure import renamed_indicators, withheld_growth, withheld_numbers
from tongbi.change.doubtful import is_no_target
from tongbi.change.finding import Finding
from tongbi.change.honours import honour_changes
from tongbi.change.levels import level_changes
from tongbi.change.outcomes import dropped_targets, judged_targets, missing_targets, new_targets
from tongbi.change.problems import problem_changes
from tongbi.change.reading import Reading, bare
from tongbi.change.restated import restated
from tongbi.change.routine import routine_changes
from tongbi.change.sections import section_changes
from tongbi.change.stance import stance_changes
from tongbi.change.streaks import streak_changes
from tongbi.change.targets import revised_targets
from tongbi.change.tasks import task_changes
from tongbi.change.terms import slogan_changes, term_changes
from tongbi.change.thresholds import threshold_changes
from tongbi.model import Change, Link, Match, Report, Span, TargetState
from tongbi.register import Register
from tongbi.text import any_of


def _findings(
    before: Reading,
    after: Reading,
    matches: Sequence[Match],
    links: Sequence[Link],
    states: Sequence[TargetState],
    register: Register,
) -> list[Finding]:
    revised = list(revised_targets(before, after, links, register))
    missing = list(missing_targets(before, after, links, states, {finding.earlier_observation for finding in revised}))
    unanswered = {finding.earlier_observation for finding in missing}
    levels = list(level_changes(before, after))
    compared = {finding.earlier_observation for finding in levels} | {finding.later_observation for finding in levels}
    slogans = list(slogan_changes(before, after))
    repeated = {bare(slogan.subject) for slogan in slogans}
    return [
        *judged_targets(before, after, links),
        *revised,
        *threshold_changes(before, after),
        *levels,
        *missing,
        *(one for one in dropped_targets(before, after, links, unanswered) if one.earlier_observation not in compared),
        *(one for one in new_targets(before, after, links) if one.later_observation not in compared),
        *withheld_growth(before, after, links),
        *withheld_numbers(before, after),
        *narrowed_ranks(before, after),
        *growth_against_amounts(before, after, links, register),
        *restated_figures(before, after),
        *streak_changes(before, after),
        *stance_changes(before, after),
        *renamed_indicators(before, after, links, matches),
        *task_changes(before, after),
        *honour_changes(before, after),
        *problem_changes(before, after),
        *(aim for aim in aim_changes(before, after) if bare(aim.subject) not in repeated),
        *section_changes(before, after, matches),
        *term_changes(before, after),
        *slogans,
        *routine_changes(before, after, matches),
    ]


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.earlier.start if finding.earlier else -1, finding.later.start if finding.later else -1)


@cache
def _only_payer() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(vocabulary.change().vague.words)})+")


def _is_vague(name: str) -> bool:
    return name in vocabulary.change().vague.names or bool(_only_payer().fullmatch(name))


def _says_nothing(finding: Finding, before: Reading, after: Reading) -> bool:
    """Tell whether a number of a task goes by a name that leaves open what was counted (投资, 中央财政将安排)."""
    if finding.band != "task":
        return False
    counted = (
        before.observations.get(finding.earlier_observation),
        after.observations.get(finding.later_observation),
    )
    named = [one for one in counted if one is not None]
    return _is_vague(finding.subject) or any(not one.indicator_id and _is_vague(one.indicator) for one in named)


def _stands_on_no_target(finding: Finding, before: Reading, after: Reading) -> bool:
    """Tell whether a finding takes for a target what may be none."""
    sides = (
        (before, before.observations.get(finding.earlier_observation)),
        (after, after.observations.get(finding.later_observation)),
    )
    return any(one is not None and one.role == "target" and is_no_target(reading, one) for reading, one in sides)


def _only_explains(finding: Finding, again: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Tell whether a finding stands on a target that was stated before it in the same plan."""
    if finding.earlier_observation:
        return finding.earlier_observation in again[0]
    return finding.later_observation in again[1]


def _joined(findings: Iterable[Finding]) -> list[Finding]:
    """Tell amount and growth of one indicator (`4.06万亿元，比上年增加1800亿元`) as one."""
    told: dict[tuple[str, str, Span | None, Span | None], Finding] = {}
    for finding in findings:
        key = (finding.kind, finding.subject, finding.earlier, finding.later)
        first = told.get(key)
        if first and (finding.before, finding.after) != (first.before, first.after):
            before = "、".join(dict.fromkeys(piece for piece in (first.before, finding.before) if piece))
            after = "、".join(dict.fromkeys(piece for piece in (first.after, finding.after) if piece))
            finding = replace(first, before=before, after=after)
        told[key] = finding
    return list(told.values())


def _scored(findings: Iterable[Finding]) -> list[Change]:
    """Score by band and kind; within a kind the more prominent first, and each further one a little less."""
    ranking, bands = vocabulary.change().ranking, vocabulary.change().bands
    seen: Counter[tuple[str, str]] = Counter()
    scored = []
    for finding in sorted(findings, key=lambda one: (-one.prominence, _place(one), one.kind, one.subject)):
        nth = seen[finding.band, finding.kind]
        seen[finding.band, finding.kind] += 1
        base = bands[finding.band][finding.kind]
        score = (
            base * (1 - ranking.wide.get(finding.kind, ranking.spread) * (1 - finding.prominence)) * ranking.tail**nth
        )
        scored.append(
            Change(
                finding.kind,
                finding.subject,
                finding.before,
                finding.after,
                finding.earlier,
                finding.later,
                finding.earlier_observation,
                finding.later_observation,
                round(score, 4),
                f"{finding.band};{finding.reason};nth:{nth + 1}",
            )
        )
    return scored


def changes(
    earlier: Report,
    later: Report,
    matches: Sequence[Match],
    links: Sequence[Link],
    states: Sequence[TargetState],
    register: Register,
) -> tuple[Change, ...]:
    """Every change worth telling between two consecutive reports of one government, the weightiest first.

    `matches`, `links` and `states` are those of the same two reports. A new year number, congress name or ordinal is
    `routine`, which comes last. What may only be a reading that failed (a name said with a number that nothing links)
    is not claimed.
    """
    before, after = Reading(earlier), Reading(later)
    again = restated(earlier), restated(later)
    findings = [
        finding
        for finding in _findings(before, after, matches, links, states, register)
        if not _says_nothing(finding, before, after)
        and not _stands_on_no_target(finding, before, after)
        and not _only_explains(finding, again)
    ]
    return tuple(sorted(_scored(_joined(findings)), key=lambda one: (-one.score, one.kind, one.subject, one.before)))
