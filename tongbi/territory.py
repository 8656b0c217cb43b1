"""The text's own clue that a territory may have changed: a congress whose terms are counted anew.

A congress is made anew where territories merge or a prefecture becomes a city, but also where a county is renamed a
district. So a term that falls is a question for a person, who answers it in regions.toml; by itself it parts nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tongbi.numerals import number
from tongbi.series import Regions, ReportKey

_TERM = re.compile(r"第?([一二三四五六七八九十百\d]+)届")


def ordinal(meeting: str) -> str:
    """Give the term of the congress as the head of a report writes it (`第十五届`), "" where it does not."""
    found = _TERM.search(meeting)
    return found[0] if found else ""


def term(meeting: str) -> int:
    """Give the term of the congress as a number, 0 where the head does not say."""
    found = _TERM.search(meeting)
    return int(number(found[1])) if found else 0


@dataclass(frozen=True, slots=True)
class Clue:
    """Two reports of a government, none between them with a term, of which the later is of a lower term.

    `before` and `after` are as written, for example `第十五届` and `第一届`.
    """

    earlier: ReportKey
    later: ReportKey
    before: str
    after: str


def _day(key: ReportKey) -> date:
    return key.delivered or date(key.year, 1, 31)


def clues(heads: Iterable[tuple[ReportKey, str]], regions: Regions) -> tuple[Clue, ...]:
    """Give the terms that fall and that regions.toml does not explain, by region and session.

    `heads` are reports with the meeting that each was delivered to. A fall is explained where the territory changed
    between the two reports, or where it is declared to have been kept (`kept`) when the terms began anew.
    """
    last: dict[str, tuple[ReportKey, str]] = {}
    found: dict[str, list[Clue]] = defaultdict(list)
    for key, meeting in sorted(heads, key=lambda head: (head[0].region, head[0].year, head[0].session)):
        if not term(meeting):
            continue
        earlier, before = last.get(key.region, (key, meeting))
        last[key.region] = (key, meeting)
        region = regions.by_name.get(key.region)
        kept = region and any(_day(earlier) < one.since <= _day(key) for one in region.kept if one.since)
        changed = regions.territory(earlier) != regions.territory(key)
        if term(meeting) < term(before) and not kept and not changed:
            found[key.region].append(Clue(earlier, key, ordinal(before), ordinal(meeting)))
    return tuple(clue for region in found.values() for clue in region)
