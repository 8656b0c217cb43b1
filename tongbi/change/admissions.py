"""The problems that a report admits: the passage that tells them, cut into single admissions, each with its subjects.

A passage opens with a sentence such as `我们也清醒认识到，还存在不少问题`, and ends where the report turns to plans.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongbi import vocabulary
from tongbi.change.reading import Reading
from tongbi.model import Sentence, Span

_LATEST_IN_PLAN = 0.2
_EARLIEST_IN_REVIEW = 0.4
_PARTS = ("opening", "review", "plan")


@dataclass(frozen=True, slots=True)
class Admission:
    """One problem, without the words that lead to it.

    `subjects` are what it names (`[subjects]` of vocabulary/admissions.toml), `reach` those and what its broad words
    cover: 公共服务 is said of education as well.
    """

    span: Span
    subjects: frozenset[str]
    reach: frozenset[str]


def subjects_of(said: str) -> tuple[frozenset[str], frozenset[str]]:
    """Tell the subjects that some words name, and those that they may speak of."""
    told = vocabulary.admissions()
    named = frozenset(name for name, words in told.subjects.items() if words.search(said))
    covered = (subject for broad in told.broad if broad.words.search(said) for subject in broad.covers)
    return named, named | frozenset(covered)


def _opens(head: str, heading: bool) -> int:
    """Rate the start of a sentence as an opening: 0 for none."""
    opening = vocabulary.admissions().opening
    if not (opening.trouble.search(head) and opening.general.search(head)):
        return 0
    if "清醒" in head:
        return 3
    return 2 if opening.aware.search(head) else int(heading or bool(opening.plainly.search(head)))


def _may_open(reading: Reading, sentence: Sentence) -> bool:
    """Whether problems of the year are told here: late in the review, or at the very start of the plan."""
    part = next((one.span for one in reading.report.parts if one.kind == sentence.part), None)
    if part is None or sentence.part not in _PARTS:
        return False
    place = (sentence.span.start - part.start) / max(1, part.end - part.start)
    return place <= _LATEST_IN_PLAN if sentence.part == "plan" else place >= _EARLIEST_IN_REVIEW


def _passages(reading: Reading) -> Iterator[Sequence[Sentence]]:
    """Give the passages that may be the one, the likeliest first; of equals, the last. None begins within another."""
    sentences = reading.report.sentences
    reach = vocabulary.admissions().opening.reach
    rated: list[tuple[int, bool, int]] = []
    end = 0
    for index, sentence in enumerate(sentences):
        start = sentence.span.start
        head = reading.said(Span(start, min(sentence.span.end, start + reach)))
        if (rate := _opens(head, sentence.heading)) and (_may_open(reading, sentence) or rate > 2):
            if index >= end or rate > rated[-1][0]:
                rated.append((rate, sentence.part != "plan", index))
            end = index + len(_from(reading, index))
    for _, _, index in sorted(rated, reverse=True):
        yield _from(reading, index)


def _from(reading: Reading, index: int) -> Sequence[Sentence]:
    """Follow a passage from its opening to the turn, or to the end of its part."""
    told = vocabulary.admissions()
    sentences = reading.report.sentences
    end = index + 1
    while end < min(len(sentences), index + told.limits.passage):
        sentence = sentences[end]
        if sentence.part != sentences[index].part or told.turn.words.search(reading.said(sentence.span)):
            break
        end += 1
    return sentences[index:end]


def _trimmed(reading: Reading, stretch: Span) -> Span:
    """Take the leading words and the blanks of a stretch away."""
    said = reading.folded[stretch.start : stretch.end]
    kept = said.lstrip()
    while lead := vocabulary.admissions().lead.words.match(kept):
        kept = kept[lead.end() :].lstrip("、, ")
    return Span(stretch.start + len(said) - len(kept), stretch.start + len(said.rstrip()))


def _after_opening(reading: Reading, opening: Sentence) -> Iterator[Span]:
    """Give the stretches of the opening sentence that follow its announcement."""
    announced = False
    for stretch in reading.stretches_of(opening.span):
        if announced:
            yield stretch
        end = Span(stretch.start, min(stretch.end + 1, opening.span.end))
        announced = announced or bool(vocabulary.admissions().opening.general.search(reading.said(end)))


def _stretches(reading: Reading, passage: Sequence[Sentence]) -> list[Span]:
    stretches = [*_after_opening(reading, passage[0])]
    for sentence in passage[1:]:
        stretches += reading.stretches_of(sentence.span)
    told = vocabulary.admissions()
    trimmed = (_trimmed(reading, stretch) for stretch in stretches)
    return [
        span
        for span in trimmed
        if span.end - span.start >= told.limits.shortest and not told.aside.words.search(reading.said(span))
    ]


def admissions(reading: Reading) -> list[Admission]:
    """Find the problems that a report admits, in its order; none where no passage is sure to be theirs."""
    told = vocabulary.admissions()
    for passage in _passages(reading):
        stretches = _stretches(reading, passage)
        admitted = [span for span in stretches if told.cues.words.search(reading.said(span))]
        if len(admitted) >= told.limits.least and len(admitted) >= told.limits.share * len(stretches):
            return [Admission(span, *subjects_of(reading.said(span))) for span in admitted]
    return []
