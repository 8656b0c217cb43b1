"""Targets for one thing of another level: ten factories of 省级 for a hundred of 市级 are fewer and harder."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tongbi import vocabulary
from tongbi.change.commitment import kind_of, phrase, shift, sign_of, with_threshold
from tongbi.change.finding import Finding, band_of
from tongbi.change.names import short_name
from tongbi.change.reading import Reading
from tongbi.change.targets import is_stretch, prominence
from tongbi.model import Observation
from tongbi.text import any_of
from tongbi.units import base_unit


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf"({any_of(vocabulary.commitment().levels)})(?:及?以上)?")


def _by_thing(reading: Reading) -> dict[tuple[str, str], list[Observation]]:
    """Group the targets of a plan that count something by its name without its level, and by unit."""
    found: dict[tuple[str, str], list[Observation]] = defaultdict(list)
    for one in reading.report.observations:
        if one.role == "target" and one.measure == "level" and one.value is not None and not is_stretch(one):
            thing = short_name(_level().sub("", one.indicator))
            found[thing, base_unit(one.unit)[0]].append(one)
    return found


def level_changes(before: Reading, after: Reading) -> Iterator[Finding]:
    """Targets of which either plan has one alone, each of a level that it names."""
    earlier, later = _by_thing(before), _by_thing(after)
    for thing in earlier.keys() & later.keys():
        if len(earlier[thing]) > 1 or len(later[thing]) > 1:
            continue
        (old,), (new,) = earlier[thing], later[thing]
        level, next_level = _level().search(old.indicator), _level().search(new.indicator)
        if not level or not next_level:
            continue
        scale = vocabulary.commitment().levels
        threshold = sign_of(scale[next_level[1]] - scale[level[1]])
        moved = with_threshold(shift(old, new, "more"), threshold)
        kind = kind_of(moved)
        if not threshold or kind is None:
            continue
        pieces = [f"value:{old.quote}:{new.quote}" if moved.number else "", f"threshold:{level[0]}:{next_level[0]}"]
        yield Finding(
            kind,
            band_of(new),
            new.indicator,
            f"{level[0]}…{phrase(before, old)}",
            f"{next_level[0]}…{phrase(after, new)}",
            before.evidence(old.span),
            after.evidence(new.span),
            ";".join(filter(None, pieces)),
            prominence(old, new),
            old.id,
            new.id,
        )
