"""From pairs of sentences to matches: what became of each, and whether it moved."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tongbi.align.chain import crossings
from tongbi.align.features import Units, units
from tongbi.align.model import SectionMatch
from tongbi.align.pairs import Pair, Settled, pairs
from tongbi.align.places import Places
from tongbi.align.sections import sections_matched
from tongbi.model import Match, PartKind, Relation, Report, Sentence, Span

_PARTS: tuple[PartKind, ...] = ("opening", "review", "plan", "closing")
_MARKS = re.compile(r"[\W_]+")
_NUMBERING = re.compile(
    r"\s*(?:([(（][一二三四五六七八九十]+[)）])|([一二三四五六七八九十]+、)|(\d+[.．、])|([一二三四五六七八九十]+是))"
)
_SHORT_LEAD, _SHORTEST_TEXT = 30, 12
# A heading whose section has a counterpart keeps another sentence as partner only where it is as probable as this.
_CERTAIN = 0.9
Sides = tuple[Sequence[Sentence], Sequence[Sentence]]
SpanPair = tuple[Span, Span]
# Two neighbours that change places have not moved.
_FAR = 2


def match_sentences(
    earlier: Report, later: Report, known: Collection[SpanPair] = (), parted: Collection[SpanPair] = ()
) -> tuple[Match, ...]:
    """Match the sentences of both reports; see `tongbi.align.align`."""
    sides = [(_sentences(earlier, part), _sentences(later, part)) for part in _PARTS]
    settled = [Settled(_indexes(side, known), _indexes(side, parted)) for side in sides]
    found = _paired(earlier, later, sides, settled)
    sections = sections_matched(earlier, later, _starts(sides, found))
    places = Places(earlier, later, sections)
    found = [
        _with_headings(paired, *side, sections, of_part)
        for side, paired, of_part in zip(sides, found, settled, strict=True)
    ]
    matched = [
        match
        for (before, after), paired in zip(sides, found, strict=True)
        for match in _matches(earlier.text, before, later.text, after, paired, places)
    ]
    return tuple(sorted(matched, key=lambda match: (match.later.start, match.earlier.start)))


def _indexes(side: Sides, spans: Collection[SpanPair]) -> list[tuple[int, int]]:
    """Give the pairs of spans that are sentences of this part, by their index, in reading order."""
    if not spans:
        return []
    before, after = ({sentence.span: place for place, sentence in enumerate(of_side)} for of_side in side)
    return sorted((before[one], after[other]) for one, other in spans if one in before and other in after)


def _paired(earlier: Report, later: Report, sides: Sequence[Sides], settled: Sequence[Settled]) -> list[list[Pair]]:
    """Pair the sentences of each part, always in the same direction: where two are equal, the last digit decides."""
    if later.text < earlier.text:
        of_turned = [of_part.turned() for of_part in settled]
        turned = _paired(later, earlier, [(after, before) for before, after in sides], of_turned)
        return [[replace(pair, earlier=pair.later, later=pair.earlier) for pair in part] for part in turned]
    return pairs([(_units(earlier.text, before), _units(later.text, after)) for before, after in sides], settled)


def _starts(sides: Sequence[Sides], found: Sequence[Sequence[Pair]]) -> list[tuple[int, int]]:
    return [
        (before[pair.earlier].span.start, after[pair.later].span.start)
        for (before, after), paired in zip(sides, found, strict=True)
        for pair in paired
    ]


def _with_headings(
    paired: Sequence[Pair],
    before: Sequence[Sentence],
    after: Sequence[Sentence],
    sections: Sequence[SectionMatch],
    settled: Settled,
) -> list[Pair]:
    """Pair the headings of matched sections, whatever they say, and take them from other partners that are not certain.

    A heading is too short to be known by its words, and what stands under it is known by then. What is settled stays.
    """
    known = {(pair.earlier, pair.later): pair for pair in paired}
    headings = _headings(before), _headings(after)
    over = {
        (headings[0][match.earlier], headings[1][match.later]): match.score
        for match in sections
        if match.earlier in headings[0] and match.later in headings[1]
    }
    given = {one for one, _ in settled.joined}, {other for _, other in settled.joined}
    over = {
        pair: score
        for pair, score in over.items()
        if pair not in settled.parted and pair[0] not in given[0] and pair[1] not in given[1]
    }
    taken = {one for one, _ in over}, {other for _, other in over}
    kept = [
        pair
        for pair in paired
        if (pair.earlier not in taken[0] and pair.later not in taken[1])
        or (pair.probability >= _CERTAIN and not (before[pair.earlier].heading and after[pair.later].heading))
    ]
    return kept + [known.get(pair, Pair(*pair, score, "section")) for pair, score in over.items()]


def _headings(sentences: Sequence[Sentence]) -> dict[int, int]:
    """Give for each section the place of its heading among the sentences."""
    return {sentence.section: place for place, sentence in enumerate(sentences) if sentence.heading}


def _sentences(report: Report, part: PartKind) -> list[Sentence]:
    return [sentence for sentence in report.sentences if sentence.part == part]


def _units(text: str, sentences: Sequence[Sentence]) -> Units:
    """Prepare the sentences of a part; short leads of paragraphs count with the headings."""
    texts = [sentence.span.of(text) for sentence in sentences]
    numbers = [_NUMBERING.match(said) for said in texts]
    leads = []
    for place, (sentence, said) in enumerate(zip(sentences, texts, strict=True)):
        first = place == 0 or sentences[place - 1].paragraph != sentence.paragraph
        leads.append(sentence.heading or (first and len(said) <= _SHORT_LEAD) or len(said) <= _SHORTEST_TEXT)
    return units(texts, leads, [number.lastindex or 0 if number else 0 for number in numbers])


def _matches(
    earlier: str,
    before: Sequence[Sentence],
    later: str,
    after: Sequence[Sentence],
    paired: Sequence[Pair],
    places: Places,
) -> Iterator[Match]:
    """Say of each pair of one part what became of the sentence, and whether it moved."""
    uses_before, uses_after = Counter(pair.earlier for pair in paired), Counter(pair.later for pair in paired)
    crossed = crossings([(pair.earlier, pair.later, pair.probability) for pair in paired])
    for pair, count in zip(paired, crossed, strict=True):
        one, other = before[pair.earlier], after[pair.later]
        same = _said(one, earlier) == _said(other, later)
        yield Match(
            earlier=one.span,
            later=other.span,
            relation=_relation(same, uses_before[pair.earlier], uses_after[pair.later]),
            moved=_moved(places, one, other, count),
            score=1.0 if same else round(pair.probability, 3),
            reason="exact" if same else pair.reason,
        )


def _moved(places: Places, one: Sentence, other: Sentence, crossed: int) -> bool:
    """Tell whether a sentence stands in another section, or crosses the order where sections do not decide."""
    if places.together(one.section, other.section):
        return False
    return crossed >= _FAR or places.apart(one.section, other.section)


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
