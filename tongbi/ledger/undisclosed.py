"""What one report tells less of than of its neighbours: an amount without growth, words in place of a number.

No earlier report is needed: the passage itself shows what could have been told. Whether it was told elsewhere, in a
yearbook or a bulletin, is not known; so nothing is said but that this report does not state it.
"""

import re
from collections.abc import Iterator
from functools import cache

from tongbi import vocabulary
from tongbi.change.disclosure import GROWTH, behind, over_years
from tongbi.change.names import resemblance
from tongbi.change.reading import Clause, Reading
from tongbi.change.silence import REVIEW
from tongbi.identity import normal_name
from tongbi.model import Observation, Report, Sentence, Undisclosed
from tongbi.register import Register
from tongbi.text import any_of


def undisclosed(report: Report, register: Register) -> tuple[Undisclosed, ...]:
    """Find both kinds among registered indicators, in reading order; none in an abridged report."""
    if report.abridged:
        return ()
    reading = Reading(report)
    found = [*_without_growth(reading), *_in_words(reading, register)]
    return tuple(sorted(found, key=lambda one: (one.span, one.kind)))


def _of_the_year(reading: Reading) -> list[tuple[Sentence, Observation]]:
    """Registered results of the whole year under review, with their sentences."""
    year = str(reading.report.year - 1)
    found = []
    for one in reading.report.observations:
        sentence = reading.sentence(one.start)
        whole = one.role == "actual" and one.horizon == "annual" and one.period == year
        if sentence and whole and one.indicator_id and sentence.part in REVIEW:
            found.append((sentence, one))
    return found


def _without_growth(reading: Reading) -> Iterator[Undisclosed]:
    results = _of_the_year(reading)
    growing = {one.indicator_id for _, one in results if one.measure in ("change_pct", "change_abs")}
    told: set[str] = set()
    words = vocabulary.change()
    for sentence, one in results:
        # Counts of what was newly made (jobs, firms) are seldom told with a growth; amounts of money mostly are.
        amount = one.measure == "level" and one.bound in ("", "eq") and one.unit.endswith(words.consistency.money)
        if not amount or one.indicator_id in growing | told:
            continue
        beside = [said for place, said in results if place.paragraph == sentence.paragraph]
        peers = {said.indicator_id: said.id for said in beside if said.measure == "change_pct"}
        amounts = {said.indicator_id for said in beside if said.measure == "level"}
        shared = amounts & peers.keys()
        if len(shared) < words.undisclosed.peers or 2 * len(shared) < len(amounts):
            continue
        if normal_name(one.indicator).startswith(words.undisclosed.seldom):
            continue
        if GROWTH.search(behind(reading, one)) or _grows_behind_brackets(reading, one) or over_years(reading, one):
            continue
        told.add(one.indicator_id)
        ids = tuple(identifier for key, identifier in peers.items() if key in shared)
        yield Undisclosed(reading.report.session, "growth_not_stated", one.indicator_id, one.span, one.id, ids)


_BRACKETS = re.compile(r"\s*\([^()]*\)([^\d;；。]*)")


def _grows_behind_brackets(reading: Reading, amount: Observation) -> bool:
    """Tell whether the growth follows on a bracket: `3936亿元（不含海关税收等612亿元），增长26%`."""
    sentence = reading.evidence(amount.span)
    behind_them = _BRACKETS.match(reading.folded, amount.end, sentence.end)
    return bool(behind_them and GROWTH.search(behind_them[1]))


@cache
def _in_place_of_a_number() -> re.Pattern[str]:
    words = vocabulary.change()
    return re.compile(rf"(?:{words.undisclosed.leads.alternation})*(?:{any_of(words.qualitative.words)})")


def _in_words(reading: Reading, register: Register) -> Iterator[Undisclosed]:
    clauses = [
        clause for clause in reading.clauses if clause.part in REVIEW and _in_place_of_a_number().search(clause.normal)
    ]
    counted = {one.indicator_id for _, one in _of_the_year(reading)}
    results = dict.fromkeys(normal_name(one.indicator) for _, one in _of_the_year(reading))
    for indicator in register.indicators:
        if indicator.id in counted:
            continue
        names = dict.fromkeys(normal_name(name) for name in (indicator.name, *indicator.aliases))
        said = next(((clause, name) for clause in clauses for name in names if _tells(clause, name)), None)
        if not said or reading.told_number(said[1], REVIEW):
            continue
        # 城乡居民收入 is told in numbers where those of 城镇居民 and 农村居民 are.
        if not any(resemblance(said[1], name) >= vocabulary.change().undisclosed.likeness for name in results):
            yield Undisclosed(reading.report.session, "told_in_words", indicator.id, said[0].span, "", ())


def _tells(clause: Clause, name: str) -> bool:
    """Tell whether a clause is the name and then the words: what compares one name with another tells of neither."""
    return clause.normal.startswith(name) and bool(_in_place_of_a_number().fullmatch(clause.normal[len(name) :]))
