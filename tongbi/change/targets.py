"""Changes of a target that is set again: raised, lowered, hardened, softened, both at once, or put into words."""

from collections.abc import Iterable, Iterator

from tongbi import vocabulary
from tongbi.change.commitment import Shift, firmness, kind_of, phrase, shift
from tongbi.change.finding import Finding
from tongbi.change.names import of_a_list
from tongbi.change.reading import Reading, bare
from tongbi.identity import normal_name
from tongbi.model import ChangeKind, Link, Observation
from tongbi.register import Register
from tongbi.verdict import ends, incomparable


def is_stretch(observation: Observation) -> bool:
    """Whether it is the stretch (`力争1050亿元`) over a floor, which is judged by the floor."""
    return observation.group not in ("", observation.id)


def prominence(old: Observation, new: Observation) -> float:
    """Half for a registered indicator, half for the size of the step; one that doubles the number counts whole.

    A target without a number, held against another one (`与经济增长同步`), has no step. Nor has one that a person
    judged by what cannot be subtracted from it.
    """
    if incomparable(old, new):
        return 0.5 * bool(old.indicator_id)
    base, step = ends(old, old.unit)[0], ends(new, old.unit)[0] - ends(old, old.unit)[0]
    size = min(1.0, abs(float(step / base))) if base else 1.0
    return 0.5 * bool(old.indicator_id) + 0.5 * size


def is_allotted(target: Observation) -> bool:
    """Whether the target is settled by deciding it (deficits, bonds, budgets): neither hard nor easy to reach."""
    return bool(vocabulary.change().allotted.names.search(normal_name(target.indicator)))


def _reason(old: Observation, new: Observation, moved: Shift) -> str:
    pieces = [
        f"value:{old.quote}:{new.quote}" if moved.number else "",
        ("tighter" if moved.ambition > 0 else "looser") if moved.ambition and not is_allotted(old) else "",
        f"bound:{old.bound}:{new.bound}" if moved.bound else "",
        f"modal:{old.modality or 'plain'}:{new.modality or 'plain'}" if moved.modal else "",
        "stretch" if is_stretch(old) else "",
    ]
    return ";".join(piece for piece in pieces if piece)


def _only_said_otherwise(old: Observation, new: Observation) -> Shift:
    """Compare two targets in the same words (`双下降`): all that can differ is the modal word.

    A plain wording among tasks may be an appeal, which says no more and no less than one with 努力.
    """
    same = new.value is None and _without_modal(old) == _without_modal(new)
    told = bool(old.modality and new.modality) or old.tier == new.tier == "headline"
    return Shift(0, 0, 0, firmness(old, new)[1] if same and told else 0)


def _without_modal(target: Observation) -> str:
    return f"{normal_name(target.indicator)}:{bare(target.quote).removeprefix(target.modality)}"


def _revised(before: Reading, after: Reading, link: Link, register: Register) -> Finding | None:
    old, new = before.observations[link.earlier], after.observations[link.later]
    if is_stretch(old) != is_stretch(new):
        return None
    if not old.indicator_id and of_a_list(old.indicator, new.indicator):
        return None
    kind: ChangeKind | None
    if old.value is None:
        moved = _only_said_otherwise(old, new)
        kind, reason, weight = kind_of(moved), _reason(old, new, moved), 0.5 * bool(old.indicator_id)
    elif new.value is None:
        kind, reason, weight = "number_withheld", "set_in_words", 1.0
    elif link.comparable:
        moved = shift(old, new, register.direction(old.indicator_id or old.indicator))
        kind, reason, weight = kind_of(moved), _reason(old, new, moved), prominence(old, new)
    else:
        return None
    if kind is None:
        return None
    return Finding(
        kind,
        "headline" if "headline" in (old.tier, new.tier) else "task",
        new.indicator,
        phrase(before, old),
        phrase(after, new),
        before.evidence(old.span),
        after.evidence(new.span),
        reason,
        weight,
        old.id,
        new.id,
    )


def _key(observation: Observation) -> str:
    return observation.indicator_id or normal_name(observation.indicator)


def _of_growth(before: Reading, link: Link) -> bool:
    return link.comparable and before.observations[link.earlier].measure == "change_pct"


def revised_targets(before: Reading, after: Reading, links: Iterable[Link], register: Register) -> Iterator[Finding]:
    """Targets of the revision lane whose value, bound or modal word changed; a floor and its stretch are told once."""
    told: set[str] = set()
    settled: set[str] = set()
    totals: dict[str, ChangeKind] = {}
    revisions = [link for link in links if link.kind == "revision"]
    # Floors come before their stretches, what can be subtracted before what cannot, totals before their increments.
    revisions.sort(
        key=lambda link: (
            is_stretch(before.observations[link.earlier]),
            not link.comparable,
            before.observations[link.earlier].measure == "change_abs",
        )
    )
    grown = {_key(before.observations[link.earlier]) for link in revisions if _of_growth(before, link)}
    for link in revisions:
        old = before.observations[link.earlier]
        # An amount follows from the growth that is promised beside it, and rises even where the growth is lowered.
        if old.measure == "level" and _key(old) in grown:
            continue
        floor = old.group or old.id
        if old.id in settled or floor in told:
            continue
        if link.comparable:
            settled.add(old.id)
        if finding := _revised(before, after, link, register):
            # What a total rose by follows from the total; told with it, it may not contradict it.
            if finding.kind != totals.setdefault(_key(old), finding.kind) and old.measure == "change_abs":
                continue
            told.add(floor)
            yield finding
