"""From pairs of sentences to matches: what became of each, and whether it moved."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tongbi.align.chain import crossings
from tongbi.align.features import Units, units
from tongbi.align.pairs import Pair, pairs
from tongbi.align.places import Places
from tongbi.align.sections import sections_matched
from tongbi.model import Match, PartKind, Relation, Report, Sentence

_PARTS: tuple[PartKind, ...] = ("review", "plan")
_MARKS = re.compile(r"[\W_]+")
_SHORT_LEAD, _SHORTEST_TEXT = 30, 12
# Two neighbours that change places have not moved.
_FAR = 2


def match_sentences(earlier: Report, later: Report) -> tuple[Match, ...]:
    """Match the sentences of both reports; see `tongbi.align.align`."""
    sides = [(_sentences(earlier, part), _sentences(later, part)) for part in _PARTS]
    found = pairs([(_units(earlier.text, before), _units(later.text, after)) for before, after in sides])
    matched: list[tuple[Sentence, Sentence, Match]] = []
    for (before, after), paired in zip(sides, found, strict=True):
        matched += _matches(earlier.text, before, later.text, after, paired)
    places = Places(earlier, later, sections_matched(earlier, later, [match for _, _, match in matched]))
    placed = [replace(match, moved=_moved(places, before, after, match)) for before, after, match in matched]
    return tuple(sorted(placed, key=lambda match: (match.later.start, match.earlier.start)))


def _moved(places: Places, before: Sentence, after: Sentence, match: Match) -> bool:
    """Tell whether a sentence stands in another section, or crosses the order where sections do not decide."""
    if places.together(before.section, after.section):
        return False
    return match.moved or places.apart(before.section, after.section)


def _sentences(report: Report, part: PartKind) -> list[Sentence]:
    return [sentence for sentence in report.sentences if sentence.part == part]


def _units(text: str, sentences: Sequence[Sentence]) -> Units:
    """Prepare the sentences of a part; short leads of paragraphs count with the headings."""
    texts = [sentence.span.of(text) for sentence in sentences]
    leads = []
    for place, (sentence, said) in enumerate(zip(sentences, texts, strict=True)):
        first = place == 0 or sentences[place - 1].paragraph != sentence.paragraph
        leads.append(sentence.heading or (first and len(said) <= _SHORT_LEAD) or len(said) <= _SHORTEST_TEXT)
    return units(texts, leads)


def _matches(
    earlier: str, before: Sequence[Sentence], later: str, after: Sequence[Sentence], paired: Sequence[Pair]
) -> list[tuple[Sentence, Sentence, Match]]:
    """Name the relation of each pair of one part, with both its sentences; `moved` by the order alone."""
    uses_before, uses_after = Counter(pair.earlier for pair in paired), Counter(pair.later for pair in paired)
    crossed = crossings([(pair.earlier, pair.later, pair.probability) for pair in paired])
    found = []
    for pair, count in zip(paired, crossed, strict=True):
        one, other = before[pair.earlier], after[pair.later]
        same = _said(one, earlier) == _said(other, later)
        match = Match(
            earlier=one.span,
            later=other.span,
            relation=_relation(same, uses_before[pair.earlier], uses_after[pair.later]),
            moved=count >= _FAR,
            score=1.0 if same else round(pair.probability, 3),
            reason="exact" if same else "near" if pair.near else "order",
        )
        found.append((one, other, match))
    return found


def _said(sentence: Sentence, text: str) -> str:
    """Leave out marks and blanks."""
    return _MARKS.sub("", sentence.span.of(text))


def _relation(same: bool, uses_before: int, uses_after: int) -> Relation:
    """Name what became of a sentence; one that stands word for word is kept, whatever else continues it."""
    if same:
        return "kept"
    if uses_before > 1:
        return "split"
    return "merged" if uses_after > 1 else "reworded"
